import { type SquareId, squareCorner, squareMetres } from '../../../../lib/geo/squares.ts';

const side = 28;
/** Squares of context on each side. */
const margin = 1;

/** The squares on their grid, north up: the one colour of the public map; the sentence before says the same. */
export function OwnSquares({ squares, title }: { squares: readonly SquareId[]; title: string }) {
  const corners = squares.map(squareCorner);
  const columns = corners.map(({ eastMetres }) => eastMetres / squareMetres);
  const rows = corners.map(({ northMetres }) => northMetres / squareMetres);
  const [west, north] = [Math.min(...columns) - margin, Math.max(...rows) + margin];
  const wide = Math.max(...columns) + margin - west + 1;
  const high = north - (Math.min(...rows) - margin) + 1;
  const lines = (count: number) => Array.from({ length: count + 1 }, (_, i) => i * side);
  return (
    <svg
      className="own-squares"
      viewBox={`-1 -1 ${wide * side + 2} ${high * side + 2}`}
      width={Math.min(wide * side, 280)}
      role="img"
      aria-label={title}
    >
      {corners.map((_, i) => (
        <rect
          key={squares[i]}
          x={(columns[i]! - west) * side}
          y={(north - rows[i]!) * side}
          width={side}
          height={side}
        />
      ))}
      <g stroke="currentColor" strokeOpacity="0.5">
        {lines(wide).map((x) => (
          <path key={x} d={`M${x} 0V${high * side}`} />
        ))}
        {lines(high).map((y) => (
          <path key={y} d={`M0 ${y}H${wide * side}`} />
        ))}
      </g>
    </svg>
  );
}
