import type { HazardReport } from './hazard-report.ts';
import type { Report } from './report.ts';

const WIDTH = 420;
const HEIGHT = 320;
const INK = '#1b2430';
const INKS: Record<string, string> = {
  mixture: '#1b2430',
  'count + decay': '#6b7785',
  KDE: '#1f4e9c',
  'KDE + decay': '#e34a33',
};
const DASHES: Record<string, string> = { mixture: '', 'count + decay': '2 3', KDE: '7 3', 'KDE + decay': '9 3 2 3' };

/** Hit-rate curves (all events, new places), the reliability diagram and hazardous area found, as one SVG; what is null is not drawn. */
export function pictureOf(report: Report | null, hazard: HazardReport | null): string {
  const below = 'share of area inspected, in the layer’s order';
  const panels: [title: string, below: string, content: string][] = [];
  for (const { which, models } of report?.sets ?? []) {
    const title = `Share of events hit, ${which === 'all' ? 'all events' : 'places never seen before'}`;
    // The first 30 % of area, where an inspection plan lives.
    const curves = models.map(({ name, curve }) => ({
      name,
      points: curve.map(({ area, hit }) => [area, hit] as const),
    }));
    panels.push([title, below, curvesOf(curves)]);
  }
  if (report?.calibration)
    panels.push([
      'Reliability: share of events',
      'tenths of forecast mass, most dangerous first',
      diagram(report.calibration),
    ]);
  if (hazard) {
    const curves = hazard.models.map(({ model, curve }) => ({ name: model, points: curve }));
    panels.push(['Share of surveyed hazardous area found', below, curvesOf(curves)]);
  }
  const width = panels.length * (WIDTH + 20) + 28;
  const drawn = panels.map((one, i) => panel(i, ...one)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${HEIGHT + 60}" font-family="system-ui, sans-serif" font-size="13"><rect width="100%" height="100%" fill="#faf8f4"/>${drawn}</svg>\n`;
}

function curvesOf(curves: readonly { name: string; points: readonly (readonly [number, number])[] }[]): string {
  const lines = curves.map(({ name, points }) =>
    path(
      points.filter(([area]) => area <= 0.3).map(([area, y]) => [area / 0.3, y] as const),
      name,
    ),
  );
  const legend = curves.map(({ name }, k) => {
    const y = 200 + 18 * k;
    const line = `<path d="M236 ${y - 4}h34" stroke="${INKS[name] ?? '#55606d'}" stroke-width="2" stroke-dasharray="${DASHES[name] ?? ''}"/>`;
    return line + text(278, y, name, INK);
  });
  const across = [0, 0.05, 0.1, 0.2, 0.3].map((area) => tickBelow(area / 0.3, `${Math.round(100 * area)} %`));
  const up = [0, 0.25, 0.5, 0.75, 1].map((y) => tickLeft(y, `${100 * y} %`));
  return [...across, ...up, ...lines, ...legend].join('');
}

type Calibration = NonNullable<Report['calibration']>;

function diagram({ before, after }: Calibration): string {
  const total = before.bins.reduce((sum, bin) => sum + bin.observed, 0);
  const most = Math.max(...[...before.bins, ...after.bins].flatMap((bin) => [bin.expected, bin.observed])) / total;
  const dots = (bins: typeof before.bins, fill: string) =>
    bins.map(({ expected, observed }, i) => {
      const [x, y] = at((i + 0.5) / 10, observed / total / most);
      const [, even] = at(0, expected / total / most);
      return `<path d="M${x - 14} ${even}h28" stroke="#55606d"/><circle cx="${x}" cy="${y}" r="5" fill="${fill}" stroke="#1b2430"/>`;
    });
  const up = [0, 0.05, 0.1, 0.15, 0.2]
    .filter((share) => share <= most)
    .map((share) => tickLeft(share / most, `${Math.round(100 * share)} %`));
  const across = Array.from({ length: 10 }, (_, i) => tickBelow((i + 0.5) / 10, String(i + 1)));
  const legend =
    text(60, 230, 'line: expected events', '#55606d') +
    text(60, 248, 'open dot: observed, before recalibration', '#55606d') +
    text(60, 266, 'full dot: observed, after recalibration', '#55606d');
  return [...up, ...across, ...dots(before.bins, 'none'), ...dots(after.bins, '#1b2430'), legend].join('');
}

const at = (x: number, y: number) => [40 + x * (WIDTH - 60), 20 + (1 - y) * (HEIGHT - 60)] as const;

function path(points: readonly (readonly [number, number])[], name: string): string {
  const d = points
    .map(
      ([x, y], i) =>
        `${i ? 'L' : 'M'}${at(x, y)
          .map((v) => v.toFixed(1))
          .join(' ')}`,
    )
    .join('');
  return `<path d="${d}" fill="none" stroke="${INKS[name] ?? '#55606d'}" stroke-width="2" stroke-dasharray="${DASHES[name] ?? ''}"/>`;
}

function panel(index: number, title: string, below: string, content: string): string {
  const frame = `<rect x="40" y="20" width="${WIDTH - 60}" height="${HEIGHT - 60}" fill="none" stroke="#d5d0c6"/>`;
  const words = text(40, 8, title, INK) + text(40, HEIGHT + 2, below, '#55606d');
  return `<g transform="translate(${24 + index * (WIDTH + 20)} 20)">${frame}${words}${content}</g>`;
}

const tickBelow = (x: number, words: string) => {
  const [left, bottom] = at(x, 0);
  const line = `<path d="M${left.toFixed(1)} 20v${HEIGHT - 60}" stroke="#e7e2d8"/>`;
  return `${line}<text x="${left.toFixed(1)}" y="${bottom + 18}" fill="#55606d" text-anchor="middle">${words}</text>`;
};

const tickLeft = (y: number, words: string) => {
  const [left, height] = at(0, y);
  const line = `<path d="M${left} ${height.toFixed(1)}h${WIDTH - 60}" stroke="#e7e2d8"/>`;
  return `${line}<text x="${left - 6}" y="${(height + 4).toFixed(1)}" fill="#55606d" text-anchor="end">${words}</text>`;
};

const text = (x: number, y: number, words: string, fill: string) =>
  `<text x="${x}" y="${y}" fill="${fill}">${words}</text>`;
