import { desc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { users } from '../../../drizzle/schema/accounts.ts';
import { asGeoJson } from '../../../drizzle/schema/columns.ts';
import { sensitiveZones } from '../../../drizzle/schema/zones.ts';
import { type Context, moderators, requireRole } from '../../context.ts';
import type { ZoneArea } from './read-area.ts';

const ender = alias(users, 'ender');

/** Every zone, newest first, ended ones too: to mark it, and for the moderators' map. Errors: forbidden, not_signed_in. */
export function listZones(ctx: Context) {
  requireRole(ctx, 'administrator', ...moderators);
  return ctx.db
    .select({
      id: sensitiveZones.id,
      name: sensitiveZones.name,
      reason: sensitiveZones.reason,
      area: sql<ZoneArea>`${asGeoJson(sensitiveZones.area)}`,
      markedAt: sensitiveZones.markedAt,
      markedBy: users.name,
      endedAt: sensitiveZones.endedAt,
      endedBy: ender.name,
      endedReason: sensitiveZones.endedReason,
      version: sensitiveZones.version,
    })
    .from(sensitiveZones)
    .innerJoin(users, eq(users.id, sensitiveZones.markedBy))
    .leftJoin(ender, eq(ender.id, sensitiveZones.endedBy))
    .orderBy(desc(sensitiveZones.markedAt), sensitiveZones.id);
}
export type Zone = Awaited<ReturnType<typeof listZones>>[number];
