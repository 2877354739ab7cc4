import type { Context } from '../../context.ts';
import { loadTexts } from '../../triage/text/load-texts.ts';
import { marksLeft, redactedText } from '../../triage/text/marks.ts';
import { getClue } from '../get-clue.ts';
import { clueTextReports } from '../store.ts';

export type ClueWords = { language: string; text: string };

/**
 * The reporters' words of a clue as the asking organisation may read them: of reports whose reporter allowed it, each
 * decided on by a person, with […] for what is hidden. A grader's tick alone lets no words out. Who reads as the public
 * sees none. Errors: not_found.
 */
export async function listClueWords(ctx: Context, clueId: string): Promise<ClueWords[]> {
  const { audience } = await getClue(ctx, clueId);
  if (audience === 'public') return [];
  const texts = await loadTexts(ctx, await clueTextReports(ctx, clueId, audience));
  return texts
    .filter(({ description, text }) => text.read && marksLeft(description, text.spans) === 0)
    .map(({ language, description, text }) => ({ language, text: redactedText(description, text.spans) }));
}
