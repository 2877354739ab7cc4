import { placeNames, places } from '../../../../drizzle/schema/places.ts';
import {
  animals,
  devices,
  locationClaims,
  reportSources,
  reports,
  victims,
} from '../../../../drizzle/schema/reports.ts';
import type { Context } from '../../../context.ts';
import { foldName } from '../../../places/fold.ts';
import type { ReportState } from '../../../reports/input.ts';
import type { Told } from '../sighting.ts';

export type ToldReport = { id: string; told: Told; state: ReportState };

const atOnce = 500;

/**
 * Reports as the form and the import leave them. A place told by several names was chosen in the gazetteer, and so was a
 * district without a settlement; who tells a settlement by one name has written that, and the district behind it.
 */
export async function storeTold(ctx: Context, gazetteer: Gazetteer, list: readonly ToldReport[]): Promise<void> {
  for (let from = 0; from < list.length; from += atOnce)
    await storeSome(ctx, gazetteer, list.slice(from, from + atOnce));
}

async function storeSome({ db }: Context, gazetteer: Gazetteer, list: readonly ToldReport[]): Promise<void> {
  await db.insert(reports).values(list.map(reportRow));
  const chosen = list.map(({ told }) => gazetteer.choose(told));
  const added = gazetteer.added();
  if (added.length > 0) {
    await db.insert(places).values(added.map(({ names: _, ...row }) => row));
    await db
      .insert(placeNames)
      .values(
        added.flatMap(({ id, names }) =>
          names.map((name) => ({ placeId: id, language: 'other' as const, name, folded: foldName(name) })),
        ),
      );
  }
  await db.insert(locationClaims).values(list.map((report, i) => claimRow(report, chosen[i] ?? null)));
  const rows = <T>(of: (told: Told) => readonly T[]) =>
    list.flatMap(({ id, told }) => of(told).map((one, position) => ({ reportId: id, position, one })));
  const people = rows(({ victims }) => victims).map(({ one, ...row }) => ({
    ...row,
    ...(one as Pick<typeof victims.$inferInsert, 'sex' | 'ageBand' | 'activity'>),
    outcome: 'unknown' as const,
    civilStatus: 'unknown' as const,
  }));
  if (people.length > 0) await db.insert(victims).values(people);
  const herd = rows(({ species }) => species).map(({ one, ...row }) => ({
    ...row,
    species: one as (typeof animals.$inferInsert)['species'],
    humanPresent: 'unknown' as const,
  }));
  if (herd.length > 0) await db.insert(animals).values(herd);
  const things = rows(({ devices }) => devices).map(({ one, ...row }) => ({
    ...row,
    category: one as (typeof devices.$inferInsert)['category'],
    basis: 'unknown' as const,
    stackedOrTrapped: 'unknown' as const,
  }));
  if (things.length > 0) await db.insert(devices).values(things);
  const sources = rows(({ publishers }) => publishers).map(({ reportId, one }) => ({ reportId, publisher: one }));
  if (sources.length > 0) await db.insert(reportSources).values(sources);
}

function reportRow({ id, told, state }: ToldReport): typeof reports.$inferInsert {
  const { kind, dateStart, dateEnd, datePrecision, killed, injured, description } = told;
  return {
    ...{ id, state, kind, dateStart, dateEnd, datePrecision, killed, injured, description },
    ...{
      contentDigest: id,
      receiptHash: id,
      practice: true,
      channel: 'import',
      language: 'en',
      submittedAt: new Date(),
    },
  };
}

type GazetteerPlace = typeof places.$inferInsert & { names: readonly string[] };
export type Gazetteer = ReturnType<typeof emptyGazetteer>;

/** Fills itself with the places that are chosen. */
export function emptyGazetteer() {
  const ids = new Map<string, string>();
  const districts = new Map<string, string>();
  let fresh: GazetteerPlace[] = [];
  const add = (kind: 'village' | 'district', names: readonly string[], districtId: string | null) => {
    const id = `measure:${kind}:${ids.size}`;
    fresh.push({ id, kind, districtId, names, source: 'measure', asOf: '2026-01-01' });
    ids.set([...names, districtId].join(), id);
    return id;
  };
  const district = (names: readonly string[]): string | null => {
    if (names.length === 0) return null;
    const known = names.flatMap((name) => districts.get(foldName(name)) ?? [])[0];
    const id = known ?? add('district', names, null);
    for (const name of names) if (!districts.has(foldName(name))) districts.set(foldName(name), id);
    return id;
  };
  return {
    choose({ placeNames: names, districtNames }: Told): string | null {
      if (names.length === 1) return null;
      if (names.length === 0) return district(districtNames);
      const districtId = district(districtNames);
      return ids.get([...names, districtId].join()) ?? add('village', names, districtId);
    },
    added(): GazetteerPlace[] {
      const some = fresh;
      fresh = [];
      return some;
    },
  };
}

function claimRow({ id, told }: ToldReport, placeId: string | null): typeof locationClaims.$inferInsert {
  return {
    reportId: id,
    position: 0,
    geometry: told.place?.geometry as (typeof locationClaims.$inferInsert)['geometry'],
    uncertaintyMetres: told.place?.uncertaintyMetres,
    method: told.place ? 'settlement_centroid' : 'text_only',
    author: 'reporter',
    positionOf: 'event',
    placeId,
    placeNameAsGiven: [told.placeNames[0], told.districtNames[0]].filter(Boolean).join(', ') || null,
  };
}
