import { bboxCentre, bboxOf } from '../../../lib/geo/bbox.ts';
import { graticule } from '../../../lib/geo/graticule.ts';
import { fromPosition, type LngLat, type Position } from '../../../lib/geo/lng-lat.ts';
import { type SquareId, squareCorner, squareMetres } from '../../../lib/geo/squares.ts';
import { toUtm } from '../../../lib/geo/utm.ts';
import { placeLabels, textWidth } from './label-positions.ts';
import type { AreaGeometry, MapName } from './map-feature.ts';

type Props = {
  id: string;
  width: number;
  area: AreaGeometry;
  squares: readonly SquareId[];
  names: readonly MapName[];
  /** Over squares and hatch, which stay to be seen. */
  released?: readonly AreaGeometry[];
  /** Outlined and numbered, for those who may see them. */
  zones?: readonly AreaGeometry[];
  words: { image: string; outside: string; scale: string };
};
const marginMetres = 14_000;
const scaleMetres = 50_000;
const font = 13;

/** The public map as a drawing on the grid of its own squares: needs no script and no tile server. */
export function PublicSvg({ id, width, area, squares, names, released = [], zones = [], words }: Props) {
  const rings = ringsOf(area);
  const zoneRings = zones.map(ringsOf);
  const grid = [...rings, ...zoneRings.flat()].flat().map((position) => toUtm(fromPosition(position)));
  const corners = squares.map(squareCorner);
  const [west, east] = extent([...grid, ...corners].map(({ eastMetres }) => eastMetres));
  const [south, north] = extent([...grid, ...corners].map(({ northMetres }) => northMetres));
  const pixel = width / (east - west);
  const height = Math.round((north - south) * pixel);
  const at = (place: LngLat) => {
    const { eastMetres, northMetres } = toUtm(place);
    return { x: round((eastMetres - west) * pixel), y: round((north - northMetres) * pixel) };
  };
  const side = round(squareMetres * pixel);
  const boxes = corners.map(({ eastMetres, northMetres }) => ({
    x: round((eastMetres - west) * pixel),
    y: round((north - northMetres - squareMetres) * pixel),
    width: side,
    height: side,
  }));
  const pathOf = (rings: readonly Position[][]) =>
    rings
      .map((ring) => `M${ring.map((position) => Object.values(at(fromPosition(position))).join(' ')).join('L')}Z`)
      .join('');
  const outline = pathOf(rings);
  const frame = { x: 4, y: 4, width: width - 8, height: height - 26 };
  const shown = names.filter(({ rank }) => rank === 1 || width > 600);
  const places = shown.map((name) => ({
    ...at(name),
    id: name.id,
    text: name.name,
    most: name.rank > 1 ? 7 : width > 600 ? 70 : 20,
  }));
  const outside = { x: 12, y: height - 34 };
  const outsideBox = { x: 12, y: outside.y - font, width: textWidth(words.outside, font), height: font * 1.3 };
  const labels = placeLabels(places, [...boxes, outsideBox], frame, font);
  const box = bboxOf(rings.flat());
  const lines = graticule(
    { west: box.west - 0.5, south: box.south - 0.5, east: box.east + 0.5, north: box.north + 0.5 },
    0.5,
  );

  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className={`public-svg public-svg-${id}`}
      role="img"
      aria-label={words.image}
    >
      <defs>
        <pattern id={`${id}-hatch`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="6" className="map-hatch-line" />
          <line x1="1" y1="0" x2="1" y2="6" className="map-hatch-edge" />
        </pattern>
        <pattern id={`${id}-released`} width="7" height="7" patternUnits="userSpaceOnUse">
          <circle cx="3.5" cy="3.5" r="1.6" className="map-release-dot" />
        </pattern>
        <clipPath id={`${id}-frame`}>
          <rect width={width} height={height} />
        </clipPath>
      </defs>
      <rect width={width} height={height} className="svg-outside" />
      <path d={outline} className="svg-inside" />
      <g clipPath={`url(#${id}-frame)`}>
        {lines.map(({ kind, degrees, coordinates }) => {
          const [a, b] = (coordinates as [Position, Position]).map((end) => at(fromPosition(end)));
          return <line key={`${kind}${degrees}`} x1={a!.x} y1={a!.y} x2={b!.x} y2={b!.y} className="map-graticule" />;
        })}
      </g>
      <path d={boxes.map(({ x, y }) => `M${x} ${y}h${side}v${side}h-${side}z`).join('')} className="svg-danger" />
      <path d={outline} fill={`url(#${id}-hatch)`} />
      <path d={outline} className="map-border" />
      {released.map((land, i) => (
        <g key={i}>
          <path d={pathOf(everyRing(land))} className="svg-released-edge" />
          <path d={pathOf(everyRing(land))} fill={`url(#${id}-released)`} fillRule="evenodd" className="svg-released" />
        </g>
      ))}
      {zoneRings.map((ring, i) => {
        const { x, y } = at(bboxCentre(bboxOf(ring.flat())));
        return (
          <g key={i}>
            <path d={pathOf(ring)} className="svg-zone" />
            <text x={x} y={y + font / 3} textAnchor="middle" className="svg-name svg-zone-number">
              {i + 1}
            </text>
          </g>
        );
      })}
      {places.map(({ id: place, x, y }) => (
        <circle key={place} cx={x} cy={y} r="2.5" className="map-place" />
      ))}
      {labels.map(({ id: place, text, box: spot, leader, x, y }) => (
        <g key={place}>
          {leader && (
            <line
              x1={x}
              y1={y}
              x2={round(Math.min(Math.max(x, spot.x), spot.x + spot.width))}
              y2={round(Math.min(Math.max(y, spot.y), spot.y + spot.height))}
              className="map-leader"
            />
          )}
          <text
            x={round(x < spot.x ? spot.x : spot.x + spot.width)}
            y={round(spot.y + font)}
            textAnchor={x < spot.x ? 'start' : 'end'}
            className="svg-name"
          >
            {text}
          </text>
        </g>
      ))}
      <text {...outside} className="svg-outside-label">
        {words.outside}
      </text>
      <g transform={`translate(12 ${height - 10})`}>
        <path d={`M0 -6V0H${round(scaleMetres * pixel)}V-6`} className="svg-scale" />
        <text x={round(scaleMetres * pixel) + 6} y="0" className="svg-name">
          {words.scale}
        </text>
      </g>
    </svg>
  );
}

const ringsOf = (area: AreaGeometry): Position[][] =>
  (area.type === 'Polygon' ? [area.coordinates] : area.coordinates).map((polygon) => polygon[0]!);
const everyRing = (area: AreaGeometry): Position[][] =>
  area.type === 'Polygon' ? area.coordinates : area.coordinates.flat();
const round = (value: number): number => Math.round(value * 10) / 10;
const extent = (values: number[]): [number, number] => {
  const least = values.reduce((a, b) => Math.min(a, b)) - marginMetres;
  const most = values.reduce((a, b) => Math.max(a, b)) + marginMetres;
  return [least, most];
};
