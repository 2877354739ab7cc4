import { and, asc, eq, sql } from 'drizzle-orm';
import { scanFiles, scans } from '../../../drizzle/schema/media.ts';
import { minefieldRecords } from '../../../drizzle/schema/records.ts';
import { reports } from '../../../drizzle/schema/reports.ts';
import type { Database } from '../../db/client.ts';
import { decryptBytes, encrypt } from '../../keys.ts';

export type ScanRow = typeof scans.$inferSelect;
/** What a scan shows the paper of. */
export type ScanOwner = { reportId: string } | { recordId: string };

const bound = (scanId: string): string => `scan/${scanId}`;
const ownerId = (owner: ScanOwner) => ('reportId' in owner ? owner.reportId : owner.recordId);
const isOf = (owner: ScanOwner) =>
  sql`${'reportId' in owner ? scans.reportId : scans.recordId}::text = ${ownerId(owner)}`;

/** Held until the transaction ends, so that neither the limit nor a withdrawal is overtaken. */
export async function lockedState(db: Database, owner: ScanOwner): Promise<string | null> {
  const table = 'reportId' in owner ? reports : minefieldRecords;
  const [row] = await db
    .select({ state: table.state })
    .from(table)
    .where(eq(table.id, ownerId(owner)))
    .for('update');
  return row?.state ?? null;
}

export const scansOf = (db: Database, owner: ScanOwner) =>
  db.select().from(scans).where(isOf(owner)).orderBy(asc(scans.createdAt), asc(scans.id));

export async function insertScan(db: Database, scan: ScanRow, kept: Buffer): Promise<void> {
  await db.insert(scans).values(scan);
  await db.insert(scanFiles).values({ scanId: scan.id, kept: encrypt('photo', kept, bound(scan.id)) });
}

export async function loadScan(db: Database, owner: ScanOwner, scanId: string): Promise<Buffer | null> {
  const [row] = await db
    .select({ sealed: scanFiles.kept })
    .from(scanFiles)
    .innerJoin(scans, eq(scans.id, scanFiles.scanId))
    .where(and(sql`${scans.id}::text = ${scanId}`, isOf(owner)));
  return row ? decryptBytes('photo', row.sealed, bound(scanId)) : null;
}

/** Its file goes with it; claims that were read off it lose it. */
export const deleteScan = (db: Database, scanId: string) => db.delete(scans).where(eq(scans.id, scanId));

export const deleteScansOf = (db: Database, reportId: string) => db.delete(scans).where(eq(scans.reportId, reportId));
