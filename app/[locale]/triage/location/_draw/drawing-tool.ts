import * as L from 'leaflet';
import {
  TerraDraw,
  TerraDrawLineStringMode,
  TerraDrawModeUndoRedo,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
  ValidateNotSelfIntersecting,
} from 'terra-draw';
import { TerraDrawLeafletAdapter } from 'terra-draw-leaflet-adapter';
import { type Geometry, type Position, positionsOf } from '../../../../../lib/geo/lng-lat.ts';
import type { ShapeKind } from '../../../../../lib/geo/parse-vertices.ts';

const modes: Record<ShapeKind, string> = { point: 'point', line: 'linestring', polygon: 'polygon' };
const modeOf: Record<Geometry['type'], string> = { Point: 'point', LineString: 'linestring', Polygon: 'polygon' };

export type DrawingTool = {
  /** An empty map; the next click sets the first vertex. */
  begin(kind: ShapeKind): void;
  /** A shape that is there already, to be changed by its vertices. */
  show(geometry: Geometry): void;
  drawing(): boolean;
  /** Takes back the last vertex of a shape that is not finished; false where there is none. */
  undo(): boolean;
  /** A ring about the corner that the page's buttons are at; none without a place. */
  ring(at: Position | undefined): void;
  stop(): void;
};
type Told = {
  /** A finished shape or a finished change of one. */
  onShape(vertices: Position[]): void;
  /** The shape as it stands at this moment, null where there is none. */
  onMove(geometry: Geometry | null): void;
};

/** Draws and changes one shape on a Leaflet map. Vertices are given without the one that closes a ring. */
export function drawingTool(map: L.Map, { onShape, onMove }: Told): DrawingTool {
  const colour = (name: string) =>
    getComputedStyle(document.documentElement).getPropertyValue(name).trim() as `#${string}`;
  const [ink, paper] = [colour('--action'), colour('--surface')];
  const corners = { midpoints: true, draggable: true, deletable: true };
  const simple = { validation: ValidateNotSelfIntersecting };
  const draw = new TerraDraw({
    adapter: new TerraDrawLeafletAdapter({ lib: L, map, coordinatePrecision: 7 }),
    undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
    modes: [
      new TerraDrawPointMode({ styles: { pointColor: ink, pointWidth: 7, pointOutlineColor: paper } }),
      new TerraDrawLineStringMode({
        styles: { lineStringColor: ink, lineStringWidth: 3, closingPointColor: ink, closingPointWidth: 7 },
      }),
      new TerraDrawPolygonMode({
        validation: (feature, { updateType }) =>
          updateType === 'provisional' ? { valid: true } : ValidateNotSelfIntersecting(feature),
        styles: {
          ...{ fillColor: ink, fillOpacity: 0.15, outlineColor: ink, outlineWidth: 3 },
          ...{ closingPointColor: ink, closingPointWidth: 7 },
        },
      }),
      new TerraDrawSelectMode({
        keyEvents: null,
        allowManualDeselection: false,
        flags: {
          point: { feature: { draggable: true } },
          linestring: { feature: { coordinates: corners } },
          polygon: { feature: { ...simple, coordinates: corners } },
        },
        styles: {
          ...{ selectedPointColor: ink, selectedPointWidth: 7, selectedPointOutlineColor: paper },
          ...{ selectedLineStringColor: ink, selectedLineStringWidth: 3 },
          ...{ selectedPolygonColor: ink, selectedPolygonFillOpacity: 0.15, selectedPolygonOutlineColor: ink },
          ...{ selectionPointColor: ink, selectionPointWidth: 7, selectionPointOutlineColor: paper },
          ...{ midPointColor: paper, midPointOutlineColor: ink, midPointWidth: 5, midPointOutlineWidth: 2 },
        },
      }),
    ],
  });
  draw.start();

  // the marks that the tool adds at corners and middles are points of another mode
  const shape = () => draw.getSnapshot().find(({ geometry, properties }) => properties.mode === modeOf[geometry.type]);
  draw.on('change', () => onMove((shape()?.geometry as Geometry | undefined) ?? null));
  draw.on('finish', (id, { action }) => {
    const geometry = draw.getSnapshotFeature(id)?.geometry as Geometry | undefined;
    if (!geometry) return;
    const vertices = positionsOf(geometry);
    onShape(geometry.type === 'Polygon' ? vertices.slice(0, -1) : vertices);
    // not within the tool's own event
    if (action === 'draw') setTimeout(() => draw.enabled && draw.hasFeature(id) && draw.selectFeature(id));
  });
  const ring = L.circleMarker([0, 0], { radius: 13, weight: 3, color: ink, fill: false, interactive: false });
  return {
    ring(at) {
      if (at) ring.setLatLng([at[1], at[0]]).addTo(map);
      else ring.remove();
    },
    begin(kind) {
      draw.clear();
      draw.setMode(modes[kind]);
    },
    show(geometry) {
      draw.clear();
      const id = draw.getFeatureId();
      const properties = { mode: modeOf[geometry.type] };
      const [added] = draw.addFeatures([{ type: 'Feature', id, geometry: geometry as never, properties }]);
      if (added?.valid) draw.selectFeature(id);
    },
    drawing: () => draw.getModeState() === 'drawing',
    undo: () => draw.getModeState() === 'drawing' && draw.undo(),
    stop() {
      ring.remove();
      draw.stop();
    },
  };
}
