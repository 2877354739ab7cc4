import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { afterEach, describe, it } from 'node:test';
import { sourceDigest } from './build.ts';

describe('what is built anew', () => {
  const probes = ['lib/start/digest-probe.ts', 'lib/digest-probe.test.ts', 'public/digest-probe.txt'];
  afterEach(() => {
    for (const probe of probes) rmSync(probe, { force: true });
  });

  it('tests and the launcher change nothing', () => {
    const before = sourceDigest();
    writeFileSync('lib/start/digest-probe.ts', 'export {};\n');
    writeFileSync('lib/digest-probe.test.ts', 'export {};\n');
    assert.equal(sourceDigest(), before);
  });

  it('a source, or a setting that the build bakes in, does', () => {
    const before = sourceDigest();
    writeFileSync('public/digest-probe.txt', 'x');
    assert.notEqual(sourceDigest(), before);
    rmSync('public/digest-probe.txt');
    process.env.TILE_URL = 'https://tiles.example/{z}/{x}/{y}.png';
    assert.notEqual(sourceDigest(), before);
    delete process.env.TILE_URL;
    assert.equal(sourceDigest(), before);
  });
});
