import { type Context, requireRole } from '../context.ts';
import { loadSharing } from './store.ts';

/**
 * Of these clues, those whose every reporter lets vetted organisations or the mine-action authority read them, those that
 * both may, and those that the authority may; `gone` are those whose reporters took back every report. For the batches: a job's or an administrator's.
 */
export async function sharedClueIds(ctx: Context, ids: readonly string[]) {
  if (ctx.actor.type !== 'job') requireRole(ctx, 'administrator');
  const sharing = await loadSharing(ctx, ids);
  const either = ids.filter((id) => sharing.get(id)?.ngos || sharing.get(id)?.authorities);
  const both = either.filter((id) => sharing.get(id)?.ngos && sharing.get(id)?.authorities);
  const authorities = ids.filter((id) => sharing.get(id)?.authorities);
  const gone = ids.filter((id) => sharing.get(id)?.stands === false);
  return {
    either: new Set(either),
    both: new Set(both),
    authorities: new Set(authorities),
    gone: new Set(gone),
  };
}
