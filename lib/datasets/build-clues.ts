import type { OrganisationClue } from '../clues/disclosure.ts';
import { sharedRelease } from '../clues/list-clues.ts';
import type { Context } from '../context.ts';
import { Problem } from '../errors.ts';
import { getPlaces } from '../places/get-places.ts';
import { publishedSurface } from '../risk/published-surface.ts';
import { type ClueRecord, clueColumns } from './clue-columns.ts';
import { toCsv, toProperties } from './csv.ts';
import type { OrganisationFile } from './input.ts';
import { type Metadata, metadataColumns } from './metadata.ts';
import { releaseFacts } from './release-facts.ts';

/** `held`: the clues in it, for those who take it out. */
export type BuiltFile = { body: string; metadata: Metadata; held?: { id: string; version: number }[] };

/**
 * Verified clues of the newest daily batch that the asking organisation may read, as one file. A release has the same bytes until
 * a clue is left out of it, which it says.
 */
export async function buildClues(ctx: Context, file: OrganisationFile): Promise<BuiltFile> {
  const { clues: shared, removed } = await sharedRelease(ctx);
  const release = await publishedSurface(ctx, 'organisation');
  if (!release) throw new Problem('not_found', { reason: 'nothing published yet' });
  // practice is exported by a demonstration only, marked in every row
  const clues = shared.filter(({ practice }) => practice === release.body.demonstration).sort(byId);
  const metadata = await releaseFacts(ctx, {
    file,
    title: 'Verified clues on mines',
    count: clues.length,
    removedSince: removed,
    release,
    agreed: true,
  });
  const records = await withPlaces(ctx, clues);
  const held = clues.map(({ id, version }) => ({ id, version }));
  if (file === 'clues.csv') return { metadata, held, body: toCsv(clueColumns, metadataColumns(metadata), records) };
  const features = records.map((record) => ({
    type: 'Feature',
    id: record.clue.id,
    geometry: record.clue.geometry,
    properties: toProperties(clueColumns, record),
  }));
  const { demonstration } = metadata;
  const collection = {
    type: 'FeatureCollection',
    name: 'clues',
    ...(demonstration && { demonstration: 'DEMONSTRATION' }),
    metadata,
    features,
  };
  return { metadata, held, body: `${JSON.stringify(collection)}\n` };
}

const byId = (a: OrganisationClue, b: OrganisationClue) => (a.id < b.id ? -1 : 1);

async function withPlaces(ctx: Context, clues: readonly OrganisationClue[]): Promise<ClueRecord[]> {
  const ids = clues.flatMap(({ placeId, districtId }) => [placeId, districtId]).filter((id) => id !== null);
  const places = new Map((await getPlaces(ctx, ids)).map((place) => [place.id, place]));
  return clues.map((clue) => {
    const place = clue.placeId ? places.get(clue.placeId) : undefined;
    return { clue, place, district: (clue.districtId && places.get(clue.districtId)) || place?.district };
  });
}
