import * as z from 'zod/mini';

/** Of the GeoJSON text; a server action takes 1 MB. */
export const mostZoneBytes = 400_000;
export const mostZonePositions = 10_000;
/** A zone hides danger too: one mistyped corner shall not hide half the map. */
export const mostZoneSquareKilometres = 5000;

const text = (longest: number) => z.string().check(z.trim(), z.maxLength(longest, 'text_too_long'));
const reason = text(1000).check(z.minLength(1, 'reason_required'));

export const markZoneInput = z.object({
  /** Drawn by the form: a second post of it returns what the first made. */
  id: z.optional(z.uuid('id_invalid')),
  name: text(120).check(z.minLength(1, 'required')),
  reason,
  /** GeoJSON, longitude first: a polygon or several, or features of them. */
  area: z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(mostZoneBytes, 'zone_too_long')),
});
export const endZoneInput = z.object({ zoneId: z.uuid('id_invalid'), version: z.int(), reason });
