import { pointGeometry } from '../geo/lng-lat.ts';
import type { PhotoPlace } from '../media/draft/attach-photos.ts';
import { deriveClaims } from './derive-claims.ts';
import type { NewReport } from './store.ts';

/** Where photos were taken, as their own claims: the position of whoever held the camera, never that of the event. */
export function photoClaims(places: readonly PhotoPlace[], now: Date): NewReport['claims'] {
  const locations = places.map(({ lng, lat, errorMetres, takenAt }) => ({
    geometry: pointGeometry({ lng, lat }),
    uncertaintyMetres: errorMetres ?? undefined,
    method: 'exif' as const,
    positionOf: 'observer' as const,
    inputFormat: 'gps' as const,
    inputText: takenAt ? `EXIF ${takenAt}` : 'EXIF',
    datum: 'wgs84' as const,
  }));
  return deriveClaims(locations, () => undefined).map((claim) => ({ ...claim, author: 'photo', createdAt: now }));
}
