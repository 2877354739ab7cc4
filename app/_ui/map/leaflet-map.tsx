'use client';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import 'leaflet/dist/leaflet.css';
import type { Bbox } from '../../../lib/geo/bbox.ts';
import type { LngLat } from '../../../lib/geo/lng-lat.ts';
import type { MapHandle } from './create-map.ts';
import './map.css';
import type { AreaGeometry, MapFeature, MapName, MapWords, TileSource } from './map-feature.ts';

type Props = {
  words: MapWords;
  bounds: Bbox;
  features: readonly MapFeature[];
  names?: readonly MapName[];
  area?: AreaGeometry;
  tiles?: TileSource;
  /** Drawn in ink; `followSelection` also brings it into view. */
  selectedId?: string;
  followSelection?: boolean;
  onSelect?: (id: string) => void;
  /** Makes the map a picker: tap, or move the crosshair by arrow keys and press Enter. */
  onPick?: (at: LngLat, zoom: number) => void;
  /** The map once it stands, undefined when it goes. */
  onReady?: (map: MapHandle | undefined) => void;
  /** Stands in the map's place until Leaflet has come. */
  children?: ReactNode;
};

const none: readonly MapName[] = [];

/** Features on a pannable map. Needs a table or list twin beside it: shapes on a map are for eyes only. */
export function LeafletMap(props: Props) {
  const { words, bounds, features, names = none, area, tiles, selectedId, followSelection = false } = props;
  const element = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapHandle>();
  const latest = useRef(props);
  latest.current = props;
  // By content: fresh data bring equal names and area as new objects, and the map shall stay where the reader moved it.
  const ground = JSON.stringify([names, area, tiles?.url]);

  useEffect(() => {
    let made: MapHandle | undefined;
    let gone = false;
    import('./create-map.ts').then(({ createMap }) => {
      if (gone || !element.current) return;
      const setup = latest.current;
      made = createMap(element.current, {
        words: setup.words,
        bounds: setup.bounds,
        names: setup.names ?? none,
        area: setup.area,
        tiles: setup.tiles,
      });
      made.onSelect((id) => latest.current.onSelect?.(id));
      made.onPick((at, zoom) => latest.current.onPick?.(at, zoom));
      setMap(made);
    });
    return () => {
      gone = true;
      made?.destroy();
      setMap(undefined);
    };
  }, [ground]);

  useEffect(() => latest.current.onReady?.(map), [map]);
  useEffect(() => map?.setFeatures(features), [map, features]);
  useEffect(() => map?.select(selectedId, followSelection), [map, selectedId, followSelection]);
  const box = JSON.stringify(bounds);
  const first = useRef(box);
  useEffect(() => {
    if (box !== first.current) map?.show(JSON.parse(box));
    first.current = box;
  }, [map, box]);

  const pick = () => {
    if (!map || !props.onPick) return;
    const { zoom, ...at } = map.centre();
    props.onPick(at, zoom);
  };
  return (
    <div className="map-frame" data-ready={map ? 'yes' : 'no'}>
      {!map && props.children}
      <div
        ref={element}
        className="map-canvas"
        role="application"
        aria-label={words.label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move the map
        tabIndex={0}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && props.onPick) {
            event.preventDefault();
            pick();
          }
        }}
      />
      {props.onPick && <span className="map-crosshair" aria-hidden="true" />}
      {props.onPick && words.pickHint && <p className="map-hint">{words.pickHint}</p>}
    </div>
  );
}
