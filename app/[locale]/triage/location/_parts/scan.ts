import { type ShapeKind, shapeKinds } from '../../../../../lib/geo/parse-vertices.ts';
import { type PlacedScan, placeScan } from '../../../../../lib/geo/place-scan.ts';

export const scanNames = ['points', 'feature', 'scanKind', 'scanDatum', 'drawing', 'scan'] as const;
/** What the form of a scan says; it stands in the page's address. */
export type ScanFields = Partial<Record<(typeof scanNames)[number], string>>;

export const scanFieldsOf = (given: Record<string, string | undefined>): ScanFields =>
  Object.fromEntries(scanNames.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])));

/** Null when nothing was asked: `kept` fields came along with an image and are not to be fitted yet. */
export function scanOf(fields: ScanFields, kept = false): PlacedScan | null {
  if (fields.points === undefined || kept) return null;
  const { scanDatum } = fields;
  const drawing = Number((fields.drawing ?? '').replace(',', '.'));
  return placeScan({
    points: fields.points,
    feature: fields.feature ?? '',
    kind: shapeKinds.find((one): one is ShapeKind => one === fields.scanKind) ?? 'point',
    datum: scanDatum === 'sk42' || scanDatum === 'unknown' ? scanDatum : 'wgs84',
    drawingErrorMetres: drawing > 0 && drawing < 10_000 ? drawing : 50,
  });
}

/** The desk with this image on it. */
export const scanAddress = (locale: string, reportId: string, scanId: string): string =>
  `/${locale}/triage/location?${new URLSearchParams({ report: reportId, scan: scanId })}#scan-title`;
