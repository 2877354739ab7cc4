import type { DecidedMark } from '../../../../../lib/triage/text/marks.ts';

type Props = {
  mark: DecidedMark;
  words: string;
  language: string;
  told: { kind: string; hide: string; keep: string };
};

/** One flag of the detector: hide it or keep it; nothing is chosen beforehand. */
export function MarkChoice({ mark: { start, end, hide }, words, language, told }: Props) {
  return (
    <fieldset className="mark-choice">
      <legend>
        {told.kind}: <mark lang={language}>{words}</mark>
      </legend>
      {(['hide', 'keep'] as const).map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name={`mark-${start}-${end}`}
            value={choice}
            defaultChecked={hide !== null && hide === (choice === 'hide')}
          />
          {told[choice]}
        </label>
      ))}
    </fieldset>
  );
}
