'use client';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { changedCorner, cornersOf, fewestCorners, pressedCorner } from '../../../../../lib/geo/corners.ts';
import { formatDecimal } from '../../../../../lib/geo/format-coordinates.ts';
import { fromPosition, type Geometry } from '../../../../../lib/geo/lng-lat.ts';
import type { ShapeKind } from '../../../../../lib/geo/parse-vertices.ts';
import type { MapHandle } from '../../../../_ui/map/create-map.ts';
import { LeafletMap } from '../../../../_ui/map/leaflet-map.tsx';
import { type MeasureWords, measureInWords } from '../../_parts/shape-measure.ts';
import type { DeskGround } from '../_parts/desk-ground.ts';
import { withLine } from '../_parts/scan-marks.ts';
import { CornerTools } from './corner-tools.tsx';
import { parsedShape, type ToldShape, toldShape, verticesSoFar, writeVertices } from './draw-fields.ts';
import type { DrawingTool } from './drawing-tool.ts';

type Words = Record<
  ShapeKind | 'change' | 'keys' | 'undo' | 'anew' | 'corner' | 'previous' | 'next' | 'remove',
  string
>;
type Props = { map: DeskGround; words: Words; measures: MeasureWords };

/** A map to draw the form's shape on. Its vertices stand in the form's own field: what is drawn is written there, what is typed there is drawn. */
export function DrawBoard({ map, words, measures }: Props) {
  const [handle, setHandle] = useState<MapHandle>();
  const [tool, setTool] = useState<DrawingTool>();
  const [told, setTold] = useState<ToldShape>({ kind: 'point', datum: 'wgs84', text: '' });
  const [moving, setMoving] = useState<Geometry | null>(null);
  const [corner, setCorner] = useState(0);
  const written = useRef<string>(undefined);
  const past = useRef<string[]>([]);

  useEffect(() => {
    const read = () => setTold(toldShape());
    // a reset form has its old values only after the event
    const later = () => setTimeout(read);
    read();
    for (const name of ['input', 'change']) document.addEventListener(name, read);
    document.addEventListener('reset', later);
    return () => {
      for (const name of ['input', 'change']) document.removeEventListener(name, read);
      document.removeEventListener('reset', later);
    };
  }, []);
  useEffect(() => {
    if (!handle) return;
    let made: DrawingTool | undefined;
    let gone = false;
    import('./drawing-tool.ts').then(({ drawingTool }) => {
      if (gone) return;
      made = drawingTool(handle.leaflet, {
        onMove: setMoving,
        onShape(vertices) {
          const before = toldShape();
          const changed = changedCorner(cornersOf(parsedShape(before)), vertices);
          if (changed !== undefined) setCorner(changed);
          past.current.push(before.text);
          written.current = vertices.map((one) => formatDecimal(fromPosition(one))).join('\n');
          writeVertices(written.current);
        },
      });
      setTool(made);
    });
    return () => {
      gone = true;
      made?.stop();
      setTool(undefined);
    };
  }, [handle]);

  const { kind, datum, text } = told;
  const geometry = useMemo(() => parsedShape({ kind, datum, text }), [kind, datum, text]);
  useEffect(() => {
    // what it wrote itself it shows already
    if (!tool || text === written.current) return;
    written.current = undefined;
    if (geometry) tool.show(geometry);
    else tool.begin(kind);
  }, [tool, kind, text, geometry]);
  const corners = useMemo(() => cornersOf(geometry), [geometry]);
  const at = Math.min(corner, corners.length - 1);
  useEffect(() => {
    tool?.ring(corners[at]);
  }, [tool, corners, at]);
  useEffect(() => {
    if (!handle) return;
    const { leaflet } = handle;
    const press = ({ containerPoint }: { containerPoint: { x: number; y: number } }) => {
      const found = pressedCorner(
        corners.map(([lng, lat]) => leaflet.latLngToContainerPoint([lat, lng])),
        containerPoint,
      );
      if (found !== undefined) setCorner(found);
    };
    leaflet.on('click', press);
    return () => void leaflet.off('click', press);
  }, [handle, corners]);
  const features = useMemo(
    () => (geometry ? map.features : [...map.features, ...verticesSoFar({ kind, datum, text })]),
    [map.features, geometry, kind, datum, text],
  );

  const rewrite = (next: string) => {
    written.current = undefined;
    writeVertices(next);
  };
  const undo = () => {
    if (!tool?.undo() && past.current.length > 0) rewrite(past.current.pop()!);
  };
  const remove = (index: number) => {
    past.current.push(text);
    rewrite(
      corners
        .filter((_, i) => i !== index)
        .map((one) => formatDecimal(fromPosition(one)))
        .join('\n'),
    );
  };
  const anew = () => {
    if (text !== '') past.current.push(text);
    rewrite('');
    tool?.begin(kind);
  };
  const key = (event: KeyboardEvent) => {
    const onMap = event.target instanceof Element && event.target.classList.contains('map-canvas');
    if (!onMap || event.code !== 'Enter' || !handle || tool?.drawing()) return;
    past.current.push(text);
    const vertex = formatDecimal(handle.centre());
    rewrite(kind === 'point' ? vertex : withLine(text, vertex));
  };
  return (
    <div className="draw-board" data-ready={tool ? 'yes' : 'no'}>
      <p className="small" id="draw-hint">
        {geometry && kind !== 'point' ? words.change : words[kind]} {words.keys}
      </p>
      <div className="draw-map" onKeyDownCapture={key}>
        <LeafletMap {...map} features={features} onReady={setHandle} />
        <span className="map-crosshair" aria-hidden="true" />
      </div>
      {corners.length > 0 && (
        <CornerTools
          words={words}
          at={at}
          count={corners.length}
          fewest={fewestCorners(geometry)}
          go={setCorner}
          remove={remove}
        />
      )}
      <div className="draw-tools">
        <button type="button" className="button button-second" onClick={undo}>
          {words.undo}
        </button>
        <button type="button" className="button button-second" onClick={anew}>
          {words.anew}
        </button>
        <output htmlFor="shape-vertices">{measureInWords(moving ?? geometry, measures)}</output>
      </div>
    </div>
  );
}
