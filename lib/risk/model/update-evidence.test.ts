import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { h3Grid } from '../../geo/hex-grid.ts';
import { encodeSurface } from './artifact.ts';
import type { RiskClue } from './clue.ts';
import { DEFAULT_PARAMETERS } from './parameters.ts';
import { gatherEvidence, surfaceOf } from './surface.ts';
import { box, clearanceOf, clueAt, SQUARE, TODAY } from './testing.ts';
import { updateEvidence } from './update-evidence.ts';

const GRID = h3Grid(SQUARE, 8);
const CLEARED = [clearanceOf('z', box(46.6, 39.7, 46.65, 39.75))];
const gather = (clues: readonly RiskClue[], parameters = DEFAULT_PARAMETERS) =>
  gatherEvidence({ clues, clearances: CLEARED, areaOfInterest: SQUARE, asOfDay: TODAY, parameters }, GRID);
const bytes = (evidence: ReturnType<typeof gather>) => Buffer.from(encodeSurface(surfaceOf(evidence)));

const many = Array.from({ length: 40 }, (_, i) =>
  clueAt(`c${i}`, 46.52 + 0.01 * i, 39.62 + 0.008 * i, {
    kind: i % 2 ? 'human' : 'presence',
    precision: i % 3 ? 'A' : 'C',
    sourceKey: i % 5 ? '' : 'one source',
  }),
);

describe('evidence brought to other clues', () => {
  it('gives the very bytes of a surface gathered anew, whatever came, changed or was withdrawn', () => {
    const change = fc.record({
      index: fc.nat(39),
      what: fc.constantFrom('withdrawn', 'moved', 'regraded', 'reclassed', 'added'),
      by: fc.double({ min: 0.01, max: 0.2, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const clues = new Map(many.map((clue) => [clue.id, clue]));
        for (const [k, { index, what, by }] of changes.entries()) {
          const clue = many[index]!;
          if (what === 'withdrawn') clues.delete(clue.id);
          else if (what === 'moved') clues.set(clue.id, clueAt(clue.id, 46.6 + by, 39.7 + by / 2));
          else if (what === 'regraded') clues.set(clue.id, { ...clue, reliability: by });
          else if (what === 'reclassed') clues.set(clue.id, { ...clue, kind: 'animal', precision: 'B' });
          else clues.set(`new${k}`, { ...clue, id: `new${k}` });
        }
        const learned = { ...DEFAULT_PARAMETERS, learnedWeights: { floor: 0.2 }, learnedEvents: 9, dispersion: 2 };
        const evidence = gather(many);
        const changed = updateEvidence(evidence, [...clues.values()], CLEARED, TODAY, learned);
        assert.ok(changed !== null && changed <= changes.length);
        assert.ok(bytes(evidence).equals(bytes(gather([...clues.values()], learned))));
      }),
      { numRuns: 12 },
    );
  });

  it('is left alone when the day, the official ground, the sums’ parameters or most clues differ', () => {
    const evidence = gather(many);
    const before = bytes(evidence);
    const update = (clues = many, clearances = CLEARED, day = TODAY, parameters = DEFAULT_PARAMETERS) =>
      updateEvidence(evidence, clues, clearances, day, parameters);
    assert.equal(update(many, CLEARED, TODAY + 1), null);
    assert.equal(update(many, []), null);
    assert.equal(update(many, CLEARED, TODAY, { ...DEFAULT_PARAMETERS, sourceCap: 2 }), null);
    assert.equal(update(many.slice(0, 20)), null);
    assert.equal(update([...many.slice(0, 39), many[0]!]), null);
    assert.throws(() => update([...many, { ...many[0]!, id: 'bad', reliability: Number.NaN }]));
    assert.ok(before.equals(bytes(evidence)));
    assert.equal(update(), 0);
  });
});
