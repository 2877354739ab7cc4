import { type Context, moderators, requireRole } from '../../context.ts';
import { loadClues } from '../store.ts';
import { loadCorrections, loadReplaced } from './store.ts';

/**
 * What a clue said before: its corrections with old and new values, the open one first; what it replaced, and what
 * replaced it. Errors: forbidden.
 */
export async function getClueVersions(ctx: Context, clue: { id: string; supersededBy: string | null }) {
  requireRole(ctx, ...moderators);
  const corrections = await loadCorrections(ctx, clue.id);
  const [next] = clue.supersededBy ? await loadClues(ctx, { ids: [clue.supersededBy] }) : [];
  return {
    open: corrections.find(({ state }) => state === 'proposed') ?? null,
    past: corrections.filter(({ state }) => state !== 'proposed'),
    replaces: await loadReplaced(ctx, clue.id),
    replacedBy: next ? { id: next.id, number: next.number } : null,
  };
}
export type ClueVersions = Awaited<ReturnType<typeof getClueVersions>>;
