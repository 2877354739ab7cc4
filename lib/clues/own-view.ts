import type { Context } from '../context.ts';
import type { SquareId } from '../geo/squares.ts';
import { parseInput } from '../parse-input.ts';
import { getPlaces } from '../places/get-places.ts';
import { deriveClaims } from '../reports/derive-claims.ts';
import { reportInput } from '../reports/input.ts';
import { countPeople } from '../reports/rules.ts';
import { type Estimate, estimateOf } from '../triage/estimate.ts';
import { type Disclosable, forOrganisation, type OrganisationClue, publicSquares } from './disclosure.ts';

/** What a vetted reader would be told; null for nothing. `radiusMetres` null: by settlement only. */
export type ToldToOrganisation = {
  kind: boolean;
  date: boolean;
  counts: boolean;
  device: boolean;
  radiusMetres: number | null;
  /** Once a person has hidden what could tell who wrote them; photos with faces and number plates covered. */
  words: boolean;
  photos: boolean;
} | null;
export type OwnView = { squares: SquareId[]; organisation: ToldToOrganisation; authority: ToldToOrganisation };

/**
 * What others would see of a report that is not sent yet, were it verified as it stands: decided by the functions that
 * publish, on the place that its words alone give. No squares where that place is too vague. Open to everybody, writes
 * nothing. Throws `invalid_input`.
 */
export async function ownView(ctx: Context, raw: unknown): Promise<OwnView> {
  const input = parseInput(reportInput, raw);
  const ids = input.locations.flatMap(({ placeId }) => placeId ?? []);
  const places = ids.length > 0 ? await getPlaces(ctx, ids) : [];
  const claims = deriveClaims(input.locations, (id) => places.find((place) => place.id === id));
  const estimate = estimateOf(
    claims.map((claim, position) => ({
      ...claim,
      id: String(position),
      reportId: input.reportId,
      author: 'reporter',
      placeId: claim.placeId ?? null,
      official: false,
      createdAt: ctx.now,
    })),
  );
  const exact = estimate !== null && estimate.precisionClass !== 'D';
  const people = countPeople(input);
  // only what the policy reads of a clue
  const clue = {
    state: 'verified',
    verifiedAt: ctx.now,
    kind: input.kind,
    dateStart: input.date?.start ?? null,
    dateEnd: input.date?.end ?? null,
    datePrecision: input.date?.precision ?? 'unknown',
    geometry: estimate?.geometry,
    uncertaintyMetres: estimate?.uncertaintyMetres,
    // a reviewer finds the settlement first where the words are too vague
    precisionClass: exact ? estimate.precisionClass : 'C',
    killed: people.killed ?? null,
    injured: people.injured ?? null,
    animalsKilled: input.animals.reduce((sum, { countKilled }) => sum + (countKilled ?? 0), 0),
    deviceCategory: input.devices[0]?.category ?? 'unknown',
    publishers: [],
    // told, it would let anybody feel out where the zones are
    sensitive: false,
  } as unknown as Disclosable;
  const sharing = { ngos: input.consent.shareWithNgos, authorities: input.consent.shareWithAuthorities };
  const more = {
    words: Boolean(input.description),
    photos: Boolean(input.photos?.length) && input.consent.photoUse && sharing.ngos,
  };
  const told = (audience: 'organisation' | 'authority') =>
    toldOf(forOrganisation(clue, sharing, audience), estimate, more);
  return {
    squares: exact ? publicSquares(clue) : [],
    organisation: told('organisation'),
    authority: told('authority'),
  };
}

type More = { words: boolean; photos: boolean };

function toldOf(clue: OrganisationClue | null, estimate: Estimate | null, more: More): ToldToOrganisation {
  if (!clue) return null;
  return {
    kind: clue.kind !== null,
    date: clue.datePrecision !== 'unknown',
    counts: Boolean(clue.killed || clue.injured || clue.animalsKilled),
    device: clue.deviceCategory !== 'unknown',
    radiusMetres: clue.geometry && estimate ? estimate.uncertaintyMetres : null,
    ...more,
  };
}
