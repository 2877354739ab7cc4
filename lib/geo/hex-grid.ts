import { cellToBoundary, cellToLatLng, POLYGON_TO_CELLS_FLAGS, polygonToCellsExperimental } from 'h3-js';
import { type LngLatPolygons, type Plane, type Point, planeOf } from './hex-plane.ts';
import { boundsOf, crossingsAt, isWithin, ringMoments } from './hex-shape.ts';

/**
 * Hexagonal cells in an equal-area plane. x, y: centres in metres; area: square metres; ids: H3 indexes or running
 * numbers, ascending; order/binStart: cells sorted into square bins for range queries.
 */
export type Grid = {
  size: number;
  resolution: number | null;
  plane: Plane;
  ids: BigUint64Array;
  x: Float64Array;
  y: Float64Array;
  area: Float64Array;
  meanArea: number;
  totalArea: number;
  bins: Bins;
  corners(cell: number): Point[];
};

type Bins = { minX: number; minY: number; side: number; nx: number; ny: number; start: Int32Array; order: Int32Array };

/** Every H3 cell that the polygons touch, so that no border land is left without a cell. */
export function h3Grid(polygons: LngLatPolygons, resolution: number): Grid {
  const names = new Set<string>();
  for (const rings of polygons) {
    const loops = rings.map((ring) => ring.map(([lng, lat]) => [lng, lat]));
    const touched = polygonToCellsExperimental(loops, resolution, POLYGON_TO_CELLS_FLAGS.containmentOverlapping, true);
    for (const name of touched) names.add(name);
  }
  const ids = BigUint64Array.from([...names], (name) => BigInt(`0x${name}`)).sort();
  const plane = planeOf(polygons);
  const x = new Float64Array(ids.length);
  const y = new Float64Array(ids.length);
  const area = new Float64Array(ids.length);
  const corners = (cell: number) =>
    cellToBoundary(h3Name(ids[cell]!), true)
      .slice(0, -1)
      .map(([lng, lat]) => plane.toPlane([lng!, lat!]));
  for (let cell = 0; cell < ids.length; cell++) {
    const [lat, lng] = cellToLatLng(h3Name(ids[cell]!));
    [x[cell], y[cell]] = plane.toPlane([lng, lat]) as [number, number];
    area[cell] = Math.abs(ringMoments(corners(cell)).area);
  }
  return finish({ resolution, plane, ids, x, y, area, corners });
}

export const h3Name = (id: bigint) => id.toString(16);

/**
 * Regular hexagons of one area in the polygons' equal-area plane, anchored at the bounding box's south-west corner
 * moved by (offsetX, offsetY) cell widths; a cell belongs when its centre lies inside.
 */
export function plainHexGrid(polygons: LngLatPolygons, cellAreaSquareMetres: number, offsetX = 0, offsetY = 0): Grid {
  const plane = planeOf(polygons);
  const shapes = polygons.map((rings) => rings.map((ring) => ring.map(plane.toPlane)));
  const side = Math.sqrt((2 * cellAreaSquareMetres) / (3 * Math.sqrt(3)));
  const [width, rise] = [side * Math.sqrt(3), side * 1.5];
  const [minX, minY, maxX, maxY] = boundsOf(shapes.flatMap((rings) => rings[0] ?? []));
  const xs: number[] = [];
  const ys: number[] = [];
  for (let row = 0; minY + (row + offsetY - 1) * rise <= maxY; row++) {
    const y = minY + (row + offsetY) * rise;
    const shift = row % 2 ? 0.5 : 0;
    // Once a row: a country's outline has more corners than a row has cells.
    const crossings = shapes.map((rings) => crossingsAt(rings, y)).filter(({ length }) => length);
    for (let column = -1; minX + (column + offsetX - 1) * width <= maxX; column++) {
      const x = minX + (column + offsetX + shift) * width;
      if (crossings.some((one) => isWithin(one, x))) {
        xs.push(x);
        ys.push(y);
      }
    }
  }
  const x = Float64Array.from(xs);
  const y = Float64Array.from(ys);
  const corners = (cell: number) =>
    [0, 1, 2, 3, 4, 5].map((k): Point => {
      const angle = Math.PI / 6 + (k * Math.PI) / 3;
      return [x[cell]! + side * Math.cos(angle), y[cell]! + side * Math.sin(angle)];
    });
  return finish({
    resolution: null,
    plane,
    ids: BigUint64Array.from(xs, (_, i) => BigInt(i)),
    x,
    y,
    area: new Float64Array(xs.length).fill(cellAreaSquareMetres),
    corners,
  });
}

function finish(grid: Omit<Grid, 'size' | 'meanArea' | 'totalArea' | 'bins'>): Grid {
  const size = grid.ids.length;
  const totalArea = grid.area.reduce((sum, area) => sum + area, 0);
  const meanArea = size ? totalArea / size : 0;
  return { ...grid, size, meanArea, totalArea, bins: sortIntoBins(grid.x, grid.y, 2 * Math.sqrt(meanArea)) };
}

function sortIntoBins(x: Float64Array, y: Float64Array, side: number): Bins {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < x.length; i++) {
    minX = Math.min(minX, x[i]!);
    minY = Math.min(minY, y[i]!);
    maxX = Math.max(maxX, x[i]!);
    maxY = Math.max(maxY, y[i]!);
  }
  if (!x.length) return { minX: 0, minY: 0, side: 1, nx: 0, ny: 0, start: new Int32Array(1), order: new Int32Array(0) };
  const nx = Math.floor((maxX - minX) / side) + 1;
  const ny = Math.floor((maxY - minY) / side) + 1;
  const start = new Int32Array(nx * ny + 1);
  const bin = (i: number) => Math.floor((y[i]! - minY) / side) * nx + Math.floor((x[i]! - minX) / side);
  for (let i = 0; i < x.length; i++) start[bin(i) + 1]!++;
  for (let b = 0; b < nx * ny; b++) start[b + 1]! += start[b]!;
  const next = start.slice();
  const order = new Int32Array(x.length);
  for (let i = 0; i < x.length; i++) order[next[bin(i)]!++] = i;
  return { minX, minY, side, nx, ny, start, order };
}

/** Calls `visit(first, end)` for runs of grid.bins.order that hold every cell within reach metres (and some beyond). */
export function visitRuns(
  grid: Grid,
  x: number,
  y: number,
  reach: number,
  visit: (first: number, end: number) => void,
) {
  const { minX, minY, side, nx, ny, start } = grid.bins;
  const left = Math.max(0, Math.floor((x - reach - minX) / side));
  const right = Math.min(nx - 1, Math.floor((x + reach - minX) / side));
  const top = Math.min(ny - 1, Math.floor((y + reach - minY) / side));
  if (left > right) return;
  for (let row = Math.max(0, Math.floor((y - reach - minY) / side)); row <= top; row++)
    visit(start[row * nx + left]!, start[row * nx + right + 1]!);
}

/** The cell whose centre is nearest, if nearer than reach metres; else -1. On a hexagonal grid: the cell that holds the point. */
export function nearestCell(grid: Grid, x: number, y: number, reach: number): number {
  let best = -1;
  let bestSquare = reach * reach;
  visitRuns(grid, x, y, reach, (first, end) => {
    for (let k = first; k < end; k++) {
      const cell = grid.bins.order[k]!;
      const square = (grid.x[cell]! - x) ** 2 + (grid.y[cell]! - y) ** 2;
      if (square < bestSquare) [best, bestSquare] = [cell, square];
    }
  });
  return best;
}
