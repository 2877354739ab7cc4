'use client';

type Words = Record<'corner' | 'previous' | 'next' | 'remove', string>;
type Props = {
  words: Words;
  at: number;
  count: number;
  fewest: number;
  go(at: number): void;
  remove(at: number): void;
};

/** One corner of the shape at a time, by finger, mouse or keyboard; the map shows which by a ring. */
export function CornerTools({ words, at, count, fewest, go, remove }: Props) {
  const step = (by: number) => go((at + by + count) % count);
  const told = words.corner.replace('{number}', String(at + 1)).replace('{count}', String(count));
  return (
    <div className="draw-tools">
      <button type="button" className="button button-second" aria-label={words.previous} onClick={() => step(-1)}>
        <span aria-hidden="true">←</span>
      </button>
      <output>{told}</output>
      <button type="button" className="button button-second" aria-label={words.next} onClick={() => step(1)}>
        <span aria-hidden="true">→</span>
      </button>
      <button type="button" className="button button-second" disabled={count <= fewest} onClick={() => remove(at)}>
        {words.remove}
      </button>
    </div>
  );
}
