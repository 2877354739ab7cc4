import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import { testDatabase } from '../../db/testing.ts';
import { authenticateApiKey } from '../api-keys/authenticate-api-key.ts';
import { createApiKey } from '../api-keys/create-api-key.ts';
import { listApiKeys } from '../api-keys/list-api-keys.ts';
import { revokeApiKey } from '../api-keys/revoke-api-key.ts';
import { auditActions, makeUser } from '../testing.ts';
import { closeOrganisation } from './close-organisation.ts';
import { listOrganisations } from './list-organisations.ts';
import { saveOrganisation } from './save-organisation.ts';

const raw = { name: 'Goat Trust', kind: 'ngo', agreementText: 'Keep it to yourselves.', agreementUntil: '2027-12-31' };

describe('organisations', () => {
  const t = testDatabase();
  before(t.reset);

  it('are made, changed and closed by an administrator, with audit rows', async () => {
    const { actor } = await makeUser(t.context(), 'administrator');
    const organisationId = await saveOrganisation(t.context(actor), raw);
    await saveOrganisation(t.context(actor), { ...raw, organisationId, name: 'Goats', version: 1 });
    await assert.rejects(saveOrganisation(t.context(actor), { ...raw, organisationId, version: 1 }), {
      code: 'stale_version',
    });
    const [listed] = await listOrganisations(t.context(actor));
    assert.equal(listed?.name, 'Goats');
    assert.equal(listed?.agreementUntil?.toISOString(), '2027-12-31T23:59:59.000Z');
    await closeOrganisation(t.context(actor), organisationId);
    assert.deepEqual(await auditActions(t.context(), organisationId), [
      'organisation.create',
      'organisation.update',
      'organisation.close',
    ]);
  });

  it('are refused to others; a member sees the own one', async () => {
    const member = await makeUser(t.context(), 'organisation');
    await makeUser(t.context(), 'organisation');
    await assert.rejects(saveOrganisation(t.context(member.actor), raw), { code: 'forbidden' });
    await assert.rejects(closeOrganisation(t.context(member.actor), member.organisationId!), { code: 'forbidden' });
    const seen = await listOrganisations(t.context(member.actor));
    assert.deepEqual(
      seen.map(({ organisationId }) => organisationId),
      [member.organisationId],
    );
  });
});

describe('API keys', () => {
  const t = testDatabase();
  before(t.reset);

  it('are shown once, kept as a hash, and work until they are revoked', async () => {
    const { actor, organisationId } = await makeUser(t.context(), 'organisation');
    const { secret, apiKeyId } = await createApiKey(t.context(actor), { organisationId, label: 'nightly' });
    const { rows } = await t.db.execute(sql`select to_jsonb(k)::text as kept from api_keys k`);
    // the random part may hold the sign that parts it
    const random = secret.split('_').slice(2).join('_');
    assert.ok(random.length > 20 && !String(rows[0]!.kept).includes(random));
    assert.deepEqual(await authenticateApiKey(t.context(), secret), { type: 'apiKey', apiKeyId, organisationId });
    assert.ok((await listApiKeys(t.context(actor)))[0]?.lastUsedAt);
    await revokeApiKey(t.context(actor), apiKeyId);
    await assert.rejects(authenticateApiKey(t.context(), secret), { code: 'wrong_credentials' });
    assert.deepEqual(await auditActions(t.context(), organisationId!), ['api_key.create', 'api_key.revoke']);
  });

  it('of others are out of reach', async () => {
    const one = await makeUser(t.context(), 'organisation');
    const two = await makeUser(t.context(), 'organisation');
    const moderator = await makeUser(t.context(), 'moderator');
    const wanted = { organisationId: one.organisationId, label: 'x' };
    await assert.rejects(createApiKey(t.context(two.actor), wanted), { code: 'forbidden' });
    await assert.rejects(createApiKey(t.context(moderator.actor), wanted), { code: 'forbidden' });
    const { apiKeyId, secret } = await createApiKey(t.context(one.actor), wanted);
    await assert.rejects(revokeApiKey(t.context(two.actor), apiKeyId), { code: 'not_found' });
    assert.deepEqual(await listApiKeys(t.context(two.actor)), []);
    assert.ok(await authenticateApiKey(t.context(), secret));
  });

  it('end with their organisation, and nonsense is no key', async () => {
    const { actor } = await makeUser(t.context(), 'administrator');
    const member = await makeUser(t.context(), 'organisation');
    const { secret } = await createApiKey(t.context(actor), { organisationId: member.organisationId, label: 'x' });
    const other = `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`;
    for (const wrong of ['', 'mc_', other]) {
      await assert.rejects(authenticateApiKey(t.context(), wrong), { code: 'wrong_credentials' });
    }
    await closeOrganisation(t.context(actor), member.organisationId!);
    await assert.rejects(authenticateApiKey(t.context(), secret), { code: 'wrong_credentials' });
  });
});
