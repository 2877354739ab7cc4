import type { PhotoBox, photoActs } from '../input.ts';

export type Act = {
  id: string;
  act: (typeof photoActs)[number];
  boxes: PhotoBox[];
  aboutId: string | null;
  byUserId: string;
  at: Date;
};

/** Acts that count, oldest first: neither undone nor an undo. */
export function standing(acts: readonly Act[]): Act[] {
  const undone = new Set(acts.flatMap(({ act, aboutId }) => (act === 'undo' && aboutId ? [aboutId] : [])));
  return acts.filter(({ id, act }) => act !== 'undo' && !undone.has(id));
}

/** How a photo stands after its acts: the last word counts, and none means that nobody has looked. */
export function afterActs(acts: readonly Act[]): {
  boxes: PhotoBox[];
  reviewedBy: string | null;
  reviewedAt: Date | null;
} {
  const last = standing(acts).at(-1);
  return { boxes: last?.boxes ?? [], reviewedBy: last?.byUserId ?? null, reviewedAt: last?.at ?? null };
}
