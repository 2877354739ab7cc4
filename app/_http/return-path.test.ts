import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { returnPath } from './return-path.ts';

describe('the page to return to', () => {
  for (const path of ['/en', '/hy/triage', '/az/accounts/members?user=0b1c', '/ru/clues/1?tab=a%20b&x=1'])
    it(`${path} is ours`, () => assert.equal(returnPath(path), path));
  for (const path of [
    'https://example.org',
    '//example.org',
    '/\\example.org',
    '/en//example.org',
    '/fr',
    '/english',
    '',
    null,
    ['/en'],
  ])
    it(`${JSON.stringify(path)} is not`, () => assert.equal(returnPath(path), undefined));
});
