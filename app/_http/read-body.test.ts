import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readForm, readJson } from './read-body.ts';

const posted = (type: string, body: string) =>
  new Request('http://localhost/', { method: 'POST', headers: { 'content-type': type }, body });

describe('what a browser or program sends', () => {
  it('comes without the one sign that the database keeps nowhere', async () => {
    const form = await readForm(posted('application/x-www-form-urlencoded', 'words=by%20the%00+gate&go=next'));
    assert.deepEqual(
      [...form],
      [
        ['words', 'by the gate'],
        ['go', 'next'],
      ],
    );
    const json = await readJson(posted('application/json', String.raw`{"a":["by the\u0000 gate"],"n":1}`));
    assert.deepEqual(json, { a: ['by the gate'], n: 1 });
  });
});
