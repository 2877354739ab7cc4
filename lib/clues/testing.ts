import type { UserActor } from '../context.ts';
import { testDatabase } from '../db/testing.ts';
import { isProblem } from '../errors.ts';
import { assessReport } from '../triage/assess-report.ts';
import { assignToIncident } from '../triage/assign-to-incident.ts';
import { makeReport, makeUser, point } from '../triage/testing.ts';
import { decideText } from '../triage/text/decide-text.ts';
import { marksOf } from '../triage/text/marks.ts';
import { proposeClue } from './propose-clue.ts';

type Told = Parameters<typeof makeReport>[1];

/** For `assert.rejects`: a problem of this code whose detail is as expected. */
export const fails =
  (code: string, detail: (d: Record<string, unknown>) => boolean = () => true) =>
  (error: unknown) =>
    isProblem(error) && error.code === code && detail(error.detail as Record<string, unknown>);

/** Three moderators and graded reports in incidents of their own, for tests; `start` after every reset. */
export function clueCases() {
  const t = testDatabase();
  let place = 0;
  const cases = {
    t,
    first: undefined as unknown as UserActor,
    second: undefined as unknown as UserActor,
    third: undefined as unknown as UserActor,
    async start() {
      cases.first = await makeUser(t.db);
      cases.second = await makeUser(t.db);
      cases.third = await makeUser(t.db);
    },
    /** A graded report in an incident of its own, far from the others. */
    async graded(told: Told = {}, { textRead = true, ...grade }: Record<string, unknown> = {}) {
      place += 1;
      const geometry = point(46 + (place % 8) * 0.25, 39 + Math.floor(place / 8) * 0.25);
      const id = await makeReport(t.db, { ...told, claim: { geometry, ...told.claim } });
      const by = t.context(cases.first);
      const { incidentId } = await assignToIncident(by, { reportId: id, incidentId: null, version: 1 });
      await assessReport(by, {
        reportId: id,
        version: 2,
        sourceReliability: 'C',
        infoCredibility: '2',
        sourceClass: 'individual',
        detonationAttested: true,
        ...grade,
      });
      if (told?.description && textRead) {
        const spans = marksOf(told.description, []).map(({ start, end }) => ({ start, end, hide: false }));
        await decideText(by, { reportId: id, version: 3, spans });
      }
      return { id, incidentId };
    },
    async proposed(told: Told = {}, grade: Record<string, unknown> = {}) {
      const { id, incidentId } = await cases.graded(told, grade);
      return { id, incidentId, ...(await proposeClue(t.context(cases.first), { incidentId })) };
    },
  };
  return cases;
}
