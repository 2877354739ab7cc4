import { type AnyColumn, type SQL, sql } from 'drizzle-orm';

/**
 * Whether a shape widened by its 95 % error, in metres, touches a sensitive zone. `since`: when what is read was published.
 * A zone that was ended after that still hides it, so that ending one shows nothing before the next batch.
 */
export function touchesZone(geometry: AnyColumn | SQL, metres: AnyColumn | SQL, since?: Date): SQL<boolean> {
  // the margin with which public squares are marked: rather hidden too far than shown too near
  const reach = sql`(${metres} * 1.005 + 1)`;
  const ended = since ? sql`zone.ended_at <= ${since.toISOString()}::timestamptz` : sql`zone.ended_at is not null`;
  return sql<boolean>`exists (select from sensitive_zones zone where (${ended}) is not true
    and ST_DWithin(zone.plane, ST_Transform(${geometry}, 32638), ${reach}))`;
}
