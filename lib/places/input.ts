import * as z from 'zod/mini';
import { languageCode } from '../i18n/input.ts';

/** Value lists of the gazetteer. */
export const placeKinds = ['district', 'city', 'town', 'village', 'other'] as const;
export const placeNameLanguages = ['az', 'hy', 'ru', 'en', 'other'] as const;

export type PlaceKind = (typeof placeKinds)[number];
export type PlaceNameLanguage = (typeof placeNameLanguages)[number];

export const longestQuery = 100;

export const placeQuery = z.object({
  q: z.string().check(z.trim(), z.maxLength(longestQuery, 'text_too_long')),
  locale: z._default(languageCode(), 'en'),
  limit: z._default(
    z.coerce.number().check(z.int('value_invalid'), z.gte(1, 'value_invalid'), z.lte(20, 'value_invalid')),
    8,
  ),
});

const isoDay = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'date_invalid'));

/** One row of a gazetteer to import. Without a position it is a name only: a district, say. Degrees on WGS84. */
export const placeRow = z
  .object({
    id: z.string().check(z.regex(/^[a-z]+:[\w.-]+$/, 'place_id_invalid')),
    kind: z.enum(placeKinds),
    districtId: z.optional(z.string()),
    lat: z.optional(z.number().check(z.gte(-90), z.lte(90))),
    lng: z.optional(z.number().check(z.gte(-180), z.lte(180))),
    uncertaintyMetres: z.optional(z.number().check(z.gt(0), z.lte(100_000))),
    iso: z.optional(z.string()),
    names: z
      .array(z.object({ language: z.enum(placeNameLanguages), name: z.string().check(z.trim(), z.minLength(1)) }))
      .check(z.minLength(1, 'name_required')),
    source: z.string().check(z.minLength(1)),
    asOf: isoDay,
  })
  .check(z.refine((row) => (row.lat === undefined) === (row.lng === undefined), 'position_incomplete'));
export type PlaceRow = z.infer<typeof placeRow>;
