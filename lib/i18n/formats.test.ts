import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { formatAddress } from './format-address.ts';
import { formatDms } from './format-coordinates.ts';
import { formatWhen } from './format-when.ts';
import {
  formatArea,
  formatBytes,
  formatDate,
  formatDateTime,
  formatDistance,
  formatNumber,
  monthNames,
} from './formats.ts';
import { locales, negotiateLocale } from './locales.ts';

describe('formats', () => {
  test('an instant is told in Baku, four hours ahead of UTC', () => {
    assert.equal(formatDateTime('en', '2026-11-23T21:05:00Z'), '24 November 2026, 01:05');
    assert.equal(formatDateTime('az', '2026-11-23T21:05:00Z'), '24 noyabr 2026, 01:05');
  });

  test('a calendar day stays that day', () => {
    assert.equal(formatDate('en', '1993-01-01'), '1 January 1993');
    assert.equal(formatDate('ru', '1993-01-01').replaceAll('\u00a0', ' '), '1 января 1993 г.');
  });

  test('months are words of the language, never M11 or English', () => {
    for (const locale of locales) {
      const names = monthNames(locale);
      assert.equal(new Set(names).size, 12);
      assert.ok(!names.some((name) => /\d/.test(name)), `${locale}: ${names}`);
      if (locale !== 'en') assert.ok(!names.includes('November'));
    }
  });

  test('coordinates are told in degrees, minutes and seconds', () => {
    assert.equal(formatDms('en', 39.8177, 46.7528), '39°49′04″ N, 46°45′10″ E');
  });

  test('seconds that round to sixty carry over', () => {
    assert.equal(formatDms('en', 39.999999, -0.0001), '40°00′00″ N, 0°00′00″ W');
  });

  test('distances and sizes carry their unit', () => {
    assert.equal(formatDistance('hy', 50), '50 մ');
    assert.equal(formatArea('ru', 3_200), '0,32 га');
    assert.equal(formatArea('en', 12_340_000), '12.34 km²');
    assert.equal(formatDistance('ru', 2500), '2,5 км');
    assert.equal(formatBytes('en', 38_200), '39 kB');
    assert.equal(formatNumber('az', 1204.5), '1.204,5');
  });

  test('a date is as exact as it is known and no more', async () => {
    assert.equal(await formatWhen('en', { start: '1993-03-01', precision: 'season' }), 'spring 1993');
    assert.equal(await formatWhen('en', { start: '1992-12-01', precision: 'season' }), 'winter 1992');
    assert.equal(await formatWhen('en', { start: '1993-01-01', precision: 'year' }), '1993');
    assert.equal(await formatWhen('en', { start: null, precision: 'day' }), 'date unknown');
  });

  test('an address goes from small to large or back, as the language writes it', () => {
    const parts = { settlement: 'A', district: 'B', country: 'C' };
    assert.equal(formatAddress('en', parts), 'A, B, C');
    assert.equal(formatAddress('hy', parts), 'C, B, A');
  });

  test('the first language that we speak wins, by weight', () => {
    assert.equal(negotiateLocale('fr, ru;q=0.5, hy-AM;q=0.8'), 'hy');
    assert.equal(negotiateLocale('az;q=0, ru'), 'ru');
    assert.equal(negotiateLocale(null), 'en');
  });
});
