import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { organisationProblem, passwordProblem, sessionStands } from './rules.ts';

const owner = { email: 'leyla.hasanova@example.org', name: 'Leyla Hasanova-Aliyeva' };

describe('a new password', () => {
  for (const [password, problem] of [
    ['', 'password_short'],
    ['elevenchars', 'password_short'],
    ['пять-слово1', 'password_short'],
    ['aaaaaaaaaaaaa', 'password_common'],
    ['123456789012', 'password_common'],
    ['abcdefghijklm', 'password_common'],
    ['Administrator1!', 'password_common'],
    ['Pass word pass word', 'password_common'],
    ['qwertyuiop2026', 'password_common'],
    ['leyla.hasanova@example.org', 'password_own_name'],
    ['Leyla.Hasanova1', 'password_own_name'],
    ['three goats by the spring', null],
    ['üç keçi bulaq başında', null],
    ['երեք այծ աղբյուրի մոտ', null],
    ['twelve chars', null],
  ] as const) {
    it(`${JSON.stringify(password)}: ${problem ?? 'taken'}`, () => {
      assert.equal(passwordProblem(password, owner), problem);
    });
  }
});

describe('a session', () => {
  const day = 86_400_000;
  const start = new Date('2026-11-01T00:00:00Z');
  const session = { revokedAt: null, lastSeenAt: start, expiresAt: new Date(start.getTime() + 14 * day) };
  const stands = (days: number, change = {}) =>
    sessionStands({ ...session, ...change }, new Date(start.getTime() + days * day));

  it('stands while it is used, no longer than its life, and not once it is revoked', () => {
    assert.equal(stands(2), true);
    assert.equal(stands(4), false);
    assert.equal(stands(13, { lastSeenAt: new Date(start.getTime() + 12 * day) }), true);
    assert.equal(stands(14, { lastSeenAt: new Date(start.getTime() + 13.9 * day) }), false);
    assert.equal(stands(1, { revokedAt: start }), false);
  });
});

describe('organisation and role', () => {
  it('belong together', () => {
    assert.equal(organisationProblem('organisation', null), 'organisation_required');
    assert.equal(organisationProblem('organisation', 'x'), null);
    assert.equal(organisationProblem('moderator', 'x'), null);
    assert.equal(organisationProblem('administrator', 'x'), 'organisation_not_for_role');
    assert.equal(organisationProblem('administrator', null), null);
  });
});
