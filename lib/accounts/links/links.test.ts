import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import { onPostgres, testDatabase } from '../../db/testing.ts';
import { getSession } from '../get-session.ts';
import { signIn } from '../sign-in.ts';
import { auditActions, makeUser } from '../testing.ts';
import { createInvitation } from './create-invitation.ts';
import { issueOneTimeLink } from './issue-one-time-link.ts';
import { previewLink } from './preview-link.ts';
import { redeemLink } from './redeem-link.ts';

const password = 'three goats by the spring';
const later = (days: number) => new Date(Date.now() + days * 86_400_000);
const invitation = (email: string) => ({
  email,
  name: 'Aram',
  role: 'moderator',
  organisationId: null,
  language: 'hy',
});
const job = { type: 'job', name: 'test' } as const;

describe('an invitation', () => {
  const t = testDatabase();
  before(t.reset);

  it('is an administrator’s', async () => {
    for (const role of ['organisation', 'moderator', 'lead'] as const) {
      const { actor } = await makeUser(t.context(), role);
      await assert.rejects(createInvitation(t.context(actor), invitation('a@example.org')), { code: 'forbidden' });
      await assert.rejects(issueOneTimeLink(t.context(actor), { userId: actor.userId, purpose: 'reset' }), {
        code: 'forbidden',
      });
    }
    await assert.rejects(createInvitation(t.context(), invitation('a@example.org')), { code: 'not_signed_in' });
    assert.equal((await t.db.execute(sql`select from one_time_links`)).rows.length, 0);
  });

  it('makes an account, a link whose token is kept as a hash only, and an audit row', async () => {
    const { actor } = await makeUser(t.context(), 'administrator');
    const link = await createInvitation(t.context(actor), invitation(' Aram@Example.org '));
    assert.equal(link.path, `/hy/accounts/link?token=${link.token}`);
    const { rows } = await t.db.execute(sql`select to_jsonb(l)::text as kept from one_time_links l`);
    assert.ok(!String(rows[0]!.kept).includes(link.token));
    assert.deepEqual(await auditActions(t.context(), link.userId), ['account.invite']);
    await assert.rejects(createInvitation(t.context(actor), invitation('aram@example.org')), {
      detail: { fields: { email: 'email_taken' } },
    });
  });

  it('asks for the organisation of a member, and for an address', async () => {
    const { actor } = await makeUser(t.context(), 'administrator');
    const raw = { ...invitation('b@example.org'), role: 'organisation' };
    await assert.rejects(createInvitation(t.context(actor), raw), {
      detail: { fields: { organisationId: 'organisation_required' } },
    });
    await assert.rejects(createInvitation(t.context(actor), invitation('nobody')), {
      detail: { fields: { email: 'email_invalid' } },
    });
  });
});

describe('redeeming', () => {
  const t = testDatabase();
  before(t.reset);
  const invite = async (email: string) => {
    const { actor } = await makeUser(t.context(), 'administrator');
    return createInvitation(t.context(actor), invitation(email));
  };

  it('leaves the link as it was when it is only looked at, or when something is missing', async () => {
    const { token } = await invite('one@example.org');
    for (let i = 0; i < 3; i++) assert.equal((await previewLink(t.context(), token)).purpose, 'invitation');
    await assert.rejects(redeemLink(t.context(), { token }), {
      detail: { fields: { password: 'password_short', adult: 'adult_required' } },
    });
    await assert.rejects(redeemLink(t.context(), { token, password, adult: false }), {
      detail: { fields: { adult: 'adult_required' } },
    });
    const signedIn = await redeemLink(t.context(), { token, password, adult: true });
    assert.equal((await getSession(t.context(), signedIn.sessionId))?.email, 'one@example.org');
    assert.deepEqual(await auditActions(t.context(), signedIn.userId), ['account.invite', 'account.redeem_link']);
  });

  it('works once', async () => {
    const { token } = await invite('two@example.org');
    await redeemLink(t.context(), { token, password, adult: true });
    await assert.rejects(redeemLink(t.context(), { token, password, adult: true }), { code: 'link_spent' });
    await assert.rejects(previewLink(t.context(), token), { code: 'link_spent' });
  });

  it('works once under a race', { skip: onPostgres ? false : 'races are judged on PostgreSQL only' }, async () => {
    const { token } = await invite('three@example.org');
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () => redeemLink(t.context(), { token, password, adult: true })),
    );
    assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1);
    const refused = tries.filter((one) => one.status === 'rejected');
    assert.deepEqual([...new Set(refused.map(({ reason }) => reason.code))], ['link_spent']);
  });

  it('is refused after its time, after a newer link, and for what never was one', async () => {
    const { token, userId } = await invite('four@example.org');
    await assert.rejects(redeemLink(t.context(undefined, later(8)), { token, password, adult: true }), {
      code: 'link_spent',
    });
    const { actor } = await makeUser(t.context(), 'administrator');
    await issueOneTimeLink(t.context(actor), { userId, purpose: 'invitation' });
    await assert.rejects(previewLink(t.context(), token), { code: 'link_spent' });
    await assert.rejects(redeemLink(t.context(), { token: 'x', password, adult: true }), { code: 'link_spent' });
  });

  it('of a reset ends the sessions before it and asks for no statement', async () => {
    const invited = await invite('five@example.org');
    const before = await redeemLink(t.context(), { token: invited.token, password, adult: true });
    const { actor } = await makeUser(t.context(), 'administrator');
    const reset = await issueOneTimeLink(t.context(actor), { userId: invited.userId, purpose: 'reset' });
    const after = await redeemLink(t.context(), { token: reset.token, password: 'four geese by the mill' });
    assert.equal(await getSession(t.context(), before.sessionId), null);
    assert.ok(await getSession(t.context(), after.sessionId));
    await assert.rejects(signIn(t.context(), { email: 'five@example.org', password }), { code: 'wrong_credentials' });
  });

  it('of a reset asks for it where nobody has accepted the account yet', async () => {
    const invited = await invite('six@example.org');
    const { actor } = await makeUser(t.context(), 'administrator');
    const { token } = await issueOneTimeLink(t.context(actor), { userId: invited.userId, purpose: 'reset' });
    await assert.rejects(redeemLink(t.context(), { token, password }), {
      detail: { fields: { adult: 'adult_required' } },
    });
    await redeemLink(t.context(), { token, password, adult: true });
  });
});

describe('a sign-in link', () => {
  const t = testDatabase();
  before(t.reset);

  it('is for demonstration accounts and given by a job', async () => {
    const real = await makeUser(t.context(), 'moderator');
    const marked = await makeUser(t.context(), 'moderator', { demonstration: true });
    const administrator = await makeUser(t.context(), 'administrator');
    const ask = (userId: string) => ({ userId, purpose: 'sign_in' as const });
    await assert.rejects(issueOneTimeLink(t.context(administrator.actor), ask(marked.id)), { code: 'forbidden' });
    await assert.rejects(issueOneTimeLink(t.context(job), ask(real.id)), { code: 'forbidden' });
    const { token } = await issueOneTimeLink(t.context(job), ask(marked.id));
    const { sessionId } = await redeemLink(t.context(), { token });
    assert.equal((await getSession(t.context(), sessionId))?.hasPassword, false);
  });

  it('of the first administrator takes name, address and password', async () => {
    const { id } = await makeUser(t.context(), 'administrator', { email: 'administrator@first.invalid' });
    const { token } = await issueOneTimeLink(t.context(job), { userId: id, purpose: 'first_administrator' });
    await assert.rejects(redeemLink(t.context(), { token, password }), {
      detail: { fields: { email: 'required', name: 'required', adult: 'adult_required' } },
    });
    await redeemLink(t.context(), { token, password, email: 'Anna@Example.org', name: 'Anna', adult: true });
    assert.equal((await signIn(t.context(), { email: 'anna@example.org', password })).role, 'administrator');
  });
});
