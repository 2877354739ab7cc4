import type { TextSpan } from '../../../../../lib/triage/text/input.ts';
import type { DecidedMark } from '../../../../../lib/triage/text/marks.ts';

type Props = {
  text: string;
  language: string;
  spans: readonly TextSpan[];
  marks: readonly DecidedMark[];
  legend: string;
};

/** The text word by word: whatever is chosen is hidden; the flags have their own choices and stand as they are. */
export function Words({ text, language, spans, marks, legend }: Props) {
  const flagged = (start: number, end: number) => marks.find((mark) => mark.start < end && mark.end > start);
  const hidden = (start: number, end: number) =>
    spans.some((span) => span.hide && span.start <= start && span.end >= end);
  return (
    <fieldset className="text-words">
      <legend>{legend}</legend>
      {[...text.matchAll(/\S+/gu)].map(({ index: start, 0: word }) => {
        const end = start + word.length;
        if (flagged(start, end))
          return (
            <mark key={start} lang={language}>
              {word}
            </mark>
          );
        return (
          <label key={start} lang={language}>
            <input
              type="checkbox"
              name={`word-${start}-${end}`}
              value="hide"
              defaultChecked={hidden(start, end)}
              className="visually-hidden"
            />
            <span>{word}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
