import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { causeBases, knowledgeBases, positionsOf, reportKinds } from '../reports/input.ts';
import { type EvidenceFacts, evidenceOf, evidenceRank } from './evidence.ts';

const plain: EvidenceFacts = {
  kind: 'human_accident',
  positionOf: 'event',
  uncertaintyMetres: 100,
  detonationAttested: true,
  knowledgeBasis: null,
  causeBasis: null,
  wildAnimal: false,
  recordChecked: false,
  corroborated: false,
  repeatsAnother: false,
};
const animal = { kind: 'animal_accident' } as const;
const resident = { kind: 'hazard_knowledge', knowledgeBasis: 'own_observation' } as const;

describe('evidence class', () => {
  const table: [string, Partial<EvidenceFacts>, string, string][] = [
    ['human accident on the spot, attested', {}, 'direct', 'detonation_located'],
    ['at exactly 250 m', { uncertaintyMetres: 250 }, 'direct', 'detonation_located'],
    ['over 250 m', { uncertaintyMetres: 251 }, 'indirect', 'location_over_250'],
    ['nowhere', { uncertaintyMetres: null, positionOf: null }, 'indirect', 'location_over_250'],
    ['not attested', { detonationAttested: false }, 'indirect', 'detonation_not_attested'],
    ['where the observer stood', { positionOf: 'observer' }, 'indirect', 'position_not_of_event'],
    ['animal, at the crater', { ...animal, positionOf: 'crater' }, 'direct', 'animal_detonation_located'],
    [
      'animal, blast seen there',
      { ...animal, causeBasis: 'explosion_witnessed' },
      'direct',
      'animal_detonation_located',
    ],
    [
      'crater, but over 250 m',
      { ...animal, positionOf: 'crater', causeBasis: 'crater', uncertaintyMetres: 900 },
      'indirect',
      'location_over_250',
    ],
    [
      'heard, then found elsewhere',
      { ...animal, causeBasis: 'explosion_heard', positionOf: 'animal_found' },
      'indirect',
      'animal_found_elsewhere',
    ],
    [
      'wild, without a crater',
      { ...animal, causeBasis: 'blast_injury', wildAnimal: true },
      'weak_indirect',
      'wild_animal_without_crater',
    ],
    [
      'wild, at the crater',
      { ...animal, positionOf: 'crater', wildAnimal: true },
      'direct',
      'animal_detonation_located',
    ],
    [
      'carcass only',
      { ...animal, causeBasis: 'carcass_only', positionOf: 'carcass_found' },
      'weak_indirect',
      'carcass_only',
    ],
    ['animal, nobody says why', animal, 'weak_indirect', 'animal_cause_unknown'],
    [
      'explosion heard',
      { kind: 'detonation_no_casualty', detonationAttested: false },
      'indirect',
      'detonation_not_attested',
    ],
    ['resident saw it, alone', resident, 'indirect', 'sighting_uncorroborated'],
    ['resident saw it, corroborated', { ...resident, corroborated: true }, 'direct', 'sighting_corroborated'],
    [
      'resident saw it somewhere',
      { ...resident, corroborated: true, uncertaintyMetres: 2000 },
      'indirect',
      'sighting_not_located',
    ],
    [
      'everyone knew',
      { ...resident, knowledgeBasis: 'told_by_other', corroborated: true },
      'indirect',
      'common_knowledge',
    ],
    ['record', { ...resident, knowledgeBasis: 'document' }, 'indirect', 'record_unchecked'],
    ['record, checked', { ...resident, knowledgeBasis: 'document', recordChecked: true }, 'direct', 'record_checked'],
    ['media repeat', { repeatsAnother: true }, 'none', 'media_repeat'],
  ];
  for (const [name, facts, evidenceClass, reason] of table) {
    it(`${name}: ${evidenceClass}`, () => {
      assert.deepEqual(evidenceOf({ ...plain, ...facts }), { evidenceClass, reason });
    });
  }

  const facts = fc.record<EvidenceFacts>({
    kind: fc.constantFrom(...reportKinds),
    positionOf: fc.constantFrom(null, ...positionsOf),
    uncertaintyMetres: fc.option(fc.integer({ min: 1, max: 20_000 })),
    detonationAttested: fc.boolean(),
    knowledgeBasis: fc.constantFrom(null, ...knowledgeBases),
    causeBasis: fc.constantFrom(null, ...causeBases),
    wildAnimal: fc.boolean(),
    recordChecked: fc.boolean(),
    corroborated: fc.boolean(),
    repeatsAnother: fc.boolean(),
  });
  const rank = (f: EvidenceFacts) => evidenceRank(evidenceOf(f).evidenceClass);

  it('never falls when a location gets better or a yes is added', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 1, max: 20_000 }), (f, metres) => {
        const closer = { ...f, uncertaintyMetres: Math.min(metres, f.uncertaintyMetres ?? metres) };
        assert.ok(rank(closer) <= rank(f));
        for (const yes of ['detonationAttested', 'recordChecked', 'corroborated'] as const)
          assert.ok(rank({ ...f, [yes]: true }) <= rank(f));
        assert.ok(rank({ ...f, repeatsAnother: true }) >= rank(f));
        assert.ok(rank({ ...f, wildAnimal: true }) >= rank(f));
      }),
    );
  });
});
