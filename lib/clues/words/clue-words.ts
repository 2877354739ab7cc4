import { type Context, moderators, requireRole } from '../../context.ts';
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
  return audience === 'public' ? [] : wordsFor(ctx, clueId, audience);
}

/** Of how many reports each audience reads words of a clue, once it reads the clue. Moderators. Errors: not_found, forbidden. */
export async function countClueWords(ctx: Context, clueId: string) {
  requireRole(ctx, ...moderators);
  const [organisation, authority] = [
    await wordsFor(ctx, clueId, 'organisation'),
    await wordsFor(ctx, clueId, 'authority'),
  ];
  return { organisation: organisation.length, authority: authority.length };
}

async function wordsFor(ctx: Context, clueId: string, audience: 'organisation' | 'authority' | 'moderator') {
  const texts = await loadTexts(ctx, await clueTextReports(ctx, clueId, audience));
  return texts
    .filter(({ description, text }) => text.read && marksLeft(description, text.spans) === 0)
    .map(({ language, description, text }) => ({ language, text: redactedText(description, text.spans) }));
}
