import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { audienceOf, clueAudiences, forOrganisation, forPublic, mayRead, publicSquares } from './disclosure.ts';
import type { ClueRow } from './store.ts';

// more than a whitelist reads: none of it may come through
const clue: Omit<ClueRow, 'incidentNumber'> = {
  id: '0b6f2c1e-6d3a-4c59-9a39-000000000001',
  number: 7,
  exportId: '0b6f2c1e-6d3a-4c59-9a39-000000000002',
  incidentId: '0b6f2c1e-6d3a-4c59-9a39-000000000003',
  kind: 'human_accident',
  state: 'verified',
  practice: true,
  geometry: { type: 'Point', coordinates: [46.9123, 40.1456] },
  uncertaintyMetres: 60,
  precisionClass: 'B',
  placeId: 'table:agdam',
  districtId: 'district:agdam',
  dateStart: '2024-06-01',
  dateEnd: null,
  datePrecision: 'day',
  dateReported: '2024-06-02',
  killed: 1,
  injured: 2,
  animalsKilled: null,
  deviceCategory: 'ap_mine',
  evidenceClass: 'direct',
  sourceReliability: 'C',
  infoCredibility: '2',
  independentSources: 1,
  sourceClass: 'media',
  grounds: [],
  publishers: [{ publisher: 'example.org', publishedOn: '2024-06-02' }],
  proposedBy: '0b6f2c1e-6d3a-4c59-9a39-000000000004',
  proposedAt: new Date('2026-11-20T10:11:12Z'),
  verifiedBy: '0b6f2c1e-6d3a-4c59-9a39-000000000005',
  verifiedAt: new Date('2026-11-21T10:11:12Z'),
  closedAt: null,
  evidenceTable: 0,
  supersededBy: null,
  version: 2,
  sensitive: false,
};
const both = { ngos: true, authorities: true };
const written = (value: unknown) => JSON.stringify(value);

describe('disclosure', () => {
  it('shows the public settlement, publisher and date of what was public before, and nothing else', () => {
    const view = forPublic(clue, { published: true });
    assert.deepEqual(Object.keys(view ?? {}).sort(), ['audience', 'districtId', 'id', 'placeId', 'publishers']);
    assert.doesNotMatch(written(view), /46\.9|40\.1|ap_mine|human|2024-06-01|T10/);
    assert.equal(forPublic({ ...clue, publishers: [] }, { published: true }), null);
    assert.equal(forPublic(clue, { published: false }), null);
  });

  it('gives an organisation a point for A and B, none for C', () => {
    for (const precisionClass of ['A', 'B'] as const) {
      assert.deepEqual(forOrganisation({ ...clue, precisionClass }, both, 'organisation')?.geometry, clue.geometry);
    }
    const c = forOrganisation({ ...clue, precisionClass: 'C' }, both, 'organisation');
    assert.equal(c?.geometry, null);
    assert.equal(c?.placeId, 'table:agdam');
    assert.doesNotMatch(written(c), /46\.9|40\.1/);
  });

  it('names no person, no inner id, no moment and no ground', () => {
    const view = written(forOrganisation(clue, both, 'organisation'));
    for (const secret of [clue.id, clue.incidentId, clue.proposedBy, clue.verifiedBy!, 'T10:11', 'grounds', 'number']) {
      assert.ok(!view.includes(secret), secret);
    }
  });

  it('is silent to every audience unless the clue is verified', () => {
    for (const state of ['proposed', 'sent_back', 'withdrawn', 'superseded'] as const) {
      assert.equal(forPublic({ ...clue, state }, { published: true }), null);
      assert.equal(forOrganisation({ ...clue, state }, both, 'organisation'), null);
      assert.deepEqual(publicSquares({ ...clue, state }), []);
    }
  });

  it('asks the reporter: organisations and the authority apart', () => {
    assert.equal(forOrganisation(clue, { ngos: false, authorities: true }, 'organisation'), null);
    assert.ok(forOrganisation(clue, { ngos: false, authorities: true }, 'authority'));
    assert.equal(forOrganisation(clue, { ngos: true, authorities: false }, 'authority'), null);
  });

  it('leaves what touches a sensitive zone to those who assess and to the authority, if its reporters allowed that', () => {
    const hidden = { ...clue, sensitive: true };
    assert.deepEqual(
      clueAudiences.filter((audience) => mayRead(audience, hidden)),
      ['authority', 'moderator'],
    );
    assert.ok(clueAudiences.every((audience) => mayRead(audience, clue)));
    assert.equal(forPublic(hidden, { published: true }), null);
    assert.equal(forOrganisation(hidden, both, 'organisation'), null);
    assert.deepEqual(publicSquares(hidden), []);
    assert.deepEqual(forOrganisation(hidden, both, 'authority')?.geometry, clue.geometry);
    assert.equal(forOrganisation(hidden, { ngos: true, authorities: false }, 'authority'), null);
  });

  it('darkens every square that the 95 % shape touches', () => {
    assert.equal(publicSquares({ ...clue, uncertaintyMetres: 1 }).length, 1);
    assert.ok(publicSquares({ ...clue, uncertaintyMetres: 6000 }).length >= 4);
  });

  it('lets neither a role without organisation nor an administrator read more than the public', () => {
    assert.equal(audienceOf({ role: 'administrator' }, 'ngo'), 'public');
    assert.equal(audienceOf({ role: 'organisation' }, null), 'public');
    assert.equal(audienceOf({ role: 'organisation' }, 'ngo'), 'organisation');
    assert.equal(audienceOf({ role: 'organisation' }, 'mine_action_authority'), 'authority');
    assert.equal(audienceOf({ role: 'lead' }, null), 'moderator');
  });
});
