import { sql } from 'drizzle-orm';
import { sensitiveZones } from '../../../drizzle/schema/zones.ts';
import { recordAudit } from '../../audit/record.ts';
import { type Context, requireRole } from '../../context.ts';
import { sentBefore } from '../../db/sent-before.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { markZoneInput } from './input.ts';
import { readArea } from './read-area.ts';

/**
 * Marks a zone sensitive: from now on nobody but moderators and the mine-action authority reads a clue that touches it.
 * An administrator's or a lead's. Errors: invalid_input (why the text is no zone), content_differs, forbidden.
 */
export function markZone(ctx: Context, raw: unknown): Promise<{ zoneId: string; version: number }> {
  return transaction(ctx, async (ctx) => {
    const actor = requireRole(ctx, 'administrator', 'lead');
    const { id, name, reason, area: text } = parseInput(markZoneInput, raw);
    const area = readArea(text);
    if (typeof area === 'string') throw refused(area);
    const before = await sentBefore(ctx, sensitiveZones, id);
    if (before) {
      if (before.markedBy !== actor.userId) throw new Problem('content_differs');
      return { zoneId: before.id, version: before.version };
    }
    const shape = sql`ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(area)}), 4326)`;
    // no edge crosses another, and no part lies over another
    const { rows } = await ctx.db.execute<{ valid: boolean }>(sql`select ST_IsValid(${shape}) as valid`);
    if (!rows[0]?.valid) throw refused('zone_invalid');
    // an edge is straight in degrees, which on the grid is a bow of 100 m in 80 km
    const plane = sql`ST_Transform(ST_Segmentize(${shape}, 0.01), 32638)`;
    const [row] = await ctx.db
      .insert(sensitiveZones)
      .values({ id, name, reason, area, plane, markedBy: actor.userId, markedAt: ctx.now })
      .returning({ id: sensitiveZones.id });
    await recordAudit(ctx, {
      action: 'zone.mark',
      subjectType: 'sensitiveZone',
      subjectId: row!.id,
      reason,
      detail: { version: 1 },
    });
    return { zoneId: row!.id, version: 1 };
  });
}

const refused = (key: string) => new Problem('invalid_input', { fields: { area: key } });
