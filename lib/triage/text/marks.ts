import { findPersonal, type Mark } from './find-personal.ts';
import type { TextSpan } from './input.ts';

/** A flag of the detector with what was decided about it; null: nothing yet. */
export type DecidedMark = Mark & { hide: boolean | null };

/** How a report's text stands: what was decided of the words as they are now, and whether a person has read them. */
export type TextState = { spans: readonly TextSpan[]; read: boolean; undoable: boolean };

const covers = (mark: Mark) => (span: TextSpan) => span.start <= mark.start && span.end >= mark.end;

/** The flags of a text in order, each with the decision that covers it; of several, one that hides. */
export const marksOf = (text: string, spans: readonly TextSpan[]): DecidedMark[] =>
  findPersonal(text).map((mark) => {
    const over = spans.filter(covers(mark));
    return { ...mark, hide: over.length === 0 ? null : over.some(({ hide }) => hide) };
  });

/** How many flags still wait for a decision. */
export const marksLeft = (text: string, spans: readonly TextSpan[]): number =>
  marksOf(text, spans).filter(({ hide }) => hide === null).length;

/** What stands for whatever was hidden, however long it was. */
export const hiddenWords = '[…]';

/** The text as it may be shown further; hidden spans that touch or have only spaces between them are one. */
export function redactedText(text: string, spans: readonly TextSpan[]): string {
  const hidden = spans.filter(({ hide }) => hide).sort((a, b) => a.start - b.start);
  let at = 0;
  let shown = '';
  for (const { start, end } of hidden) {
    const between = text.slice(at, Math.max(at, start));
    if (!shown.endsWith(hiddenWords) || between.trim() !== '') shown += between + hiddenWords;
    at = Math.max(at, end);
  }
  return shown + text.slice(at);
}
