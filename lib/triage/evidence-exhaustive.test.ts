import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { causeBases, displacements, knowledgeBases, languages, positionsOf, reporterTypes } from '../reports/input.ts';
import { type EvidenceFacts, evidenceOf, evidenceRank, evidenceTable, rowKey } from './evidence.ts';
import { evidenceClasses } from './input.ts';
import { ledgerOf } from './ledger.ts';
import type { ReportRecord } from './store.ts';

const bools = [false, true];
const metres = [null, 10, 250, 251, 500, 501, 20_000];

/** Every combination of what the table asks, of every kind: some two hundred thousand. */
function* everything(): Generator<EvidenceFacts> {
  for (const kind of Object.keys(evidenceTable) as EvidenceFacts['kind'][])
    for (const positionOf of [null, ...positionsOf])
      for (const uncertaintyMetres of metres)
        for (const knowledgeBasis of [null, ...knowledgeBases])
          for (const causeBasis of kind === 'animal_accident' ? [null, ...causeBases] : [null])
            for (const bits of Array(32).keys()) {
              const bit = (n: number) => bools[(bits >> n) & 1]!;
              yield {
                kind,
                positionOf,
                uncertaintyMetres,
                knowledgeBasis,
                causeBasis,
                detonationAttested: bit(0),
                wildAnimal: bit(1),
                recordChecked: bit(2),
                corroborated: bit(3),
                repeatsAnother: bit(4),
              };
            }
}

describe('the table of evidence classes, in every combination', () => {
  it('gives exactly one class to each, reaches every row, and never falls by a yes or a better location', () => {
    const reached = new Set<string>();
    const rank = (facts: EvidenceFacts) => evidenceRank(evidenceOf(facts).evidenceClass);
    for (const facts of everything()) {
      const { evidenceClass, reason } = evidenceOf(facts);
      reached.add(rowKey(facts.kind, reason));
      assert.ok(evidenceClasses.includes(evidenceClass));
      assert.equal(evidenceClass === 'none', facts.repeatsAnother);
      if (evidenceClass === 'direct' && !facts.recordChecked)
        assert.ok(facts.uncertaintyMetres !== null && facts.uncertaintyMetres <= 500, 'direct evidence is located');
      const own = evidenceRank(evidenceClass);
      for (const yes of ['detonationAttested', 'recordChecked', 'corroborated'] as const)
        if (!facts[yes] && rank({ ...facts, [yes]: true }) > own) assert.fail(`${yes} lowers ${JSON.stringify(facts)}`);
      const next = metres[metres.indexOf(facts.uncertaintyMetres) - 1];
      if (next != null && rank({ ...facts, uncertaintyMetres: next }) > own)
        assert.fail(`${next} m lowers ${JSON.stringify(facts)}`);
    }
    const rows = Object.entries(evidenceTable).flatMap(([kind, all]) => all.map(({ reason }) => rowKey(kind, reason)));
    assert.deepEqual(
      rows.filter((row) => !reached.has(row)),
      [],
    );
  });

  it('takes the class that a deployment gives to a row, and no other row from it', () => {
    const classes = new Map([[rowKey('photo', 'photo_located'), 'weak_indirect' as const]]);
    for (const facts of everything()) {
      const [field, own] = [evidenceOf(facts), evidenceOf(facts, classes)];
      assert.equal(own.reason, field.reason);
      const changed = facts.kind === 'photo' && field.reason === 'photo_located';
      assert.equal(own.evidenceClass, changed ? 'weak_indirect' : field.evidenceClass);
    }
  });
});

const report = (given: Partial<ReportRecord> = {}): ReportRecord =>
  ({
    id: 'r',
    number: 1,
    kind: 'hazard_knowledge',
    channel: 'form',
    knowledgeBasis: 'own_observation',
    organisationKind: null,
    claims: [
      {
        id: 'c',
        reportId: 'r',
        geometry: { type: 'Point', coordinates: [46.9, 40.1] },
        uncertaintyMetres: 100,
        method: 'map_pin',
        author: 'reporter',
        positionOf: 'event',
        datum: 'wgs84',
        createdAt: new Date(0),
      },
    ],
    animals: [],
    devices: [],
    victims: [],
    sources: [],
    consent: null,
    assessment: null,
    graders: [],
    text: { read: false, spans: [] },
    ...given,
  }) as unknown as ReportRecord;

describe('origin', () => {
  const origin = fc.record({
    language: fc.constantFrom(...languages),
    reporterType: fc.constantFrom(null, ...reporterTypes),
    reporterDisplacement: fc.constantFrom(null, ...displacements),
    submittedBy: fc.option(fc.uuid()),
    organisationId: fc.option(fc.uuid()),
    description: fc.constantFrom('Words.', 'Sözlər.', 'Բառեր։', 'Слова.'),
    victims: fc.constantFrom([], [{ displacement: 'idp' }], [{ displacement: 'not_displaced' }]),
  });
  it('is no input: language, displacement, kind of reporter and people hurt leave the ledger as it is', () => {
    fc.assert(
      fc.property(origin, origin, (one, other) => {
        const ledger = (given: unknown) => ledgerOf({ reports: [report(given as Partial<ReportRecord>)] });
        assert.deepEqual(ledger(one), ledger(other));
      }),
    );
  });
});
