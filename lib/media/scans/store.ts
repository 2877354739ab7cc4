import { and, asc, eq, sql } from 'drizzle-orm';
import { reportScans, scanFiles } from '../../../drizzle/schema/media.ts';
import { reports } from '../../../drizzle/schema/reports.ts';
import type { Database } from '../../db/client.ts';
import { decryptBytes, encrypt } from '../../keys.ts';

export type ScanRow = typeof reportScans.$inferSelect;

const bound = (scanId: string): string => `scan/${scanId}`;

/** Held until the transaction ends, so that neither the limit nor a withdrawal is overtaken. */
export async function lockedReportState(db: Database, reportId: string): Promise<string | null> {
  const [row] = await db.select({ state: reports.state }).from(reports).where(eq(reports.id, reportId)).for('update');
  return row?.state ?? null;
}

export const scansOf = (db: Database, reportId: string) =>
  db
    .select()
    .from(reportScans)
    .where(eq(reportScans.reportId, reportId))
    .orderBy(asc(reportScans.createdAt), asc(reportScans.id));

export async function insertScan(db: Database, scan: ScanRow, kept: Buffer): Promise<void> {
  await db.insert(reportScans).values(scan);
  await db.insert(scanFiles).values({ scanId: scan.id, kept: encrypt('photo', kept, bound(scan.id)) });
}

export async function loadScan(db: Database, reportId: string, scanId: string): Promise<Buffer | null> {
  const [row] = await db
    .select({ sealed: scanFiles.kept })
    .from(scanFiles)
    .innerJoin(reportScans, eq(reportScans.id, scanFiles.scanId))
    .where(and(sql`${reportScans.id}::text = ${scanId}`, sql`${reportScans.reportId}::text = ${reportId}`));
  return row ? decryptBytes('photo', row.sealed, bound(scanId)) : null;
}

/** Its file goes with it; claims that were read off it lose it. */
export const deleteScan = (db: Database, scanId: string) => db.delete(reportScans).where(eq(reportScans.id, scanId));

export const deleteScansOf = (db: Database, reportId: string) =>
  db.delete(reportScans).where(eq(reportScans.reportId, reportId));
