import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { problems } from '../../errors.ts';
import { loadMessages } from '../../i18n/messages.ts';
import * as lists from '../input.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (pattern: string) =>
  globSync(pattern, { cwd: root })
    .map((file) => readFileSync(path.join(root, file), 'utf8'))
    .join('\n');
const at = (tree: unknown, key: string): unknown =>
  key.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], tree);

describe('words of the form', () => {
  it('has every key that its pages name', async () => {
    const { reports } = await loadMessages('en');
    const source = read('app/[[]locale]/{reports/new,follow-up}/**/*.tsx');
    const keys = [...source.matchAll(/\bt\('([\w.]+)'/g)].map((match) => match[1]!);
    assert.ok(keys.length > 80, `${keys.length} keys`);
    assert.deepEqual(
      keys.filter((key) => typeof at(reports, key) !== 'string'),
      [],
    );
  });

  it('has words for every refusal of a field', async () => {
    const { errors } = await loadMessages('en');
    const source = read('lib/reports/{,form/}{input,rules,check-step,told-*,submit-report}.ts');
    const keys = [
      ...source.matchAll(
        /'((?:\w+_)+(?:invalid|required|future|order|missing|unknown|unreadable|empty|incomplete|swapped|area|long|many|short))'/g,
      ),
    ]
      .map((match) => match[1]!)
      .filter((key) => !/^(settlement|direction_distance|outside)/.test(key) && key !== 'other_zone');
    assert.ok(keys.length > 40, `${keys.length} keys`);
    assert.deepEqual(
      keys.filter((key) => typeof at(errors, key) !== 'string'),
      [],
    );
    const codes = ['content_differs', 'too_many_requests', 'intake_closed', 'unavailable'] as const;
    assert.deepEqual(
      codes.filter((code) => !(code in problems) || typeof at(errors, code) !== 'string'),
      [],
    );
  });

  it('has a label for every value of every list', async () => {
    const { values } = await loadMessages('en');
    const missing = Object.entries(lists).flatMap(([name, list]) =>
      Array.isArray(list)
        ? list.filter((value) => typeof at(values, `${name}.${value}`) !== 'string').map((value) => `${name}.${value}`)
        : [],
    );
    assert.deepEqual(missing, []);
  });
});
