import { hammingDistance } from '../../media/perceptual-hash.ts';
import type { ReportKind } from '../../reports/input.ts';
import type { SameEventReason, Sighting } from './sighting.ts';
import { weights } from './weights.ts';
import { dateReason } from './when.ts';
import { placeReasons } from './where.ts';
import { sharedWords } from './words.ts';

const presence = (kind: ReportKind) => kind === 'hazard_sighting' || kind === 'hazard_knowledge';

function kindReason(a: Sighting, b: Sighting): SameEventReason {
  if (a.kind === b.kind) return { key: 'same_kind', weight: Math.log(weights.kind.same) };
  if (presence(a.kind) !== presence(b.kind)) return { key: 'other_kind', weight: Math.log(weights.kind.other) };
  // a blast heard may be the accident; a human and an animal accident may be one herder's
  return { key: 'kinds_compatible', weight: Math.log(weights.kind.compatible) };
}

function countReasons(a: Sighting, b: Sighting): SameEventReason[] {
  return (['killed', 'injured'] as const).flatMap((field) => {
    const [x, y] = [a[field], b[field]];
    if (x === null || y === null) return [];
    const shares = weights[`${field}Shares`];
    if (x === y) {
      const share = shares[Math.min(x, shares.length - 1)]!;
      return [{ key: `same_${field}`, weight: Math.log(weights.countTold / share), detail: { count: x } }];
    }
    const ratio = Math.abs(x - y) === 1 ? weights.countOffByOne : weights.countOther;
    const [count, other] = [Math.min(x, y), Math.max(x, y)];
    return [{ key: `other_${field}`, weight: Math.log(ratio), detail: { count, other } }];
  });
}

/** Something in common, or nothing though both tell. */
function setReason(
  name: string,
  a: readonly string[],
  b: readonly string[],
  { same, other }: { same: number; other: number },
): SameEventReason[] {
  if (a.length === 0 || b.length === 0) return [];
  const shared = a.some((one) => b.includes(one));
  return [{ key: `${shared ? 'same' : 'other'}_${name}`, weight: Math.log(shared ? same : other) }];
}

function wordsReason(a: Sighting, b: Sighting, rarity: (word: string) => number): SameEventReason[] {
  const shared = sharedWords(a.words, b.words, rarity);
  if (!shared) return [];
  const { none, all } = weights.words;
  const weight = none + (all - none) * shared.share;
  return weight > 0.3 ? [{ key: 'same_words', weight }] : [{ key: 'other_words', weight: Math.min(0, weight) }];
}

function photoReason(a: Sighting, b: Sighting): SameEventReason[] {
  const { samePicture, ratio, likePicture, likeRatio } = weights.photo;
  const bits = Math.min(...a.photos.flatMap((one) => b.photos.map((other) => hammingDistance(one, other))));
  if (bits <= samePicture) return [{ key: 'same_photo', weight: Math.log(ratio) }];
  return bits <= likePicture ? [{ key: 'like_photo', weight: Math.log(likeRatio) }] : [];
}

/** A mine of unknown kind agrees with every kind of mine, and says nothing. */
const telling = (devices: readonly string[]) =>
  devices.filter((device) => device !== 'unknown' && device !== 'mine_unspecified');

/**
 * The chance, 0 to 99 since nobody is certain, that two reports tell of one event, with every reason that went into it; symmetric. `rarity`
 * weighs words (`rarityAmong`). Decides nothing: people do.
 */
export function sameEventScore(
  a: Sighting,
  b: Sighting,
  rarity: (word: string) => number = () => 1,
): { score: number; chance: number; reasons: SameEventReason[] } {
  const reasons = [
    ...placeReasons(a, b),
    dateReason(a, b),
    kindReason(a, b),
    ...countReasons(a, b),
    ...setReason('device', telling(a.devices), telling(b.devices), weights.device),
    ...setReason('activity', a.activities, b.activities, weights.activity),
    ...setReason('person', a.persons, b.persons, weights.person),
    ...setReason('species', a.species, b.species, weights.species),
    ...wordsReason(a, b, rarity),
    ...(a.publishers.some((one) => b.publishers.includes(one))
      ? [{ key: 'same_publisher', weight: Math.log(weights.publisher) }]
      : []),
    ...photoReason(a, b),
  ];
  const odds = reasons.reduce((sum, { weight }) => sum + weight, -Math.log(weights.reportsHeld));
  const chance = 1 / (1 + Math.exp(-odds));
  return { score: Math.min(99, Math.round(100 * chance)), chance, reasons };
}
