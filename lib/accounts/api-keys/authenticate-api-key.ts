import { timingSafeEqual } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { apiKeys, organisations } from '../../../drizzle/schema/accounts.ts';
import type { Actor, Context } from '../../context.ts';
import { Problem } from '../../errors.ts';
import { hashToken } from '../one-time-token.ts';

const usedEveryMilliseconds = 5 * 60_000;

/** The actor behind a presented key (`mc_<prefix>_<secret>`); `wrong_credentials` when unknown, revoked or its organisation closed. */
export async function authenticateApiKey(ctx: Context, presented: string): Promise<Extract<Actor, { type: 'apiKey' }>> {
  const [, prefix, secret] = /^mc_([0-9a-f]{10})_([\w-]{43})$/.exec(presented) ?? [];
  if (!prefix || !secret) throw new Problem('wrong_credentials');
  const [key] = await ctx.db
    .select({
      id: apiKeys.id,
      secretHash: apiKeys.secretHash,
      organisationId: apiKeys.organisationId,
      lastUsedAt: apiKeys.lastUsedAt,
    })
    .from(apiKeys)
    .innerJoin(organisations, eq(organisations.id, apiKeys.organisationId))
    .where(and(eq(apiKeys.prefix, prefix), isNull(apiKeys.revokedAt), isNull(organisations.closedAt)));
  if (!key || !timingSafeEqual(Buffer.from(hashToken(secret)), Buffer.from(key.secretHash))) {
    throw new Problem('wrong_credentials');
  }
  if (!key.lastUsedAt || ctx.now.getTime() - key.lastUsedAt.getTime() > usedEveryMilliseconds) {
    await ctx.db.update(apiKeys).set({ lastUsedAt: ctx.now }).where(eq(apiKeys.id, key.id));
  }
  return { type: 'apiKey', apiKeyId: key.id, organisationId: key.organisationId };
}
