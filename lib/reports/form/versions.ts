import type { Values } from './answers.ts';

/** Of the fields' names and meanings, newest first. Whoever changes those adds a version here and the way to it. */
const versions = ['3', '2', '1'] as const;
export type Version = (typeof versions)[number];
export const version: Version = versions[0];

type Way = { to: Version; fields: Record<string, string>; steps: Record<string, string> };

/** From each older version to the next: what was renamed. */
const ways: Record<Exclude<Version, '3'>, Way> = {
  // since then a place may be a line or an area; nothing was called otherwise before
  '2': { to: '3', fields: {}, steps: {} },
  // since then a report tells of several objects, and links its explosions
  '1': {
    to: '2',
    fields: {
      device: 'd0_category',
      deviceBasis: 'd0_basis',
      ...Object.fromEntries([1, 2, 3, 4].map((n) => [`blast${n}`, `b${n - 1}_cause`])),
    },
    steps: { device: 'device:0' },
  },
};

const wayFrom = (from: Version): Way | undefined => (from === version ? undefined : ways[from as keyof typeof ways]);

function renamed(from: Version, name: string, of: 'fields' | 'steps'): string {
  const way = wayFrom(from);
  return way ? renamed(way.to, way[of][name] ?? name, of) : name;
}

/** Answers of an older version under today's names; null when the version is none that we know. */
export function asOfNow(from: string, values: Values): Values | null {
  const known = versions.find((one) => one === from);
  if (!known) return null;
  return Object.fromEntries(Object.entries(values).map(([name, given]) => [renamed(known, name, 'fields'), given]));
}

/** What a page that was opened under an older version posts, under today's names, its own step included. */
export function postedAsOfNow(from: Version, posted: URLSearchParams): URLSearchParams {
  return new URLSearchParams(
    [...posted].map(([name, value]) => {
      if (name === 'step') return [name, renamed(from, value, 'steps')];
      const [go, target] = value.split(/:(.*)/);
      if (name === 'go' && target) return [name, `${go}:${renamed(from, target, 'steps')}`];
      return [renamed(from, name, 'fields'), value];
    }),
  );
}
