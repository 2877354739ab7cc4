import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { listAuditEvents } from '../../audit/list-audit-events.ts';
import { testDatabase } from '../../db/testing.ts';
import { getSession } from '../get-session.ts';
import { hashPassword } from '../password-hash.ts';
import { signIn } from '../sign-in.ts';
import { auditActions, makeUser } from '../testing.ts';
import { changeRole } from './change-role.ts';
import { closeAccount } from './close-account.ts';
import { listUsers } from './list-users.ts';

const password = 'three goats by the spring';

describe('members', () => {
  const t = testDatabase();
  before(t.reset);

  it('are managed by administrators only', async () => {
    const { actor, id, version } = await makeUser(t.context(), 'lead');
    const raw = { userId: id, role: 'administrator', organisationId: null, version };
    for (const ctx of [t.context(actor), t.context({ type: 'job', name: 'x' }), t.context()]) {
      await assert.rejects(listUsers(ctx), /forbidden|not_signed_in/);
      await assert.rejects(changeRole(ctx, raw), /forbidden|not_signed_in/);
      await assert.rejects(closeAccount(ctx, { userId: id }), /forbidden|not_signed_in/);
    }
    assert.deepEqual(await auditActions(t.context(), id), []);
  });

  it('have another role from the next request on', async () => {
    const administrator = await makeUser(t.context(), 'administrator');
    const user = await makeUser(t.context(), 'moderator', { passwordHash: await hashPassword(password) });
    const { sessionId } = await signIn(t.context(), { email: user.email, password });
    const raw = { userId: user.id, role: 'lead', organisationId: null, version: user.version };
    await changeRole(t.context(administrator.actor), raw);
    assert.equal((await getSession(t.context(), sessionId))?.actor.role, 'lead');
    assert.equal((await auditActions(t.context(), user.id)).at(-1), 'account.change_role');
    await assert.rejects(changeRole(t.context(administrator.actor), { ...raw, role: 'moderator' }), {
      code: 'stale_version',
      detail: { changed: { role: 'lead', organisationId: null } },
    });
  });

  it('whose account is closed are out at the next request', async () => {
    const administrator = await makeUser(t.context(), 'administrator');
    const user = await makeUser(t.context(), 'moderator', { passwordHash: await hashPassword(password) });
    const { sessionId } = await signIn(t.context(), { email: user.email, password });
    await closeAccount(t.context(administrator.actor), { userId: user.id, reason: 'left' });
    assert.equal(await getSession(t.context(), sessionId), null);
    await assert.rejects(signIn(t.context(), { email: user.email, password }), { code: 'wrong_credentials' });
    assert.ok((await auditActions(t.context(), user.id)).includes('account.close'));
    await assert.rejects(closeAccount(t.context(administrator.actor), { userId: user.id }), { code: 'already_done' });
    const listed = (await listUsers(t.context(administrator.actor))).find(({ userId }) => userId === user.id);
    assert.ok(listed?.closedAt && listed.seenAt);
  });
});

describe('the last administrator', () => {
  const t = testDatabase();
  before(t.reset);

  it('cannot be closed or given another role', async () => {
    const one = await makeUser(t.context(), 'administrator');
    const two = await makeUser(t.context(), 'administrator');
    await closeAccount(t.context(one.actor), { userId: two.id });
    const refusal = { code: 'wrong_state', detail: { reason: 'last_administrator' } };
    await assert.rejects(closeAccount(t.context(one.actor), { userId: one.id }), refusal);
    const raw = { userId: one.id, role: 'lead', organisationId: null, version: one.version };
    await assert.rejects(changeRole(t.context(one.actor), raw), refusal);
  });
});

describe('the audit', () => {
  const t = testDatabase();
  before(t.reset);

  it('is read by administrators and leads, newest first, by subject', async () => {
    const administrator = await makeUser(t.context(), 'administrator');
    const lead = await makeUser(t.context(), 'lead');
    const users = [await makeUser(t.context(), 'moderator'), await makeUser(t.context(), 'moderator')];
    for (const { id } of users) await closeAccount(t.context(administrator.actor), { userId: id });
    const { events } = await listAuditEvents(t.context(lead.actor), {});
    assert.deepEqual(
      events.map(({ subjectId, actorName }) => [subjectId, actorName]),
      [...users].reverse().map(({ id }) => [id, administrator.name]),
    );
    const filtered = await listAuditEvents(t.context(lead.actor), { subjectType: 'user', subjectId: users[0]!.id });
    assert.equal(filtered.events.length, 1);
    await assert.rejects(listAuditEvents(t.context((await makeUser(t.context(), 'moderator')).actor), {}), {
      code: 'forbidden',
    });
  });
});
