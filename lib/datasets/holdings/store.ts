import { and, eq, max, sql } from 'drizzle-orm';
import { datasetDownloads, datasetHoldings } from '../../../drizzle/schema/datasets.ts';
import type { Database } from '../../db/client.ts';

/** What a file held is what the organisation holds now; its newest version of each clue counts, and is unread again. */
export const saveHoldings = (db: Database, organisationId: string, held: readonly { id: string; version: number }[]) =>
  db.execute(sql`
    insert into dataset_holdings as old (organisation_id, export_id, held_version)
    select ${organisationId}::uuid, id, version from jsonb_to_recordset(${JSON.stringify(held)}::jsonb) as held(id uuid, version int)
    order by id
    on conflict (organisation_id, export_id) do update
      set held_version = excluded.held_version, read_version = null, read_gone = false
      where old.held_version <> excluded.held_version or old.read_gone`);

export const findHoldings = (db: Database, organisationId: string) =>
  db
    .select()
    .from(datasetHoldings)
    .where(eq(datasetHoldings.organisationId, organisationId))
    .orderBy(datasetHoldings.exportId);

/** When the organisation last took clues out. */
export async function lastDownload(db: Database, organisationId: string): Promise<Date | null> {
  const own = and(eq(datasetDownloads.organisationId, organisationId), eq(datasetDownloads.dataset, 'clues'));
  const [row] = await db
    .select({ at: max(datasetDownloads.at) })
    .from(datasetDownloads)
    .where(own);
  return row?.at ?? null;
}

type Read = { withdrawn: readonly string[]; corrected: readonly { id: string; version: number }[] };

export const saveRead = (db: Database, organisationId: string, { withdrawn, corrected }: Read) =>
  db.execute(sql`
    update dataset_holdings as own
      set read_gone = own.read_gone or read.version is null, read_version = coalesce(read.version, own.read_version)
      from jsonb_to_recordset(${JSON.stringify([...withdrawn.map((id) => ({ id })), ...corrected])}::jsonb) as read(id uuid, version int)
      where own.organisation_id = ${organisationId} and own.export_id = read.id`);
