import { type Context, moderators, requireRole } from '../context.ts';
import { Problem } from '../errors.ts';
import { isId } from '../ids.ts';
import { effectiveUncertaintyMetres, precisionClassOf } from './estimate.ts';
import { loadPieces } from './evidence-items/load-pieces.ts';
import { classesOf } from './evidence-table/rows.ts';
import { newestTable } from './evidence-table/store.ts';
import { incidentEstimateOf } from './incidents/estimate.ts';
import { choicesOf } from './incidents/replay.ts';
import { loadIncidentEvents } from './incidents/store.ts';
import { claimsOf, ledgerOf, presumedDependent } from './ledger.ts';
import { suggestSameEvent } from './same-event/suggest-same-event.ts';
import {
  currentIncidentId,
  loadHistory,
  loadIncident,
  loadReports,
  loadUserNames,
  memberIds,
  openClue,
  referralsOf,
} from './store.ts';
import { transitions } from './transitions.ts';
import { type PassedOn, passedOnOf } from './urgent/passed-on.ts';

/**
 * A report with everything that is weighed about it: claims, evidence as derived now, incident, same-event candidates,
 * history. Never the contact. Errors: not_found, forbidden.
 */
export async function getCase(ctx: Context, reportId: string) {
  const actor = requireRole(ctx, ...moderators);
  if (!isId(reportId)) throw new Problem('not_found');
  const incidentId = await currentIncidentId(ctx, reportId);
  const ids = incidentId ? await memberIds(ctx, incidentId) : [reportId];
  const reports = await loadReports(ctx, ids);
  const report = reports.find(({ id }) => id === reportId);
  if (!report) throw new Problem('not_found');
  const incident = incidentId && (await loadIncident(ctx, incidentId));
  const clue = incidentId && (await openClue(ctx, incidentId));
  const events = await loadHistory(ctx, [
    { type: 'report', id: reportId },
    ...(clue ? [{ type: 'clue', id: clue.id }] : []),
  ]);
  const people = [...events.map(({ actorId }) => actorId), ...reports.flatMap(({ graders }) => graders)];
  const names = await loadUserNames(ctx, people);
  const claims = reports.flatMap(claimsOf);
  const choices = incidentId ? choicesOf(incidentId, await loadIncidentEvents(ctx, [incidentId])) : [];
  const classes = classesOf((await newestTable(ctx)).rows);
  const pieces = incidentId ? await loadPieces(ctx, incidentId) : { reports };
  const estimate = incidentEstimateOf(reports, choices);
  const piece = ledgerOf({ ...pieces, classes }).find(({ id }) => id === reportId)!;
  const { consent, graders, ...told } = report;
  return {
    report: told,
    consent: consent && {
      withdrawn: consent.withdrawnAt !== null,
      shareWithNgos: consent.shareWithNgos,
      shareWithAuthorities: consent.shareWithAuthorities,
      contactMe: consent.contactMe,
      photoUse: consent.photoUse,
    },
    claims: claims.map((claim) => ({
      ...claim,
      effectiveUncertaintyMetres: effectiveUncertaintyMetres(claim),
      precisionClass: precisionClassOf(effectiveUncertaintyMetres(claim), claim),
    })),
    estimate,
    /** What may be passed on in an emergency. */
    passOn: passedOnOf(report, estimate),
    /** What was passed on before; `passed` null once the report was taken back. */
    referrals: (await referralsOf(ctx, reportId)).map(({ reportVersion, passedTo, how, passedAt, passed }) => ({
      ...{ reportVersion, passedTo, how, passedAt, passed: passed as PassedOn | null },
    })),
    evidence: { evidenceClass: piece.evidenceClass, reason: piece.evidenceReason },
    gradedBy: report.assessment ? (names.get(report.assessment.gradedBy) ?? '') : null,
    recordedChain: report.assessment !== null && report.assessment.independenceGroup !== presumedDependent,
    incident: incident
      ? {
          id: incident.id,
          number: incident.number,
          version: incident.version,
          reports: reports.map(({ id, number }) => ({ id, number })),
        }
      : null,
    clue: clue || null,
    candidates: await suggestSameEvent(ctx, reportId),
    steps: transitions[report.state].filter(({ by }) => by === 'moderator'),
    isGrader: graders.includes(actor.userId),
    isSubmitter: report.submittedBy === actor.userId,
    history: events.map(({ id, at, action, actorId, actorType, reason, detail }) => ({
      id,
      at,
      action,
      reason,
      detail,
      by: (actorId && names.get(actorId)) || null,
      actorType,
    })),
  };
}
export type CaseView = Awaited<ReturnType<typeof getCase>>;
