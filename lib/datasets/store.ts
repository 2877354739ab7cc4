import { datasetDownloads } from '../../drizzle/schema/datasets.ts';
import type { Database } from '../db/client.ts';

export async function insertDownload(db: Database, row: typeof datasetDownloads.$inferInsert): Promise<string> {
  const [made] = await db.insert(datasetDownloads).values(row).returning({ id: datasetDownloads.id });
  return made!.id;
}
