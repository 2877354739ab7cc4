'use client';
import { type PointerEvent, useState } from 'react';
import type { PhotoBox } from '../../../../../lib/media/input.ts';
import { Button } from '../../../../_ui/button.tsx';

type Word = 'picture' | 'show' | 'draw' | 'add' | 'save' | 'remove' | 'none' | 'box' | 'x' | 'y' | 'width' | 'height';
type Props = {
  action: (data: FormData) => Promise<void>;
  source: string;
  width: number;
  height: number;
  version: number;
  boxes: readonly PhotoBox[];
  words: Record<Word, string>;
};
type Kept = PhotoBox & { key: number };
type Corner = { x: number; y: number };

const sides = ['x', 'y', 'width', 'height'] as const;

/** Boxes drawn with mouse, pen or finger, or typed as numbers: both fill the same fields, which a form posts. */
export function BoxesEditor({ action, source, width, height, version, boxes, words }: Props) {
  const [kept, setKept] = useState<Kept[]>(() => boxes.map((box, key) => ({ ...box, key })));
  const [start, setStart] = useState<Corner | null>(null);
  const [drawn, setDrawn] = useState<PhotoBox | null>(null);
  const [shown, setShown] = useState(false);
  const next = Math.max(-1, ...kept.map(({ key }) => key)) + 1;

  const at = ({ currentTarget, clientX, clientY }: PointerEvent): Corner => {
    const frame = currentTarget.getBoundingClientRect();
    const clamp = (value: number, most: number) => Math.round(Math.min(most, Math.max(0, value)));
    return {
      x: clamp(((clientX - frame.left) / frame.width) * width, width),
      y: clamp(((clientY - frame.top) / frame.height) * height, height),
    };
  };
  const between = (a: Corner, b: Corner): PhotoBox => ({
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  });
  const stop = () => {
    if (drawn && drawn.width >= 4 && drawn.height >= 4) setKept([...kept, { ...drawn, key: next }]);
    setStart(null);
    setDrawn(null);
  };
  const middle = (): Kept => ({
    x: Math.round(width * 0.4),
    y: Math.round(height * 0.4),
    width: Math.max(1, Math.round(width * 0.2)),
    height: Math.max(1, Math.round(height * 0.2)),
    key: next,
  });
  const change = (key: number, side: (typeof sides)[number], value: number) =>
    setKept(kept.map((box) => (box.key === key ? { ...box, [side]: value } : box)));

  return (
    <form action={action} className="boxes">
      <input type="hidden" name="version" value={version} />
      <div
        className="boxes-frame"
        style={{ aspectRatio: `${width} / ${height}`, maxWidth: `${(70 * width) / height}vh` }}
        onPointerDown={(event) => {
          if (!shown || event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setStart(at(event));
        }}
        onPointerMove={(event) => start && setDrawn(between(start, at(event)))}
        onPointerUp={stop}
        onPointerCancel={() => {
          setStart(null);
          setDrawn(null);
        }}
      >
        <img src={source} alt={words.picture} draggable={false} data-blurred={shown ? undefined : ''} />
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {[...kept, ...(drawn ? [{ ...drawn, key: -1 }] : [])].map(({ key, ...box }) => (
            <rect key={key} {...box} />
          ))}
        </svg>
        {!shown && (
          <button type="button" className="button button-second boxes-show" onClick={() => setShown(true)}>
            {words.show}
          </button>
        )}
      </div>
      <p className="quiet">{words.draw}</p>
      {kept.length === 0 && <p>{words.none}</p>}
      {kept.map(({ key, ...box }, i) => (
        <fieldset key={key} className="box-fields">
          <legend>
            {words.box} {i + 1}
          </legend>
          {sides.map((side) => (
            <label key={side}>
              {words[side]}
              <input
                type="number"
                name={`box-${key}-${side}`}
                value={box[side]}
                min={side === 'x' || side === 'y' ? 0 : 1}
                max={side === 'x' || side === 'width' ? width : height}
                onChange={({ target }) => change(key, side, Math.round(Number(target.value)))}
              />
            </label>
          ))}
          <Button kind="second" type="button" onClick={() => setKept(kept.filter((one) => one.key !== key))}>
            {words.remove}
          </Button>
        </fieldset>
      ))}
      <div className="redaction-acts">
        <Button kind="second" type="button" onClick={() => setKept([...kept, middle()])}>
          {words.add}
        </Button>
        {kept.length > 0 && <Button>{words.save}</Button>}
      </div>
    </form>
  );
}
