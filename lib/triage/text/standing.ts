import { hmac } from '../../keys.ts';
import type { TextSpan, textActs } from './input.ts';
import type { TextState } from './marks.ts';

export type TextAct = {
  id: string;
  act: (typeof textActs)[number];
  textDigest: string;
  spans: TextSpan[];
  aboutId: string | null;
};

/** By which an act knows the text that it was made for. */
export const textDigest = (text: string): string => hmac('digest', text).toString('hex');

/** Acts that count for this text, oldest first: neither undone nor an undo. */
export function standing(acts: readonly TextAct[], text: string): TextAct[] {
  const digest = textDigest(text);
  const undone = new Set(acts.flatMap(({ act, aboutId }) => (act === 'undo' && aboutId ? [aboutId] : [])));
  return acts.filter((one) => one.act === 'decide' && one.textDigest === digest && !undone.has(one.id));
}

/** The last word counts; none means that nobody has decided. */
export function textState(acts: readonly TextAct[], text: string | null): TextState {
  const last = text && acts.length > 0 ? standing(acts, text).at(-1) : undefined;
  return { spans: last?.spans ?? [], read: last !== undefined, undoable: last !== undefined };
}
