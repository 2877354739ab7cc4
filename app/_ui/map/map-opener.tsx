'use client';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { MapWords, TileSource } from './map-feature.ts';
import { useLivePayload } from './use-live-payload.ts';

const LeafletMap = lazy(async () => ({ default: (await import('./leaflet-map.tsx')).LeafletMap }));

type Props = {
  payloadUrl: string;
  /** Asked every two seconds for `{ number }`; a new number fetches the payload again. */
  versionUrl?: string;
  openAtOnce?: boolean;
  tiles: TileSource;
  words: MapWords & { open: string; tilesFrom: string; loading: string; failed: string; behind: string };
  /** The drawing that stands here before a tap, and without JavaScript for good. */
  children: ReactNode;
};

/** Fetches Leaflet and the map's data after a tap, never before. */
export function MapOpener({ payloadUrl, versionUrl, openAtOnce = false, tiles, words, children }: Props) {
  const [asked, setAsked] = useState(openAtOnce);
  const { payload, failed, behind } = useLivePayload({ asked, payloadUrl, versionUrl });

  if (payload)
    return (
      <div data-map-version={payload.number}>
        {behind && (
          <p className="map-behind" role="status">
            {words.behind}
          </p>
        )}
        <Suspense fallback={children}>
          <LeafletMap
            words={words}
            bounds={payload.bounds}
            features={payload.features}
            names={payload.names}
            area={payload.area}
            tiles={tiles}
          >
            {children}
          </LeafletMap>
        </Suspense>
      </div>
    );
  return (
    <>
      {children}
      {failed && <p role="status">{words.failed}</p>}
      {!failed && asked && <p role="status">{words.loading}</p>}
      {!asked && (
        <p className="map-open">
          <button type="button" className="button button-second" onClick={() => setAsked(true)}>
            {words.open}
          </button>
          <span className="quiet small">{words.tilesFrom}</span>
        </p>
      )}
    </>
  );
}
