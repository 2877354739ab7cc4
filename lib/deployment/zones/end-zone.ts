import { eq } from 'drizzle-orm';
import { sensitiveZones } from '../../../drizzle/schema/zones.ts';
import { recordAudit } from '../../audit/record.ts';
import { type Context, requireRole } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { endZoneInput } from './input.ts';

/**
 * Ends a zone, with the reason; what it hid is shown again by each audience's next batch, not before. The zone stays on record.
 * An administrator's or a lead's. Errors: stale_version, already_done, not_found, invalid_input, forbidden.
 */
export function endZone(ctx: Context, raw: unknown): Promise<{ zoneId: string; version: number }> {
  return transaction(ctx, async (ctx) => {
    const actor = requireRole(ctx, 'administrator', 'lead');
    const { zoneId, version: basedOn, reason } = parseInput(endZoneInput, raw);
    const [zone] = await ctx.db
      .select({ version: sensitiveZones.version, endedAt: sensitiveZones.endedAt })
      .from(sensitiveZones)
      .where(eq(sensitiveZones.id, zoneId))
      .for('update');
    if (!zone) throw new Problem('not_found');
    if (zone.version !== basedOn) throw new Problem('stale_version', { version: zone.version });
    if (zone.endedAt) throw new Problem('already_done');
    const version = zone.version + 1;
    await ctx.db
      .update(sensitiveZones)
      .set({ endedBy: actor.userId, endedAt: ctx.now, endedReason: reason, version })
      .where(eq(sensitiveZones.id, zoneId));
    await recordAudit(ctx, {
      action: 'zone.end',
      subjectType: 'sensitiveZone',
      subjectId: zoneId,
      reason,
      detail: { version },
    });
    return { zoneId, version };
  });
}
