import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { formatReceipt, readReceipt } from './receipt-code.ts';

const bytes = fc.uint8Array({ minLength: 10, maxLength: 32 });

describe('receipt code', () => {
  it('is read back however it was typed', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const code = formatReceipt(random);
        assert.match(code, /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
        assert.equal(readReceipt(code), code);
        assert.equal(readReceipt(` ${code.toLowerCase().replaceAll('-', ' ')} `), code);
        assert.equal(readReceipt(code.replaceAll('1', 'l').replaceAll('0', 'o')), code);
      }),
    );
  });

  it('finds any one wrong character and any two neighbours swapped', () => {
    fc.assert(
      fc.property(bytes, fc.nat(15), fc.nat(30), (random, at, by) => {
        const plain = formatReceipt(random).replaceAll('-', '');
        const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
        const wrong = alphabet[(alphabet.indexOf(plain[at]!) + 1 + by) % 32]!;
        assert.equal(readReceipt(plain.slice(0, at) + wrong + plain.slice(at + 1)), null);
        const next = plain[at + 1];
        if (!next || next === plain[at]) return;
        assert.equal(readReceipt(plain.slice(0, at) + next + plain[at] + plain.slice(at + 2)), null);
      }),
    );
  });

  it('is nothing else', () => {
    for (const text of ['', 'hello', '0000-0000-0000', 'ԱԲԳԴ-ԱԲԳԴ-ԱԲԳԴ-ԱԲԳԴ']) assert.equal(readReceipt(text), null);
  });
});
