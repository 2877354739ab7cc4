import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Values } from './answers.ts';
import { paperSteps, paperValues, wordedFor } from './paper-steps.ts';
import { stepsFor } from './steps.ts';

describe('the paper form', () => {
  const order = paperSteps().map(({ step }) => step);

  for (const [kind, values] of Object.entries<Values>({
    human_accident: { door: ['human'], killed: ['1'], unknownOutcome: ['1'], animalsToo: ['yes'] },
    animal_accident: { door: ['animal'] },
    hazard_sighting: { door: ['know'], kind: ['hazard_sighting'] },
    hazard_knowledge: { door: ['know'], kind: ['hazard_knowledge'] },
    detonation_no_casualty: { door: ['know'], kind: ['detonation_no_casualty'] },
  }))
    it(`asks of ${kind} what the form asks, in its order`, () => {
      const asked = stepsFor(values).filter((step) => step !== 'check');
      const places = asked.map((step) => order.indexOf(step));
      assert.ok(!places.includes(-1), `${asked.filter((step) => !order.includes(step))} is missing`);
      assert.deepEqual(
        places,
        places.toSorted((a, b) => a - b),
      );
      for (const step of asked) {
        const { kinds } = paperSteps().find((one) => one.step === step)!;
        assert.ok(kinds === null || kinds.some((one) => one === kind), step);
      }
    });

  it('asks for a place in the words of those who may know a line or an area', () => {
    const place = paperSteps().find(({ step }) => step === 'place')!;
    assert.deepEqual([place.kinds, paperValues(wordedFor(place), 'place').kind], [null, ['hazard_knowledge']]);
  });

  it('asks nothing twice', () => assert.equal(new Set(order).size, order.length));
});
