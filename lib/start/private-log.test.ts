import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DrizzleQueryError } from 'drizzle-orm';
import { keepLogPrivate } from './private-log.ts';

/** What would stand in the log, as the console writes it. */
function logged(...said: unknown[]): string {
  const lines: unknown[][] = [];
  const log = { error: (...line: unknown[]) => lines.push(line), warn: (...line: unknown[]) => lines.push(line) };
  keepLogPrivate(log);
  log.error(...said);
  log.warn(...said);
  return lines.map((line) => line.map((one) => (one instanceof Error ? whole(one) : String(one))).join(' ')).join('\n');
}
const whole = (error: Error) => `${error.stack} ${JSON.stringify(error)} ${JSON.stringify(error.cause)}`;

describe('the log of the server', () => {
  it('tells of a failed statement without what people told', () => {
    const cause = Object.assign(new Error('duplicate key'), {
      severity: 'ERROR',
      code: '23505',
      detail: 'Key (email)=(anna@example.org) already exists.',
    });
    const query = new DrizzleQueryError('insert into location_claims', ['the goat path', 46.7], cause);
    const around = new Error('rendering failed', { cause: query });
    for (const error of [query, cause, around]) {
      const told = logged('⨯', Object.assign(error, { digest: '4711' }));
      assert.doesNotMatch(told, /goat|46\.7|anna/);
      assert.match(told, /⨯.*4711/s);
    }
  });

  it('leaves our own mistakes and plain words as they are', () => {
    assert.match(logged('jobs:', new TypeError('x is not a function')), /jobs: .*x is not a function/);
  });
});
