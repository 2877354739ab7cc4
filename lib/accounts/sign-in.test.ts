import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { testDatabase } from '../db/testing.ts';
import { getSession } from './get-session.ts';
import { hashPassword } from './password-hash.ts';
import { listSessions } from './sessions/list-sessions.ts';
import { revokeOtherSessions } from './sessions/revoke-other-sessions.ts';
import { revokeSession } from './sessions/revoke-session.ts';
import { setLanguage } from './set-language.ts';
import { setPassword } from './set-password.ts';
import { signIn } from './sign-in.ts';
import { auditActions, makeUser } from './testing.ts';

const password = 'three goats by the spring';

describe('signing in', () => {
  const t = testDatabase();
  before(t.reset);

  it('gives a session, and an audit row', async () => {
    const user = await makeUser(t.context(), 'lead', { passwordHash: await hashPassword(password) });
    const { sessionId } = await signIn(t.context(), { email: ` ${user.email.toUpperCase()}`, password });
    assert.deepEqual((await getSession(t.context(), sessionId))?.actor, user.actor);
    assert.deepEqual(await auditActions(t.context(), user.id), ['account.sign_in']);
  });

  it('stores passwords by argon2id with OWASP’s cost', async () => {
    assert.match(await hashPassword(password), /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('says the same of an unknown account, a closed one, one without password and a wrong password', async () => {
    const passwordHash = await hashPassword(password);
    const closed = await makeUser(t.context(), 'lead', { passwordHash, closedAt: new Date() });
    const invited = await makeUser(t.context(), 'lead');
    const open = await makeUser(t.context(), 'lead', { passwordHash });
    for (const [email, tried] of [
      ['nobody@example.org', password],
      [closed.email, password],
      [invited.email, password],
      [invited.email, 'the password of an account that does not exist'],
      [open.email, 'three goats by the sprinG'],
    ]) {
      await assert.rejects(signIn(t.context(), { email, password: tried }), { code: 'wrong_credentials', detail: {} });
    }
    assert.deepEqual(await auditActions(t.context(), open.id), ['account.refuse_sign_in']);
  });

  it('does the same work for an unknown account', async () => {
    const open = await makeUser(t.context(), 'lead', { passwordHash: await hashPassword(password) });
    // processor time of all threads, not the clock: a busy machine must not decide
    const work = async (email: string) => {
      const before = process.cpuUsage();
      await assert.rejects(signIn(t.context(), { email, password: 'wrong password, long' }));
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    await work('warm@example.org');
    const unknown = Math.min(await work('nobody1@example.org'), await work('nobody2@example.org'));
    const known = Math.min(await work(open.email), await work(open.email));
    // without the stand-in hash an unknown account takes less than a fifth
    assert.ok(unknown > known / 3 && unknown < known * 3, `${unknown} µs against ${known} µs`);
  });

  it('waits after five failures from one address, without locking the owner out elsewhere', async () => {
    const { email } = await makeUser(t.context(), 'lead', { passwordHash: await hashPassword(password) });
    const from = (address: string, tried: string, now = new Date()) =>
      signIn(t.context(undefined, now), { email, password: tried, address });
    for (let i = 0; i < 5; i++) await assert.rejects(from('192.0.2.1', 'wrong'), { code: 'wrong_credentials' });
    await assert.rejects(from('192.0.2.1', password), (problem: { code: string; detail: Record<string, number> }) => {
      assert.equal(problem.code, 'too_many_requests');
      assert.ok(problem.detail.retryAfterSeconds! > 0 && problem.detail.retryAfterSeconds! <= 900);
      return true;
    });
    assert.ok(await from('192.0.2.2', password));
    assert.ok(await from('192.0.2.1', password, new Date(Date.now() + 16 * 60_000)));
  });
});

describe('sessions', () => {
  const t = testDatabase();
  before(t.reset);
  const signedIn = async () => {
    const user = await makeUser(t.context(), 'moderator', { passwordHash: await hashPassword(password) });
    const open = () => signIn(t.context(), { email: user.email, password });
    return { user, here: (await open()).sessionId, there: (await open()).sessionId };
  };

  it('that are revoked fail at the next request', async () => {
    const { user, here, there } = await signedIn();
    assert.equal((await listSessions(t.context(user.actor))).length, 2);
    await revokeSession(t.context(user.actor), there);
    assert.equal(await getSession(t.context(), there), null);
    assert.ok(await getSession(t.context(), here));
    assert.equal((await auditActions(t.context(), user.id)).at(-1), 'account.revoke_session');
    await assert.rejects(revokeSession(t.context(user.actor), there), { code: 'not_found' });
  });

  it('of others are not found', async () => {
    const { here } = await signedIn();
    const stranger = await makeUser(t.context(), 'administrator');
    await assert.rejects(revokeSession(t.context(stranger.actor), here), { code: 'not_found' });
    await assert.rejects(revokeSession(t.context(), here), { code: 'not_signed_in' });
    await assert.rejects(listSessions(t.context()), { code: 'not_signed_in' });
    await assert.rejects(revokeOtherSessions(t.context(), here), { code: 'not_signed_in' });
    assert.ok(await getSession(t.context(), here));
  });

  it('end all but this one', async () => {
    const { user, here, there } = await signedIn();
    assert.equal(await revokeOtherSessions(t.context(user.actor), here), 1);
    assert.equal(await getSession(t.context(), there), null);
    assert.ok(await getSession(t.context(), here));
    assert.equal((await auditActions(t.context(), user.id)).at(-1), 'account.revoke_other_sessions');
  });

  it('run out when nobody uses them', async () => {
    const { here } = await signedIn();
    const day = 86_400_000;
    assert.ok(await getSession(t.context(undefined, new Date(Date.now() + 2 * day)), here));
    assert.ok(await getSession(t.context(undefined, new Date(Date.now() + 4 * day)), here), 'use prolongs');
    assert.equal(await getSession(t.context(undefined, new Date(Date.now() + 15 * day)), here), null);
  });
});

describe('the own account', () => {
  const t = testDatabase();
  before(t.reset);

  it('takes a new password for the current one, and ends the other sessions', async () => {
    const user = await makeUser(t.context(), 'organisation', { passwordHash: await hashPassword(password) });
    const { sessionId } = await signIn(t.context(), { email: user.email, password });
    const other = await signIn(t.context(), { email: user.email, password });
    const set = (raw: unknown) => setPassword(t.context(user.actor), raw, sessionId);
    await assert.rejects(set({ current: 'wrong', password: 'four geese by the mill' }), {
      detail: { fields: { current: 'password_wrong' } },
    });
    await assert.rejects(set({ current: password, password: 'password12345' }), {
      detail: { fields: { password: 'password_common' } },
    });
    await set({ current: password, password: 'four geese by the mill' });
    assert.ok(await getSession(t.context(), sessionId));
    assert.equal(await getSession(t.context(), other.sessionId), null);
    assert.equal((await auditActions(t.context(), user.id)).at(-1), 'account.set_password');
    await assert.rejects(setPassword(t.context(), { password }, sessionId), { code: 'not_signed_in' });
  });

  it('keeps a language', async () => {
    const user = await makeUser(t.context(), 'moderator');
    await setLanguage(t.context(user.actor), 'hy');
    assert.deepEqual(await auditActions(t.context(), user.id), ['account.set_language']);
    await assert.rejects(setLanguage(t.context(user.actor), 'xx'), { code: 'invalid_input' });
    await assert.rejects(setLanguage(t.context(), 'hy'), { code: 'not_signed_in' });
  });
});
