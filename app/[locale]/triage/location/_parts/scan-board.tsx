'use client';
import { type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { formatDecimal } from '../../../../../lib/geo/format-coordinates.ts';
import { LeafletMap } from '../../../../_ui/map/leaflet-map.tsx';
import type { MapFeature } from '../../../../_ui/map/map-feature.ts';
import type { DeskGround } from './desk-ground.ts';
import { marksOf, type Pixel, pixelText, withLine } from './scan-marks.ts';
import { writeField } from './write-field.ts';

type Words = Record<
  'board' | 'mode' | 'control' | 'feature' | 'stepImage' | 'stepMap' | 'stepFeature' | 'larger' | 'smaller' | 'undo',
  string
>;
type Props = {
  src: string;
  width: number;
  height: number;
  words: Words;
  map: DeskGround;
};
const fieldOf = (name: 'points' | 'feature') => document.getElementById(name) as HTMLTextAreaElement | null;

/** The image and the map side by side; what is clicked is written into the form's own fields, which stay the keyboard's path. */
export function ScanBoard({ src, width, height, words, map }: Props) {
  const [mode, setMode] = useState<'points' | 'feature'>('points');
  const [pending, setPending] = useState<Pixel | null>(null);
  const [zoom, setZoom] = useState(1);
  const [texts, setTexts] = useState({ points: '', feature: '' });
  const image = useRef<HTMLImageElement>(null);

  useEffect(() => {
    const read = () => setTexts({ points: fieldOf('points')?.value ?? '', feature: fieldOf('feature')?.value ?? '' });
    read();
    document.addEventListener('input', read);
    return () => document.removeEventListener('input', read);
  }, []);
  const write = (name: 'points' | 'feature', text: string) => {
    const field = fieldOf(name);
    if (field) writeField(field, text);
  };
  const add = (name: 'points' | 'feature', line: string) => write(name, withLine(fieldOf(name)?.value ?? '', line));

  const clicked = ({ clientX, clientY }: MouseEvent) => {
    const box = image.current?.getBoundingClientRect();
    if (!box) return;
    const at = { x: ((clientX - box.left) / box.width) * width, y: ((clientY - box.top) / box.height) * height };
    if (mode === 'feature') add('feature', pixelText(at));
    else setPending(at);
  };
  const undo = () => {
    if (pending) return setPending(null);
    const lines = (fieldOf(mode)?.value ?? '').split(/\r?\n/).filter((one) => one.trim() !== '');
    write(mode, lines.slice(0, -1).join('\n'));
  };

  const control = useMemo(() => marksOf(texts.points), [texts.points]);
  const drawn = useMemo(() => marksOf(texts.feature), [texts.feature]);
  const features = useMemo(
    () => [
      ...map.features,
      ...control.flatMap(({ letter, lngLat }): MapFeature[] =>
        lngLat
          ? [
              {
                id: `control-${letter}`,
                geometry: { type: 'Point', coordinates: [lngLat.lng, lngLat.lat] },
                ...{ look: 'claim-quiet', letter },
              },
            ]
          : [],
      ),
    ],
    [map.features, control],
  );
  const place = ({ x, y }: Pixel) => ({ left: `${(x / width) * 100}%`, top: `${(y / height) * 100}%` });
  const step = mode === 'feature' ? words.stepFeature : pending ? words.stepMap : words.stepImage;
  return (
    <div className="scan-board">
      <div className="scan-tools">
        <fieldset>
          <legend className="visually-hidden">{words.mode}</legend>
          {(['points', 'feature'] as const).map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="scan-mode"
                checked={mode === one}
                onChange={() => {
                  setMode(one);
                  setPending(null);
                }}
              />{' '}
              {one === 'points' ? words.control : words.feature}
            </label>
          ))}
        </fieldset>
        <button type="button" className="button button-second" onClick={() => setZoom(Math.min(8, zoom * 1.5))}>
          {words.larger}
        </button>
        <button type="button" className="button button-second" onClick={() => setZoom(Math.max(1, zoom / 1.5))}>
          {words.smaller}
        </button>
        <button type="button" className="button button-second" onClick={undo}>
          {words.undo}
        </button>
      </div>
      <p className="scan-step" role="status">
        {step}
      </p>
      <div className="scan-sides">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <section className="scan-view" tabIndex={0} aria-label={words.board}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: pixels can be typed in the fields below */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: pixels can be typed in the fields below */}
          <div className="scan-sheet" style={{ width: `${zoom * 100}%` }} onClick={clicked}>
            <img ref={image} src={src} alt={words.board} width={width} height={height} draggable={false} />
            {control.map((mark) => (
              <span key={`c${mark.letter}`} className="scan-mark" style={place(mark)} aria-hidden="true">
                {mark.letter}
              </span>
            ))}
            {drawn.map((mark) => (
              <span
                key={`f${mark.letter}`}
                className="scan-mark scan-mark-drawn"
                style={place(mark)}
                aria-hidden="true"
              />
            ))}
            {pending && (
              <span className="scan-mark scan-mark-open" style={place(pending)} aria-hidden="true">
                ?
              </span>
            )}
          </div>
        </section>
        <LeafletMap
          {...map}
          features={features}
          onPick={(at) => {
            if (!pending) return;
            add('points', `${pixelText(pending)} = ${formatDecimal(at)}`);
            setPending(null);
          }}
        />
      </div>
    </div>
  );
}
