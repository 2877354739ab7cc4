import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { evidenceClasses, infoCredibilities, sourceReliabilities } from '../input.ts';
import { chainsOf, type Linked, pictureOf, samePicture } from './chains.ts';
import { presumedDependent } from './input.ts';
import { standingsOf } from './standing.ts';

const piece = (ref: string, independenceGroup = presumedDependent, imageHash: string | null = null): Linked => ({
  ref,
  independenceGroup,
  pictures: pictureOf(imageHash),
});
const chains = (...args: Parameters<typeof chainsOf>) => [...chainsOf(...args).values()];

describe('chains of knowledge', () => {
  it('keep recorded words apart and what has none presumed', () => {
    assert.deepEqual(chains([piece('R-1', 'a'), piece('R-2', 'b'), piece('R-3')], []), ['a', 'b', presumedDependent]);
  });

  it('are one where a moderator tied two pieces', () => {
    const tie = { oneRef: 'R-1', otherRef: 'R-2' };
    assert.deepEqual(chains([piece('R-1', 'a'), piece('R-2', 'b'), piece('R-3', 'c')], [tie]), ['a', 'a', 'c']);
    assert.deepEqual(chains([piece('R-1', 'a'), piece('R-2')], [tie]), ['a', 'a']);
    assert.deepEqual(chains([piece('R-1'), piece('R-2')], [tie]), [presumedDependent, presumedDependent]);
  });

  it('are one where two pictures are equal or near, whatever words were recorded', () => {
    const [one, near, far] = ['00ff00ff00ff00ff', '00ff00ff00ff00f0', 'ffff00ff00ff0000'];
    assert.deepEqual(chains([piece('E-1', 'a', one), piece('E-2', 'b', near), piece('E-3', 'c', far)], []), [
      'a',
      'a',
      'c',
    ]);
    assert.ok(samePicture(piece('E-1', 'a', one), piece('E-2', 'b', one)));
    assert.ok(!samePicture(piece('E-1', 'a', one), piece('E-2', 'b')));
  });

  const pieces = fc
    .array(
      fc.tuple(
        fc.constantFrom(presumedDependent, 'a', 'b', 'c'),
        fc.option(fc.constantFrom('0'.repeat(16), 'f'.repeat(16))),
      ),
      {
        maxLength: 8,
      },
    )
    .map((all) => all.map(([word, hash], i) => piece(`R-${i}`, word, hash)));
  const ties = fc.array(
    fc.record({ oneRef: fc.constantFrom('R-0', 'R-1', 'R-2'), otherRef: fc.constantFrom('R-3', 'R-4', 'R-9') }),
    { maxLength: 4 },
  );
  const number = (all: Iterable<string>) => new Set([...all].filter((one) => one !== presumedDependent)).size;

  it('do not depend on an order, and a tie never makes more of them', () => {
    fc.assert(
      fc.property(pieces, ties, (given, tied) => {
        const all = chainsOf(given, tied);
        assert.deepEqual(new Map([...chainsOf(given.toReversed(), tied.toReversed())].toReversed()), all);
        assert.ok(number(all.values()) <= number(chainsOf(given, []).values()));
      }),
    );
  });

  it('give each chain one piece that counts, and name it on the others', () => {
    const weighed = fc.record({
      assessed: fc.boolean(),
      evidenceClass: fc.constantFrom(...evidenceClasses),
      independenceGroup: fc.constantFrom(presumedDependent, 'a', 'b'),
      infoCredibility: fc.constantFrom(...infoCredibilities),
      sourceReliability: fc.constantFrom(...sourceReliabilities),
    });
    fc.assert(
      fc.property(fc.array(weighed, { maxLength: 6 }), (given) => {
        const items = given.map((one, i) => ({ ...one, ref: `R-${i}` }));
        const standing = standingsOf(items);
        const usable = items.filter((one) => one.assessed && one.evidenceClass !== 'none');
        const counted = items.filter(({ ref }) => standing.get(ref)!.counts);
        assert.equal(
          counted.length,
          usable.length === 0 ? 0 : Math.max(1, number(usable.map((one) => one.independenceGroup))),
        );
        for (const { with: other } of standing.values()) if (other) assert.ok(counted.some(({ ref }) => ref === other));
      }),
    );
  });
});
