import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { openReport } from '../open-report.ts';
import { touchReport } from '../store.ts';
import { type TextSpan, textActInput, textInput } from './input.ts';
import { marksLeft } from './marks.ts';
import { standing, type TextAct, textDigest } from './standing.ts';
import { insertTextAct, textActsOf } from './store.ts';

export type TextDecided = { reportId: string; version: number; left: number };

/**
 * Says of a report's text, which thereby is read, what is hidden and what may stay: all spans at once; the text itself
 * and earlier decisions are kept. Errors: stale_version, wrong_state (no text), invalid_input (a span outside
 * the text), not_found, forbidden.
 */
export function decideText(ctx: Context, raw: unknown): Promise<TextDecided> {
  const { spans, ...edit } = parseInput(textInput, raw);
  return act(ctx, edit, (text) => {
    if (spans.some(({ start, end }) => start >= end || end > text.length))
      throw new Problem('invalid_input', { fields: { spans: 'other' } });
    return { act: 'decide', spans, aboutId: null };
  });
}

/** Takes the last standing act back. Errors: stale_version, wrong_state (there is none), not_found, forbidden. */
export function undoTextAct(ctx: Context, raw: unknown): Promise<TextDecided> {
  return act(ctx, parseInput(textActInput, raw), (text, acts) => {
    const live = standing(acts, text);
    const last = live.at(-1);
    if (!last) throw new Problem('wrong_state');
    return { act: 'undo', spans: live.at(-2)?.spans ?? [], aboutId: last.id };
  });
}

type Next = { act: TextAct['act']; spans: TextSpan[]; aboutId: string | null };

function act(
  ctx: Context,
  { reportId, version: basedOn }: { reportId: string; version: number },
  decide: (text: string, acts: readonly TextAct[]) => Next,
): Promise<TextDecided> {
  return transaction(ctx, async (ctx) => {
    const { actor, report } = await openReport(ctx, reportId, basedOn);
    const { description } = report;
    if (!description) throw new Problem('wrong_state');
    const next = decide(description, await textActsOf(ctx, [reportId]));
    await insertTextAct(ctx, { ...next, reportId, textDigest: textDigest(description), byUserId: actor.userId });
    await touchReport(ctx, reportId, report.version);
    const version = report.version + 1;
    const left = marksLeft(description, next.spans);
    await recordAudit(ctx, {
      action: next.act === 'undo' ? 'report.undo_text' : 'report.decide_text',
      subjectType: 'report',
      subjectId: reportId,
      detail: { version, hidden: next.spans.filter(({ hide }) => hide).length, left },
    });
    return { reportId, version, left };
  });
}
