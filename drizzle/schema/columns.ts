import { type AnyColumn, type SQL, sql } from 'drizzle-orm';
import { customType, timestamp, uuid } from 'drizzle-orm/pg-core';

export type GeoJson =
  | { type: 'Point'; coordinates: [number, number] }
  | { type: 'LineString'; coordinates: [number, number][] }
  | { type: 'Polygon'; coordinates: [number, number][][] }
  | { type: 'MultiPolygon'; coordinates: [number, number][][][] };

/** PostGIS geometry in EPSG:4326, written from GeoJSON (lng, lat); read it through `asGeoJson`, the bare column is hex EWKB. */
export const geometry = customType<{ data: GeoJson; driverData: string }>({
  dataType: () => 'geometry(Geometry,4326)',
  toDriver: (value): SQL => sql`ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(value)}), 4326)`,
});

/** A geometry column as GeoJSON in a select list. */
export const asGeoJson = (column: AnyColumn | SQL): SQL<GeoJson | null> =>
  sql<GeoJson | null>`ST_AsGeoJSON(${column}, 7)::json`;

/** Half open, as PostgreSQL writes it: `[2024-06-01,2024-06-02)`; `(,)` are all days. */
export const dayRange = customType<{ data: string }>({ dataType: () => 'daterange' });

export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

export const id = () => uuid('id').primaryKey().defaultRandom();
export const at = (name: string) => timestamp(name, { withTimezone: true });
