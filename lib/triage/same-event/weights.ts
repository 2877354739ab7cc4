import { samePictureBits } from '../../media/perceptual-hash.ts';

/**
 * What a moderator may expect of two reports of one event, against two reports of different ones: judgement, brought to
 * scale by a logistic regression on generated pairs of seeds 1 to 3 (measure/), the intercept set anew on seed 1 when
 * the others there became as like as neighbours in village and month are. Seed 11 was looked at for that once; every
 * seed retells the same incidents.
 * Chances are shares, ratios are likelihood ratios; the score adds their logarithms.
 */
export const weights = {
  // The chance that a given report is a new one's twin is one in so many. The regression's intercept: reports crowd into
  // the same villages and years far more than a few thousand spread evenly would.
  reportsHeld: 300_000,
  // A stated radius holds 95 % of a two-dimensional normal error: radius / 2.447 is its standard deviation.
  radiusToSigma: 2.447,
  // Nobody places an event better than this, metres.
  leastSigmaMetres: 60,
  // Reports per square kilometre where reports are, all years together, as a share of all reports.
  backgroundPerSquareKilometre: 0.00012,
  // Some understate their error: that share errs by three times what is stated, and a little, kilometres.
  understated: { share: 0.3, times: 3, kilometres: 0.2 },
  // Pins on a village's middle stand on one another by custom: from this radius on nearness says less, metres.
  crowdedFromMetres: 1_000,
  crowdedSlope: 0.7,
  // Dates say a little more than even years would have it; of something that lies there, little.
  dateSlope: 1.25,
  presenceDateSlope: 0.2,
  // The pin is in the wrong place altogether: a village of the same name, a district's middle. Share, and how far it goes.
  misplaced: 0.15,
  misplacedKilometres: 15,
  // Same settlement name, by how alike the folded names are: with the pin believed, and with the pin wrong.
  nameWithPin: { alike: 1.5, other: 0.6 },
  nameWithoutPin: { alike: 60, other: 0.25 },
  // One of the two has no pin.
  nameUnlocated: { alike: 60, other: 0.2 },
  district: { same: 7, other: 0.08 },
  // Days over which reported events spread; most are of a few years.
  backgroundDays: 2_200,
  // A date that is off, and by how many days on average.
  misdated: 0.12,
  misdatedDays: 4,
  leastDateRatio: 0.008,
  kind: { same: 1.9, compatible: 0.5, other: 0.03 },
  // How often a count is told the same; the share of events with 0, 1, 2, more.
  countTold: 0.75,
  killedShares: [0.62, 0.22, 0.08, 0.04],
  injuredShares: [0.35, 0.36, 0.14, 0.06],
  countOffByOne: 0.5,
  countOther: 0.22,
  device: { same: 3.2, other: 0.25 },
  activity: { same: 9, other: 0.22 },
  person: { same: 1.3, other: 0.5 },
  species: { same: 10, other: 0.1 },
  // Telling words shared, from none to all of the shorter text's weight, as natural logarithms.
  words: { none: -0.15, all: 1.5 },
  publisher: 1.5,
  // Bits by which two 64-bit hashes may differ: of one picture, or of what may be one after cropping.
  photo: { samePicture: samePictureBits, ratio: 1_000, likePicture: 10, likeRatio: 8 },
} as const;

/** Offered as probably the same event: a clue waits until somebody has looked at these. A chance in per cent. */
export const offeredScore = 60;
/** Listed below those as possible. */
export const listedScore = 2;
