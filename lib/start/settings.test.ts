import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { embeddedKeys, requireOutside } from './settings.ts';

describe('settings', () => {
  let data: string;
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'mineclue-settings-'));
  });
  afterEach(() => rmSync(data, { recursive: true, force: true }));

  it('an outside database needs its address and secrets, by name', () => {
    assert.throws(
      () => requireOutside({ NEXTAUTH_URL: 'https://x' } as never),
      /NEXTAUTH_SECRET is missing, MINECLUE_KEY is missing/,
    );
    const good = { NEXTAUTH_URL: 'https://x', NEXTAUTH_SECRET: 's'.repeat(32), MINECLUE_KEY: '0f'.repeat(32) };
    requireOutside(good as never);
    for (const bad of [{ NEXTAUTH_URL: 'x' }, { NEXTAUTH_SECRET: 'short' }, { MINECLUE_KEY: 'abc' }])
      assert.throws(() => requireOutside({ ...good, ...bad } as never), new RegExp(Object.keys(bad)[0] as string));
  });

  it('makes the keys of an embedded database once, for its owner only', () => {
    const keys = embeddedKeys(data);
    assert.match(keys.MINECLUE_KEY, /^[0-9a-f]{64}$/);
    assert.ok(keys.NEXTAUTH_SECRET.length >= 32);
    assert.equal(statSync(join(data, 'keys.json')).mode & 0o777, 0o600);
    assert.deepEqual(embeddedKeys(data), keys);
  });

  it('makes no new keys for a database that had others', () => {
    mkdirSync(join(data, 'pg'));
    assert.throws(() => embeddedKeys(data), /keys\.json is missing/);
  });
});
