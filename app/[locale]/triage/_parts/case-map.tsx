'use client';
import { useEffect, useMemo, useState } from 'react';
import type { Bbox } from '../../../../lib/geo/bbox.ts';
import { LeafletMap } from '../../../_ui/map/leaflet-map.tsx';
import type { AreaGeometry, MapFeature, MapName, MapWords, TileSource } from '../../../_ui/map/map-feature.ts';
import { useLivePayload } from '../../../_ui/map/use-live-payload.ts';

type Props = {
  words: MapWords;
  bounds: Bbox;
  features: MapFeature[];
  names: MapName[];
  tiles: TileSource;
  area: AreaGeometry | undefined;
  /** The live danger layer below the claims. */
  payloadUrl: string;
  versionUrl: string;
  children?: React.ReactNode;
};

/** The claims of a case. */
export function CaseMap({ words, bounds, features, names, tiles, area, children, ...urls }: Props) {
  const [selectedId, setSelectedId] = useState<string>();
  useEffect(() => lightFrom(setSelectedId), []);
  // a refreshed page brings an equal list, and another list would draw the map anew
  const [steadyNames] = useState(names);
  const [steadyArea] = useState(area);
  const { payload } = useLivePayload({ asked: true, ...urls });
  const drawn = useMemo(() => [...(payload?.features ?? []).filter(isGround), ...features], [payload, features]);
  return (
    <LeafletMap
      words={words}
      bounds={bounds}
      features={drawn}
      names={steadyNames}
      area={steadyArea}
      tiles={tiles}
      selectedId={selectedId}
      onSelect={setSelectedId}
    >
      {children}
    </LeafletMap>
  );
}

/** Whoever points at a candidate of the list, or walks it by keys, sees its pin lit. Answers how to stop. */
function lightFrom(light: (id: string | undefined) => void): () => void {
  const at = ({ target }: Event) => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-lights]') : null;
    if (row) light(row.dataset.lights);
  };
  document.addEventListener('pointerover', at);
  document.addEventListener('focusin', at);
  return () => {
    document.removeEventListener('pointerover', at);
    document.removeEventListener('focusin', at);
  };
}

const isGround = ({ look }: MapFeature) => look !== 'clue' && look !== 'settlement';
