import type { HazardReport } from './hazard-report.ts';
import type { Report } from './report.ts';

const WIDTH = 420;
const HEIGHT = 320;
const INKS: Record<string, string> = {
  mixture: '#1b2430',
  'count + decay': '#a5afba',
  KDE: '#1f4e9c',
  'KDE + decay': '#e34a33',
};
const DASHES: Record<string, string> = { mixture: '', 'count + decay': '2 3', KDE: '7 3', 'KDE + decay': '9 3 2 3' };

/** Hit-rate curves (all events, new places), the reliability diagram and hazardous area found, as one SVG; what is null is not drawn. */
export function pictureOf(report: Report | null, hazard: HazardReport | null): string {
  const below = 'share of area inspected: 0 to 30 %';
  const panels: [title: string, below: string, content: string][] = [];
  for (const { which, models } of report?.sets ?? []) {
    const title = which === 'all' ? 'Hit rate, all events' : 'Hit rate, places never seen before';
    // The first 30 % of area, where an inspection plan lives.
    const curves = models.map(({ name, curve }) => ({
      name,
      points: curve.map(({ area, hit }) => [area, hit] as const),
    }));
    panels.push([title, below, curvesOf(curves)]);
  }
  if (report?.calibration)
    panels.push(['Reliability', 'tenths of forecast mass, most dangerous first', diagram(report.calibration)]);
  if (hazard) {
    const curves = hazard.models.map(({ model, curve }) => ({ name: model, points: curve }));
    panels.push(['Surveyed hazardous area found', below, curvesOf(curves)]);
  }
  const width = panels.length * (WIDTH + 20) + 20;
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
  const legend = curves.map(({ name }, k) => text(230, 210 + 18 * k, name, INKS[name] ?? '#55606d')).join('');
  const ticks = [0, 0.5, 1].map((y) => text(2, at(0, y)[1] + 4, `${100 * y} %`, '#55606d')).join('');
  return lines.join('') + legend + ticks;
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
  const legend =
    text(60, 230, 'line: expected events', '#55606d') +
    text(60, 248, 'open dot: observed, before recalibration', '#55606d') +
    text(60, 266, 'full dot: observed, after recalibration', '#55606d');
  return [...dots(before.bins, 'none'), ...dots(after.bins, '#1b2430'), legend].join('');
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
  const words = text(40, 12, title, '#1b2430') + text(40, HEIGHT - 20, below, '#55606d');
  return `<g transform="translate(${20 + index * (WIDTH + 20)} 20)">${frame}${words}${content}</g>`;
}

const text = (x: number, y: number, words: string, fill: string) =>
  `<text x="${x}" y="${y}" fill="${fill}">${words}</text>`;
