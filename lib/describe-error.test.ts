import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DrizzleQueryError } from 'drizzle-orm';
import { describeError } from './describe-error.ts';

describe('errors in the log', () => {
  it('keep what people told to themselves', () => {
    const cause = Object.assign(new Error('invalid byte sequence in "the goat path"'), {
      code: '22021',
      table: 'reports',
    });
    const told = describeError(new DrizzleQueryError('insert into reports', ['the goat path', 46.7], cause));
    assert.ok(!told.includes('goat') && !told.includes('46.7'), told);
    assert.match(told, /22021 reports/);
  });

  it('say what our own mistakes say', () => {
    assert.match(describeError(new TypeError('x is not a function')), /TypeError: x is not a function\n\s+at /);
  });
});
