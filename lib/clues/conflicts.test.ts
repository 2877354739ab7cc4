import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import { clues } from '../../drizzle/schema/clues.ts';
import { devices } from '../../drizzle/schema/reports.ts';
import type { UserActor } from '../context.ts';
import { testDatabase } from '../db/testing.ts';
import { isProblem } from '../errors.ts';
import { spoken } from '../ids.ts';
import { assessReport } from '../triage/assess-report.ts';
import { getIncident } from '../triage/get-incident.ts';
import { chooseValue } from '../triage/incidents/choose-value.ts';
import { getIncidentStory } from '../triage/incidents/get-incident-story.ts';
import { getTwin } from '../triage/incidents/get-twin.ts';
import type { IncidentField } from '../triage/incidents/input.ts';
import { tellSameEvent } from '../triage/incidents/tell-same-event.ts';
import { loadReports } from '../triage/store.ts';
import { makeReport, makeUser, point } from '../triage/testing.ts';
import { proposeClue } from './propose-clue.ts';
import { verifyClue } from './verify-clue.ts';

type Told = NonNullable<Parameters<typeof makeReport>[1]> & { device?: 'ap_mine' | 'av_mine' };
type Choice = { field: IncidentField; of: 0 | 1; reason: string };
type Conflict = {
  name: string;
  told: [Told, Told];
  /** What of the twin view is lit. */
  differing: IncidentField[];
  choices: Choice[];
  clue: Partial<typeof clues.$inferSelect>;
};

const village = (lng: number, lat: number, placeNameAsGiven: string) => ({
  geometry: point(lng, lat),
  uncertaintyMetres: 2000,
  method: 'settlement_centroid' as const,
  placeNameAsGiven,
});
const carried = (publisher: string) => ({ channel: 'import' as const, publisher });

/** Events that publishers told differently; the points are those of the villages. */
const conflicts: Conflict[] = [
  {
    name: '2020-11-28: four or five dead',
    told: [
      {
        ...carried('metbuat.az'),
        killed: 4,
        injured: 0,
        dateStart: '2020-11-28',
        device: 'av_mine',
        claim: village(47.30777, 39.57482, 'Ashaghi Seyidahmadli'),
      },
      {
        ...carried('tass.com'),
        killed: 5,
        injured: 0,
        dateStart: '2020-11-28',
        device: 'av_mine',
        claim: village(47.30777, 39.57482, 'Ashaghi Seyidahmadli'),
      },
    ],
    differing: ['killed'],
    choices: [{ field: 'killed', of: 0, reason: 'The prosecutor names four; five counts a man who lived.' }],
    clue: { killed: 4, deviceCategory: 'av_mine', dateStart: '2020-11-28', precisionClass: 'C' },
  },
  {
    name: '2022-12-14: AP mine or TM-62, Chirag or Chiragli',
    told: [
      {
        ...carried('azernews.az'),
        killed: 1,
        injured: 7,
        dateStart: '2022-12-14',
        device: 'ap_mine',
        claim: village(45.95396, 39.97552, 'Chirag'),
      },
      {
        ...carried('news.az'),
        killed: 1,
        injured: 7,
        dateStart: '2022-12-14',
        device: 'av_mine',
        claim: village(46.2245, 40.42008, 'Chiragli'),
      },
    ],
    differing: ['place', 'deviceCategory'],
    choices: [
      { field: 'place', of: 0, reason: 'Both name Kalbajar; Chiragli lies in Dashkasan.' },
      { field: 'deviceCategory', of: 1, reason: 'The later statement names TM-62 by its markings.' },
    ],
    clue: { killed: 1, injured: 7, deviceCategory: 'av_mine', precisionClass: 'C' },
  },
  {
    name: '2025-02-14: Ayag or Bash Garvand',
    told: [
      {
        ...carried('a.example'),
        killed: 0,
        injured: 1,
        dateStart: '2025-02-14',
        claim: village(47.01572, 40.14313, 'Bash Garvand'),
      },
      {
        ...carried('b.example'),
        killed: 0,
        injured: 1,
        dateStart: '2025-02-14',
        claim: village(47.06868, 40.16891, 'Ayag Garvand'),
      },
    ],
    differing: ['place'],
    choices: [{ field: 'place', of: 1, reason: 'The hospital’s ambulance went to Ayag Garvand.' }],
    clue: { injured: 1, precisionClass: 'C' },
  },
];

describe('real conflicts of the sources', () => {
  const t = testDatabase();
  let [one, two, three] = [] as unknown as [UserActor, UserActor, UserActor];
  before(async () => {
    await t.reset();
    [one, two, three] = [await makeUser(t.db), await makeUser(t.db), await makeUser(t.db)];
  });

  for (const { name, told, differing, choices, clue } of conflicts)
    it(`${name}: entered twice, merged, decided with reasons, verified by another`, async () => {
      const now = new Date('2025-06-01T08:00:00Z');
      const ctx = (actor = one) => t.context(actor, now);
      const ids: string[] = [];
      for (const { device, ...given } of told) {
        const id = await makeReport(t.db, given);
        const category = device ?? 'unknown';
        await t.db
          .insert(devices)
          .values({ reportId: id, position: 0, category, basis: 'unknown', stackedOrTrapped: 'unknown' });
        ids.push(id);
      }
      const reports = async () => (await loadReports(ctx(), ids)).sort((a, b) => a.number - b.number);
      const [a, b] = (await reports()).map(({ number }) => spoken.report(number)) as [string, string];
      const twin = await getTwin(ctx(), { a, b });
      assert.deepEqual(
        twin.rows.filter(({ comparison }) => comparison === 'differs').map(({ field }) => field),
        differing,
      );
      const { incidentId } = await tellSameEvent(ctx(), {
        a,
        aVersion: 1,
        b,
        bVersion: 1,
        reason: 'Same day and people.',
      });
      for (const { id, version } of await reports())
        await assessReport(ctx(three), {
          reportId: id,
          version,
          sourceReliability: 'C',
          infoCredibility: '2',
          sourceClass: 'media',
          detonationAttested: true,
        });
      for (const { field, of, reason } of choices) {
        const { version } = await getIncidentStory(ctx(), incidentId);
        await chooseValue(ctx(), { incidentId, version, field, reportId: ids[of], reason });
      }
      const { values } = await getIncidentStory(ctx(), incidentId);
      for (const { field, of, reason } of choices) {
        const value = values.find((one) => one.field === field)!;
        assert.deepEqual([value.basis, value.from?.id, value.choice?.reason], ['chosen', ids[of], reason]);
        assert.equal(value.told.length, 2, 'the other value is kept');
        assert.match(value.choice!.by, /^M /);
      }
      const proposal = await proposeClue(ctx(three), { incidentId, dismissedReportIds: 'all' });
      assert.deepEqual(proposal.missing, ['two_persons']);
      const edit = { clueId: proposal.clueId, version: proposal.version };
      await assert.rejects(
        verifyClue(ctx(one), edit),
        (error) => isProblem(error) && error.detail.rule === 'chooser',
        'whoever chose a value does not verify it',
      );
      await verifyClue(ctx(two), edit);
      const [row] = await t.db.select().from(clues).where(eq(clues.id, proposal.clueId));
      for (const [field, expected] of Object.entries(clue)) assert.equal(row?.[field as 'killed'], expected, field);
      assert.equal(row?.state, 'verified');
      const place = choices.find(({ field }) => field === 'place');
      if (place) {
        const { estimate } = await getIncident(ctx(), incidentId);
        assert.deepEqual([estimate?.reportId, estimate?.reason], [ids[place.of], 'chosen']);
      }
    });
});
