import { getTranslations } from 'next-intl/server';
import { formatDateTime } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { type Flash, readFlash } from '../../../_http/flash.ts';
import { differenceLines } from './differences.ts';

/** What the last form of the page came to, in the reader's words. `lines` say what changed or is missing. */
export type Answer = {
  done: string | undefined;
  problem: { title: string; lines: string[] } | undefined;
  errors: { name: string; message: string }[];
  /** Of a field of a form; what was typed is kept only when the form was refused. */
  errorOf: (form: string, field: string) => string | undefined;
  valueOf: (form: string, field: string) => string | undefined;
  form: string | undefined;
  /** What is shown this once. */
  secret: string | undefined;
};

export async function triageAnswer(locale: Locale, path: string): Promise<Answer> {
  const t = await getTranslations({ locale, namespace: 'triage' });
  const flash = await readFlash(path);
  const mistake = (key: string) => {
    const known = `mistakes.${key}` as 'mistakes.other';
    return t.has(known) ? t(known) : t('mistakes.other');
  };
  const errors = Object.entries(flash?.problem?.detail.fields ?? {}).map(([field, key]) => ({
    field: field.split('.')[0]!,
    name: `${flash?.form}-${field.split('.')[0]}`,
    message: mistake(key),
  }));
  return {
    form: flash?.form,
    secret: flash?.secret,
    done: flash?.done && t(`done.${flash.done}` as 'done.grade'),
    problem: flash?.problem && errors.length === 0 ? await problemOf(locale, flash.problem) : undefined,
    errors,
    errorOf: (form, field) => (form === flash?.form ? errors.find((one) => one.field === field)?.message : undefined),
    valueOf: (form, field) => (form === flash?.form && flash.problem ? flash.values?.[`${form}-${field}`] : undefined),
  };
}

type Edit = { action: string; at: string; by: string | null; reason: string | null };
type Decision = { decision: string; decidedAt: string; decidedBy: string; reason: string | null };

async function problemOf(locale: Locale, { code, detail }: NonNullable<Flash['problem']>) {
  const t = await getTranslations({ locale, namespace: 'triage' });
  const clues = await getTranslations({ locale, namespace: 'clues' });
  const line = (what: string, who: string | null, at: string, reason: string | null) =>
    [what, who, formatDateTime(locale, new Date(at)), reason].filter(Boolean).join(' · ');
  if (code === 'stale_version') {
    const {
      edits = [],
      decisions = [],
      ...moved
    } = (detail.changed ?? {}) as { edits?: Edit[]; decisions?: Decision[] };
    const lines = [
      ...edits.map(({ action, by, at, reason }) =>
        line(t(`actions.${action.replaceAll('.', '_')}` as 'actions.report_assess'), by, at, reason),
      ),
      ...decisions.map((one) =>
        line(clues(`decisions.${one.decision}` as 'decisions.verify'), one.decidedBy, one.decidedAt, one.reason),
      ),
      ...(await differenceLines(locale, moved)),
    ];
    return { title: Object.keys(moved).length > 0 ? t('problems.moved') : t('problems.stale_version'), lines };
  }
  if (code === 'not_enough_evidence') {
    const missing = (detail.missing ?? []) as 'located'[];
    return { title: t('problems.not_enough_evidence'), lines: missing.map((rule) => clues(`rule.${rule}`)) };
  }
  if (code === 'same_person')
    return { title: t(`problems.same_person_${String(detail.rule)}` as 'problems.same_person_grader'), lines: [] };
  const key =
    `problems.${code !== 'wrong_state' ? code : detail.contact ? 'no_contact' : detail.clue ? 'clue_open' : detail.laterEvents ? 'later_first' : code}` as 'problems.other';
  return { title: t.has(key) ? t(key, { clue: String(detail.clue ?? '') } as never) : t('problems.other'), lines: [] };
}
