import * as z from 'zod/mini';
import { crossesItself } from '../geo/hex-shape.ts';
import { areaSquareMetres, lengthMetres } from '../geo/measure.ts';
import { languageCode } from '../i18n/input.ts';

/** Value lists of the incident report, in the field's standard terms (IMSMA NG, GICHD minimum data requirements). */
export const reportKinds = [
  'human_accident',
  'animal_accident',
  'hazard_sighting',
  'hazard_knowledge',
  'detonation_no_casualty',
] as const;
export const accidentTypes = [
  'demining_accident',
  'mine',
  'cluster',
  'ied',
  'uxo_axo',
  'stored_ammunition',
  'other',
] as const;
export const activations = [
  'stepped_on',
  'vehicle',
  'handled_tampered',
  'tripwire',
  'fire_burning',
  'digging_ploughing',
  'other',
  'unknown',
] as const;
export const yesNoUnknown = ['yes', 'no', 'unknown'] as const;
export const movers = ['water', 'mudslide', 'machine', 'person', 'unknown'] as const;
export const emplacements = ['legacy', 'recent', 'placed_bait', 'unknown'] as const;

/** What shows or speaks for danger at a place, as lay people know it: several may be true. */
export const indications = [
  'object_seen',
  'warning_sign',
  'fence_or_tape',
  'laid_mines',
  'trench_or_position',
  'ammunition_left',
  'crater',
  'old_accident_people',
  'old_accident_animals',
] as const;

export const sexes = ['female', 'male', 'other', 'unknown'] as const;
export const ageBands = ['0-4', '5-11', '12-14', '15-17', '18-29', '30-59', '60+', 'unknown'] as const;
export const outcomes = ['killed', 'injured', 'died_later', 'unknown'] as const;
export const civilStatuses = ['civilian', 'deminer', 'military', 'police_security', 'unknown'] as const;
export const activities = [
  'farming',
  'herding',
  'collecting_wood',
  'collecting_food_water',
  'hunting_fishing',
  'travelling_foot',
  'travelling_vehicle',
  'construction',
  'visiting_home_cemetery',
  'playing',
  'scrap_collecting',
  'tampering',
  'demining',
  'military_duty',
  'standing_nearby',
  'other',
  'unknown',
] as const;
const limbs = ['arm', 'hand', 'fingers', 'leg_above_knee', 'leg_below_knee', 'foot', 'toes'] as const;
export const injuries = [
  ...limbs.flatMap((limb) => [`amputation_${limb}_left`, `amputation_${limb}_right`] as const),
  'head_neck',
  'eyesight',
  'hearing',
  'chest',
  'abdomen',
  'back',
  'other',
] as const;
export const displacements = ['not_displaced', 'idp', 'refugee', 'returnee'] as const;

export const species = [
  'cattle',
  'buffalo',
  'sheep',
  'goat',
  'horse',
  'donkey',
  'dog',
  'pig',
  'wild_mammal',
  'other',
  'unknown',
] as const;
export const herdRoles = ['livestock', 'working', 'guard_dog', 'wild'] as const;
export const causeBases = ['explosion_witnessed', 'explosion_heard', 'crater', 'blast_injury', 'carcass_only'] as const;

export const deviceCategories = [
  'ap_mine',
  'av_mine',
  'ap_mine_improvised',
  'av_mine_improvised',
  'mine_unspecified',
  'submunition',
  'uxo_other',
  'axo',
  'booby_trap',
  'ied_other',
  'stored_ammunition',
  'fuze_component',
  'none',
  'unknown',
] as const;
export const deviceBases = [
  'official_report',
  'expert_id',
  'photo',
  'witness_description',
  'inferred_from_injury',
  'unknown',
] as const;

export const locationMethods = [
  'device_gps',
  'map_pin',
  'settlement_centroid',
  'direction_distance',
  'old_map',
  'exif',
  'text_only',
] as const;
export const claimAuthors = ['reporter', 'moderator', 'photo'] as const;
export const positionsOf = [
  'event',
  'crater',
  'animal_found',
  'carcass_found',
  'last_seen_grazing',
  'observer',
  'landmark',
] as const;
export const datums = ['wgs84', 'sk42', 'unknown'] as const;
/** In which the gazetteer has names. */
export const languages = ['az', 'hy', 'ru', 'en'] as const;

export const datePrecisions = ['exact_time', 'day', 'month', 'season', 'year', 'range', 'before', 'unknown'] as const;

export const seasons = ['spring', 'summer', 'autumn', 'winter'] as const;

/** Who or what set off one of several detonations, in their order. */
export const blastCauses = ['person', 'animal', 'vehicle', 'other', 'unknown'] as const;

export const reporterTypes = [
  'eyewitness',
  'victim_or_family',
  'livestock_owner',
  'former_resident',
  'returnee',
  'ngo_staff',
  'health_worker',
  'official',
  'media',
  'other',
] as const;
export const knowledgeBases = ['own_observation', 'told_by_other', 'document', 'inferred'] as const;
export const channels = ['form', 'api', 'import', 'interview'] as const;

/** Version of the consent text that the form shows; a new wording is a new version. */
export const consentVersion = '2026-11-27';
/** The first version that says that redacted words reach those with whom a report is shared. */
export const wordsConsentVersion = '2026-11-27';
export const consentPurposes = ['share_with_authorities', 'share_with_ngos', 'contact_me', 'photo_use'] as const;

export const reportStates = [
  'submitted',
  'screened',
  'under_assessment',
  'needs_info',
  'verified_clue',
  'unverified_lead',
  'rejected',
  'duplicate',
  'withdrawn',
  'superseded',
] as const;

export type ReportKind = (typeof reportKinds)[number];
export type ReportState = (typeof reportStates)[number];
export type PositionOf = (typeof positionsOf)[number];
export type LocationMethod = (typeof locationMethods)[number];
export type DatePrecision = (typeof datePrecisions)[number];
export type ReporterType = (typeof reporterTypes)[number];
export type CauseBasis = (typeof causeBases)[number];

const isoDay = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'date_invalid'));
const count = z.int().check(z.gte(0, 'count_invalid'), z.lte(9999, 'count_invalid'));
// PostgreSQL stores no NUL; signs that turn the direction of what follows would show other words than were sent
const unseen = z.overwrite((value: string) => value.replaceAll(/[\0\u202a-\u202e\u2066-\u2069]/g, ''));
const text = (longest: number) => z.string().check(unseen, z.trim(), z.maxLength(longest, 'text_too_long'));
const latitude = z.number().check(z.gte(-90, 'latitude_invalid'), z.lte(90, 'latitude_invalid'));
const longitude = z.number().check(z.gte(-180, 'longitude_invalid'), z.lte(180, 'longitude_invalid'));
const lngLat = z.tuple([longitude, latitude]);

const mostVertices = 200;
/** As many vertices as a shape may have, each as long as people write them. */
export const longestInput = 5000;
const closed = z.refine<[number, number][]>((ring) => {
  const [first, last] = [ring[0], ring.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1];
}, 'ring_not_closed');

/** A polygon that crosses itself has no inside, and the danger layer would refuse to be drawn. */
const simple = z.refine<[number, number][][]>((rings) => !crossesItself(rings.map((ring) => ring.slice(0, -1))), {
  error: 'shape_crosses_itself',
  abort: true,
});

const hasLength = z.refine<[number, number][]>(
  ([first, ...rest]) => rest.some((one) => one[0] !== first?.[0] || one[1] !== first?.[1]),
  'line_no_length',
);
/** On average wider than a hand: corners in one row enclose nothing, though a sphere leaves a sliver between them. */
const hasArea = z.refine<[number, number][][]>(
  ([outer = []]) => areaSquareMetres(outer) > (0.1 * lengthMetres(outer)) / 2,
  'area_no_size',
);

export const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: lngLat }),
  z.object({
    type: z.literal('LineString'),
    coordinates: z
      .array(lngLat)
      .check(z.minLength(2, 'line_too_short'), z.maxLength(mostVertices, 'too_many'), hasLength),
  }),
  z.object({
    type: z.literal('Polygon'),
    coordinates: z
      .array(z.array(lngLat).check(z.minLength(4, 'ring_too_short'), z.maxLength(mostVertices, 'too_many'), closed))
      .check(z.minLength(1), z.maxLength(10, 'too_many'), simple, hasArea),
  }),
]);

/** One location claim; without a geometry it is text only, or a place whose position the gazetteer gives. */
export const locationClaimInput = z.object({
  geometry: z.optional(geometry),
  /** Radius in metres within which the reporter or the method places it; by method when absent. */
  uncertaintyMetres: z.optional(
    z.number().check(z.gt(0, 'uncertainty_invalid'), z.lte(100_000, 'uncertainty_invalid')),
  ),
  method: z.enum(locationMethods),
  positionOf: z.enum(positionsOf),
  inputFormat: z.optional(z.enum(['decimal', 'dms', 'ddm', 'utm', 'mgrs', 'pin', 'name', 'gps'])),
  inputText: z.optional(text(longestInput)),
  datum: z._default(z.enum(datums), 'wgs84'),
  placeId: z.optional(text(80)),
  placeName: z.optional(text(200)),
  placeNameLanguage: z.optional(z.enum(languages)),
  /** Bearing from the named place or observer to the event, degrees from north. */
  bearingDegrees: z.optional(z.number().check(z.gte(0), z.lt(360))),
  distanceMetres: z.optional(z.number().check(z.gte(0), z.lte(100_000))),
});

export const victimInput = z.object({
  sex: z._default(z.enum(sexes), 'unknown'),
  ageBand: z._default(z.enum(ageBands), 'unknown'),
  outcome: z._default(z.enum(outcomes), 'unknown'),
  diedOn: z.optional(isoDay),
  civilStatus: z._default(z.enum(civilStatuses), 'unknown'),
  activity: z._default(z.enum(activities), 'unknown'),
  injuries: z._default(z.array(z.enum(injuries)), []),
  displacement: z.optional(z.enum(displacements)),
});

export const animalInput = z.object({
  species: z._default(z.enum(species), 'unknown'),
  herdRole: z.optional(z.enum(herdRoles)),
  countKilled: z.optional(count),
  countInjured: z.optional(count),
  causeBasis: z.optional(z.enum(causeBases)),
  humanPresent: z._default(z.enum(yesNoUnknown), 'unknown'),
});

export const deviceInput = z.object({
  category: z._default(z.enum(deviceCategories), 'unknown'),
  basis: z._default(z.enum(deviceBases), 'unknown'),
  model: z.optional(text(80)),
  stackedOrTrapped: z._default(z.enum(yesNoUnknown), 'unknown'),
});

export const reportInput = z.object({
  /** Made by the client (or drawn by the server for a form without JavaScript); sent again it is the same report. */
  reportId: z.uuid('report_id_invalid'),
  kind: z.enum(reportKinds, 'kind_required'),
  language: languageCode(),
  accidentType: z.optional(z.enum(accidentTypes)),
  killed: z.optional(count),
  injured: z.optional(count),
  unknownOutcome: z.optional(count),
  howActivated: z.optional(z.enum(activations)),
  deviceMovedBefore: z.optional(z.enum(yesNoUnknown)),
  movedBy: z.optional(z.enum(movers)),
  areaMarked: z.optional(z.enum(yesNoUnknown)),
  deviceMarked: z.optional(z.enum(yesNoUnknown)),
  emplacement: z.optional(z.enum(emplacements)),
  indications: z._default(z.array(z.enum(indications)), []),
  description: z.optional(text(5000)),
  date: z.optional(
    z.object({
      start: z.optional(isoDay),
      end: z.optional(isoDay),
      precision: z.enum(datePrecisions),
      verbatim: z.optional(text(200)),
      /** Local time in Asia/Baku, HH:MM, with precision exact_time. */
      time: z.optional(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time_invalid'))),
    }),
  ),
  locations: z.array(locationClaimInput).check(z.minLength(1, 'location_required'), z.maxLength(20, 'too_many')),
  victims: z._default(z.array(victimInput).check(z.maxLength(50, 'too_many')), []),
  animals: z._default(z.array(animalInput).check(z.maxLength(20, 'too_many')), []),
  devices: z._default(z.array(deviceInput).check(z.maxLength(20, 'too_many')), []),
  /** In the order in which they happened: the goat set off one, the herder the next. */
  detonations: z._default(
    z
      .array(
        z.object({
          causedBy: z._default(z.enum(blastCauses), 'unknown'),
          /** Which of the victims, or of the animals, set it off: a place in their list. */
          index: z.optional(z.int().check(z.gte(0), z.lt(50))),
          /** Receipt of the report that already told of the explosion before it. */
          followsReceipt: z.optional(text(40)),
        }),
      )
      .check(z.maxLength(20, 'too_many')),
    [],
  ),
  /** Kept under this id before it was sent; part of what is told. Absent where there are none. */
  photos: z.optional(
    z
      .array(
        z.object({
          id: z.uuid('photo_gone'),
          sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/, 'photo_gone')),
          /** Where the camera says that it was taken becomes a claim. */
          usePlace: z._default(z.boolean(), false),
        }),
      )
      .check(z.maxLength(10, 'too_many')),
  ),
  reporter: z._default(
    z.object({
      type: z.optional(z.enum(reporterTypes)),
      displacement: z.optional(z.enum(displacements)),
      knowledgeBasis: z.optional(z.enum(knowledgeBases)),
      knowledgeFromYear: z.optional(z.int().check(z.gte(1900, 'year_invalid'), z.lte(2100, 'year_invalid'))),
      knowledgeToYear: z.optional(z.int().check(z.gte(1900, 'year_invalid'), z.lte(2100, 'year_invalid'))),
    }),
    {},
  ),
  contact: z.optional(text(300)),
  consent: z._default(
    z.object({
      shareWithAuthorities: z._default(z.boolean(), false),
      shareWithNgos: z._default(z.boolean(), false),
      contactMe: z._default(z.boolean(), false),
      photoUse: z._default(z.boolean(), false),
      guardian: z._default(z.boolean(), false),
    }),
    { shareWithAuthorities: false, shareWithNgos: false, contactMe: false, photoUse: false, guardian: false },
  ),
  /** Where the news stands, for reports of what was already public. */
  sources: z._default(
    z.array(z.object({ publisher: text(120), publishedOn: z.optional(isoDay) })).check(z.maxLength(10, 'too_many')),
    [],
  ),
  inhabitedPlaceDanger: z._default(z.boolean(), false),
  channel: z._default(z.enum(channels), 'form'),
});
export type ReportInput = z.infer<typeof reportInput>;
