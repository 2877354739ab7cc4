import type { UserActor } from '../context.ts';
import type { SquareId } from '../geo/squares.ts';
import { squaresTouched } from '../geo/squares-touched.ts';
import type { ClueRow } from './store.ts';

/** Who reads: everybody, a vetted organisation, the mine-action authority, those who assess. */
export const clueAudiences = ['public', 'organisation', 'authority', 'moderator'] as const;
export type ClueAudience = (typeof clueAudiences)[number];

/** All that a whitelist below reads of a clue. `sensitive`: it touches a zone that the operator marked. */
export const disclosedFields = [
  ...(['id', 'exportId', 'state', 'practice', 'kind', 'geometry', 'uncertaintyMetres', 'precisionClass'] as const),
  ...(['placeId', 'districtId', 'dateStart', 'dateEnd', 'datePrecision', 'dateReported'] as const),
  ...(['deviceCategory', 'killed', 'injured', 'animalsKilled', 'evidenceClass', 'sourceReliability'] as const),
  ...(['infoCredibility', 'independentSources', 'sourceClass', 'publishers'] as const),
  ...(['verifiedAt', 'version', 'sensitive'] as const),
] as const;
export type Disclosable = Pick<ClueRow, (typeof disclosedFields)[number]>;
/** What reporters allowed: to vetted organisations, to the authority; and whether publishers told all of it before. */
export type Sharing = { ngos: boolean; authorities: boolean; published: boolean };

/** What everybody may read of a clue: where and by whom it was published before, by settlement; never a point, count or kind. */
export type PublicClue = {
  audience: 'public';
  id: string;
  placeId: string | null;
  districtId: string | null;
  publishers: { publisher: string; publishedOn?: string }[];
};

export type OrganisationClue = {
  audience: 'organisation' | 'authority';
  /** The export id; the database's own never leaves. */
  id: string;
  practice: boolean;
  kind: Disclosable['kind'];
  dateStart: string | null;
  dateEnd: string | null;
  datePrecision: Disclosable['datePrecision'];
  dateReported: string;
  placeId: string | null;
  districtId: string | null;
  /** Null for class C: drawn at settlement level, never as a point. */
  geometry: Disclosable['geometry'] | null;
  uncertaintyMetres: number;
  precisionClass: Disclosable['precisionClass'];
  deviceCategory: Disclosable['deviceCategory'];
  killed: number | null;
  injured: number | null;
  animalsKilled: number | null;
  evidenceClass: Disclosable['evidenceClass'];
  sourceReliability: Disclosable['sourceReliability'];
  infoCredibility: Disclosable['infoCredibility'];
  independentSources: number;
  sourceClass: Disclosable['sourceClass'];
  publishers: Disclosable['publishers'];
  status: 'verified';
  /** The day, in UTC. */
  verifiedOn: string;
  /** Raised by every correction. */
  version: number;
};

/**
 * What touches a sensitive zone is for those who assess and for the mine-action authority. To others it does not exist: no row,
 * square or count, and no ground that is drawn otherwise than land of which nobody told.
 */
export const mayRead = (audience: ClueAudience, { sensitive }: { sensitive: boolean }): boolean =>
  !sensitive || audience === 'authority' || audience === 'moderator';

/**
 * The one whitelist for everybody: null unless it is verified and every one of its reports was public before. Beside the
 * report of somebody who told it here alone, its place may be theirs, and no publisher's.
 */
export function forPublic(clue: Disclosable, { published }: { published: boolean }): PublicClue | null {
  if (clue.state !== 'verified' || clue.publishers.length === 0 || !published || !mayRead('public', clue)) return null;
  const { exportId, placeId, districtId, publishers } = clue;
  return { audience: 'public', id: exportId, placeId, districtId, publishers };
}

/** The whitelist for a vetted organisation: null unless it is verified and its reporters allowed it. */
export function forOrganisation(
  clue: Disclosable,
  sharing: Pick<Sharing, 'ngos' | 'authorities'>,
  audience: 'organisation' | 'authority',
): OrganisationClue | null {
  const allowed = audience === 'authority' ? sharing.authorities : sharing.ngos;
  if (clue.state !== 'verified' || clue.verifiedAt === null || !allowed || !mayRead(audience, clue)) return null;
  return {
    audience,
    id: clue.exportId,
    practice: clue.practice,
    kind: clue.kind,
    dateStart: clue.dateStart,
    dateEnd: clue.dateEnd,
    datePrecision: clue.datePrecision,
    dateReported: clue.dateReported,
    placeId: clue.placeId,
    districtId: clue.districtId,
    geometry: drawnAsShape(clue) ? clue.geometry : null,
    uncertaintyMetres: clue.uncertaintyMetres,
    precisionClass: clue.precisionClass,
    deviceCategory: clue.deviceCategory,
    killed: clue.killed,
    injured: clue.injured,
    animalsKilled: clue.animalsKilled,
    evidenceClass: clue.evidenceClass,
    sourceReliability: clue.sourceReliability,
    infoCredibility: clue.infoCredibility,
    independentSources: clue.independentSources,
    sourceClass: clue.sourceClass,
    publishers: clue.publishers,
    status: 'verified',
    verifiedOn: clue.verifiedAt.toISOString().slice(0, 10),
    version: clue.version,
  };
}

/** A and B are drawn for an organisation; C is a settlement, D is not verified at all. */
export const drawnAsShape = ({ precisionClass }: Pick<Disclosable, 'precisionClass'>): boolean =>
  precisionClass === 'A' || precisionClass === 'B';

/** The public squares that a verified clue darkens: every one that its 95 % shape touches, without count, date or kind. */
export function publicSquares(
  clue: Pick<Disclosable, 'state' | 'geometry' | 'uncertaintyMetres' | 'sensitive'>,
): SquareId[] {
  return clue.state === 'verified' && mayRead('public', clue)
    ? squaresTouched(clue.geometry, clue.uncertaintyMetres)
    : [];
}

/** Which whitelist an account reads by; null for one that reads none of its own. */
export function audienceOf(actor: Pick<UserActor, 'role'>, organisationKind: string | null): ClueAudience {
  if (actor.role === 'moderator' || actor.role === 'lead') return 'moderator';
  if (actor.role !== 'organisation' || organisationKind === null) return 'public';
  return organisationKind === 'mine_action_authority' ? 'authority' : 'organisation';
}
