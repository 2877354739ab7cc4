import { and, desc, eq, isNull } from 'drizzle-orm';
import { apiKeys, organisations } from '../../../drizzle/schema/accounts.ts';
import { type Context, requireRole } from '../../context.ts';

/** The open keys: all for an administrator, the organisation's own for a member. Never the secret. */
export async function listApiKeys(ctx: Context) {
  const actor = requireRole(ctx, 'administrator', 'organisation');
  const own = actor.role === 'organisation' ? eq(apiKeys.organisationId, actor.organisationId ?? '') : undefined;
  return ctx.db
    .select({
      apiKeyId: apiKeys.id,
      organisationId: apiKeys.organisationId,
      organisation: organisations.name,
      label: apiKeys.label,
      prefix: apiKeys.prefix,
      createdAt: apiKeys.createdAt,
      lastUsedAt: apiKeys.lastUsedAt,
    })
    .from(apiKeys)
    .innerJoin(organisations, eq(organisations.id, apiKeys.organisationId))
    .where(and(isNull(apiKeys.revokedAt), own))
    .orderBy(desc(apiKeys.createdAt));
}
