import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Estimate } from '../triage/estimate.ts';
import { evidenceRank } from '../triage/evidence.ts';
import { evidenceClasses, infoCredibilities, sourceClasses, sourceReliabilities } from '../triage/input.ts';
import { type LedgerItem, presumedDependent } from '../triage/ledger.ts';
import { type GradeInput, gradeOf, independentSources, type Rule } from './grade.ts';

const item = (given: Partial<LedgerItem> = {}): LedgerItem => ({
  ref: 'R-1',
  id: 'r',
  kind: 'human_accident',
  evidenceClass: 'direct',
  evidenceReason: 'detonation_located',
  assessed: true,
  sourceReliability: 'C',
  infoCredibility: '2',
  sourceClass: 'individual',
  independenceGroup: presumedDependent,
  accreditedOperator: false,
  hasFreeText: false,
  textRead: false,
  marksLeft: 0,
  photosLeft: [],
  alreadyPublic: false,
  consent: 'given',
  shareWithNgos: false,
  shareWithAuthorities: false,
  ...given,
});
const estimate: Estimate = {
  claimId: 'c',
  reportId: 'r',
  geometry: { type: 'Point', coordinates: [46.9, 40.1] },
  uncertaintyMetres: 60,
  precisionClass: 'B',
  method: 'map_pin',
  positionOf: 'event',
  placeId: null,
  reason: 'only_claim',
  conflicting: [],
};
const input = (given: Partial<GradeInput> = {}): GradeInput => ({
  items: [item()],
  facts: { kind: 'human_accident', dateStart: '2024-06-01', dateEnd: null, datePrecision: 'day' },
  estimate,
  openCandidates: [],
  today: '2026-11-23',
  secondPerson: true,
  ...given,
});
const ground = (given: Partial<GradeInput>, rule: Rule) =>
  gradeOf(input(given)).grounds.find((one) => one.rule === rule)!;
const weak = { sourceReliability: 'F', infoCredibility: '3' } as const;
const period = {
  kind: 'hazard_knowledge',
  dateStart: '1988-01-01',
  dateEnd: '1994-12-31',
  datePrecision: 'range',
} as const;

describe('grade of a clue', () => {
  it('is complete with all eight conditions', () => {
    const grade = gradeOf(input());
    assert.deepEqual(grade.missing, []);
    assert.equal(grade.grounds.length, 8);
    assert.ok(grade.grounds.every(({ detail }) => detail.why));
  });

  const cases: [string, Rule, boolean, string, Partial<GradeInput>][] = [
    ['nothing assessed', 'specific_event', false, 'nothing_assessed', { items: [item({ assessed: false })] }],
    [
      'one report not graded',
      'specific_event',
      false,
      'not_all_assessed',
      { items: [item(), item({ assessed: false })] },
    ],
    ['a media repeat alone', 'specific_event', false, 'nothing_assessed', { items: [item({ evidenceClass: 'none' })] }],
    [
      'class D',
      'located',
      false,
      'too_imprecise',
      { estimate: { ...estimate, precisionClass: 'D', uncertaintyMetres: 3000 } },
    ],
    ['claims that contradict', 'located', false, 'claims_conflict', { estimate: { ...estimate, conflicting: ['x'] } }],
    [
      'a choice between them',
      'located',
      true,
      'located_within',
      { estimate: { ...estimate, conflicting: ['x'], reason: 'moderator' } },
    ],
    ['an event in a span of years', 'dated', false, 'no_year', { facts: { ...period, kind: 'human_accident' } }],
    ['presence in a span of years', 'dated', true, 'dated_to', { facts: period }],
    ['presence without an end', 'dated', false, 'no_period', { facts: { ...period, dateEnd: null } }],
    ['"before 1994"', 'dated', false, 'no_period', { facts: { ...period, dateStart: null, datePrecision: 'before' } }],
    [
      'an official statement, F/6',
      'attested',
      true,
      'official_statement',
      { items: [item({ sourceClass: 'official', sourceReliability: 'F', infoCredibility: '6' })] },
    ],
    [
      'an official statement held doubtful',
      'attested',
      false,
      'not_attested',
      { items: [item({ sourceClass: 'official', sourceReliability: 'F', infoCredibility: '4' })] },
    ],
    [
      'an accredited operator',
      'attested',
      true,
      'official_statement',
      { items: [item({ accreditedOperator: true, sourceReliability: 'F', infoCredibility: '6' })] },
    ],
    ['one item C/3', 'attested', true, 'one_item_graded', { items: [item({ infoCredibility: '3' })] }],
    [
      'one item D/1',
      'attested',
      false,
      'not_attested',
      { items: [item({ sourceReliability: 'D', infoCredibility: '1' })] },
    ],
    ['two without account', 'attested', false, 'not_attested', { items: [item(weak), item(weak)] }],
    [
      'one family twice',
      'attested',
      false,
      'not_attested',
      { items: [item({ ...weak, independenceGroup: 'family' }), item({ ...weak, independenceGroup: 'family' })] },
    ],
    [
      'two recorded chains',
      'attested',
      true,
      'two_chains',
      { items: [item({ ...weak, independenceGroup: 'family' }), item({ ...weak, independenceGroup: 'driver' })] },
    ],
    ['a candidate open', 'duplicates_merged', false, 'candidates_open', { openCandidates: [7] }],
    ['consent withdrawn', 'consent', false, 'consent_missing', { items: [item({ consent: 'withdrawn' })] }],
    [
      'published before',
      'consent',
      true,
      'consent_organisations',
      { items: [item({ consent: 'none', alreadyPublic: true })] },
    ],
    ['a photo that nobody reviewed', 'scrubbed', false, 'photos_left', { items: [item({ photosLeft: [2] })] }],
    ['text and photo', 'scrubbed', false, 'several_left', { items: [item({ hasFreeText: true, photosLeft: [1, 3] })] }],
    [
      'a mark that nobody decided',
      'scrubbed',
      false,
      'marks_left',
      { items: [item({ hasFreeText: true, marksLeft: 3 })] },
    ],
    ['free text as it came', 'scrubbed', false, 'not_scrubbed', { items: [item({ hasFreeText: true })] }],
    ['nobody else yet', 'two_persons', false, 'waits_for_second', { secondPerson: false }],
  ];
  for (const [name, rule, met, why, given] of cases) {
    it(`${name}: ${rule} ${met ? 'met' : 'missing'}`, () => {
      const line = ground(given, rule);
      assert.deepEqual([line.met, line.detail.why], [met, why]);
    });
  }

  it('calls "event certain, place approximate" indirect', () => {
    assert.equal(
      gradeOf(input({ estimate: { ...estimate, precisionClass: 'C', uncertaintyMetres: 2000 } })).evidenceClass,
      'indirect',
    );
    assert.equal(gradeOf(input()).evidenceClass, 'direct');
  });

  it('counts chains, not reports', () => {
    const chain = (independenceGroup: string) => item({ independenceGroup });
    assert.equal(independentSources([]), 0);
    assert.equal(independentSources([item(), item()]), 1);
    assert.equal(independentSources([item(), chain('a')]), 1);
    assert.equal(independentSources([chain('a'), chain('b'), chain('b')]), 2);
    assert.equal(independentSources([chain('a'), item({ independenceGroup: 'b', evidenceClass: 'none' })]), 1);
  });

  const anyItem = fc.record({
    evidenceClass: fc.constantFrom(...evidenceClasses),
    sourceReliability: fc.constantFrom(...sourceReliabilities),
    infoCredibility: fc.constantFrom(...infoCredibilities),
    sourceClass: fc.constantFrom(...sourceClasses),
    independenceGroup: fc.constantFrom(presumedDependent, 'a', 'b', 'c'),
    assessed: fc.boolean(),
  });
  it('never falls by another piece of evidence', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 5 }), anyItem, (given, more) => {
        const items = given.map(item);
        const [before, after] = [gradeOf(input({ items })), gradeOf(input({ items: [...items, item(more)] }))];
        assert.ok(evidenceRank(after.evidenceClass) <= evidenceRank(before.evidenceClass));
        assert.ok(after.independentSources >= before.independentSources);
        assert.ok(after.infoCredibility <= before.infoCredibility);
        const attested = (grade: typeof before) => grade.grounds.find(({ rule }) => rule === 'attested')!.met;
        assert.ok(attested(after) || !attested(before));
      }),
    );
  });
});
