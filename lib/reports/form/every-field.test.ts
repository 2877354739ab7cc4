import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportInput } from '../input.ts';
import { checkReport } from '../rules.ts';
import type { Values } from './answers.ts';
import { checkStep } from './check-step.ts';
import { fieldsOfStep, stepsFor } from './steps.ts';
import { toReport } from './to-report.ts';

const today = '2026-11-24';

/** Fields of the data model that no question asks for, and why. */
const notAsked: Record<string, string> = {
  reportId: 'drawn by the server for each serving of the form',
  language: 'the language that the form is read in',
  channel: 'the way in, known to the server',
  killed: 'counted from the people themselves',
  injured: 'counted from the people themselves',
  unknownOutcome: 'counted from the people themselves',
  'devices.model': 'moderators only: nobody shall go near to read it',
  'sources.publisher': 'for reports of what was already public, which are imported',
  'sources.publishedOn': 'for reports of what was already public, which are imported',
};
/** Asked on a page of its own, which sends files. */
const askedElsewhere = new Set(['consent.photoUse', 'photos.id', 'photos.sha256', 'photos.usePlace']);

type Schema = { def: Record<string, unknown> & { type: string } };

/** Every leaf of the schema as a path without indices. */
function leaves(schema: Schema, path = ''): string[] {
  const { def } = schema;
  const inner = (def.innerType ?? def.element) as Schema | undefined;
  if (def.type === 'object')
    return Object.entries(def.shape as Record<string, Schema>).flatMap(([name, one]) =>
      leaves(one, path ? `${path}.${name}` : name),
    );
  if (path === 'locations.geometry') return [path];
  return inner ? leaves(inner, path) : [path];
}

const of = (fields: Record<string, string | string[]>): Values =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value].flat()]));

const everybody = {
  d0_category: 'ap_mine',
  d0_basis: 'witness_description',
  d0_stacked: 'yes',
  areaMarked: 'yes',
  deviceMarked: 'no',
  moved: 'yes',
  movedBy: 'water',
  emplacement: 'legacy',
  description: 'by the mill',
  reporterType: 'former_resident',
  basis: 'document',
  reporterDisplaced: 'idp',
  shareWithAuthorities: 'yes',
  shareWithNgos: 'yes',
  contactMe: 'yes',
  contact: '555',
};
const gps = { where: 'gps', gpsLat: '39.82', gpsLng: '46.75', gpsAccuracy: '9', gpsKm: '0.5', gpsDirection: 'n' };
const name = { where: 'name', placeName: 'Talış', placeNameAsked: 'Talış', placeId: 'az:talis', placeLanguage: 'az' };
const human = of({
  ...everybody,
  ...gps,
  door: 'human',
  when: 'exact_time',
  exact_d: '3',
  exact_m: '5',
  exact_y: '2024',
  exact_time: '14:30',
  injured: '1',
  animalsToo: 'yes',
  a0_species: 'goat',
  p0_age: '5-11',
  p0_sex: 'female',
  p0_outcome: 'died_later',
  p0_died_d: '4',
  p0_died_m: '5',
  p0_died_y: '2024',
  p0_activity: 'herding',
  p0_status: 'civilian',
  p0_displaced: 'returnee',
  p0_injuries: ['head_neck'],
  activated: 'stepped_on',
  several: 'yes',
  b0_cause: 'person',
  followsReceipt: '0000-0000-0000-0000',
});
const animal = of({
  ...everybody,
  ...name,
  door: 'animal',
  positionOf: 'crater',
  placeGroups: '2',
  l1_where: 'coordinates',
  l1_coordinates: '39,8177; 46,7528',
  l1_datum: 'sk42',
  when: 'range',
  from_d: '1',
  from_m: '4',
  from_y: '2024',
  to_d: '9',
  to_m: '4',
  to_y: '2024',
  animalGroups: '2',
  a0_species: 'cattle',
  a0_role: 'livestock',
  a0_killed: '2',
  a0_injured: '1',
  a1_species: 'dog',
  cause: 'crater',
  humanPresent: 'yes',
  several: 'yes',
  b0_cause: 'animal.1',
});
const known = of({
  ...everybody,
  door: 'know',
  kind: 'hazard_knowledge',
  where: 'oldMap',
  mapSheet: 'K-38-104',
  signs: ['laid_mines'],
  knownFrom: '1988',
  knownTo: '1993',
  when: 'words',
  dateWords: 'after the flood',
});
const seen = of({ door: 'know', kind: 'hazard_sighting', ...gps, urgent: 'yes', minor: 'yes', guardian: 'yes' });
const shaped = of({
  door: 'know',
  kind: 'hazard_knowledge',
  where: 'line',
  linePoints: '39.8177, 46.7528\n39.8240, 46.7660',
  lineZoom: '13',
  lineDatum: 'wgs84',
  lineOff: '200',
});

const reports = [human, animal, known, seen, shaped].map((values) =>
  toReport({ reportId: '6f2d6a0e-54a5-4d3c-9a51-0f5e0a3c1111', values }, 'az', today),
);

/** Whether a report says something at that path, by its own word and no default of the schema. */
function told(node: unknown, path: string[]): boolean {
  if (Array.isArray(node)) return node.length > 0 && node.some((one) => told(one, path));
  const [first, ...rest] = path;
  if (first !== undefined) return told((node as Record<string, unknown> | undefined)?.[first], rest);
  return node !== undefined && node !== false && node !== null;
}

describe('every field of the data model', () => {
  const all = leaves(reportInput as unknown as Schema);

  it('has its question in the form, or the reason why it has none', () => {
    assert.ok(all.length > 45, `${all.length} fields`);
    const silent = all.filter(
      (path) => !(path in notAsked) && !askedElsewhere.has(path) && !reports.some((one) => told(one, path.split('.'))),
    );
    assert.deepEqual(silent, []);
    assert.deepEqual(
      [...Object.keys(notAsked), ...askedElsewhere].filter((path) => !all.includes(path)),
      [],
    );
  });

  it('comes from fields of pages that those answers lead to, and holds as a report', () => {
    for (const values of [human, animal, known, seen, shaped]) {
      const steps = stepsFor(values);
      const counters = ['animalGroups', 'placeGroups', 'deviceGroups'];
      const asked = new Set([...steps.flatMap((step) => fieldsOfStep(step)), ...counters]);
      assert.deepEqual(
        Object.keys(values).filter((field) => !asked.has(field)),
        [],
      );
      for (const step of steps) assert.deepEqual(checkStep(step, values, today), {}, step);
    }
    for (const report of reports)
      assert.deepEqual(checkReport(reportInput.parse(report), today).fields, {}, String(report.kind));
  });
});
