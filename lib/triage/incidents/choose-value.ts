import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { spoken } from '../../ids.ts';
import { parseInput } from '../../parse-input.ts';
import { loadReports, memberIds } from '../store.ts';
import { chooseInput } from './input.ts';
import { refreshFacts } from './move-reports.ts';
import { openIncidents, refuseClue } from './open-incidents.ts';
import { appendEvent } from './store.ts';
import { fields, type ToldValue } from './told.ts';

/**
 * Says which report's value of a field counts, and why; the others are kept. With `reportId: null` the best graded one
 * decides again. Errors: stale_version, wrong_state (a verified clue, or that report tells no such value), not_found.
 */
export function chooseValue(ctx: Context, raw: unknown) {
  return transaction(ctx, async (ctx) => {
    const { incidentId, version: basedOn, field, reportId, reason } = parseInput(chooseInput, raw);
    const { incidents } = await openIncidents(ctx, [{ id: incidentId, version: basedOn }]);
    await refuseClue(ctx, incidentId, ['verified']);
    const members = await loadReports(ctx, await memberIds(ctx, incidentId));
    const report = members.find(({ id }) => id === reportId);
    const value = report ? fields[field].read(report) : null;
    if (reportId !== null && value === null) throw new Problem('wrong_state', { field });
    const detail = { value: withoutWords(value) };
    const eventId = await appendEvent(ctx, { kind: 'choose', incidentId, field, reportId, detail, reason });
    const version = await refreshFacts(ctx, incidentId);
    await recordAudit(ctx, {
      action: 'incident.choose',
      subjectType: 'incident',
      subjectId: incidentId,
      reason,
      detail: {
        version,
        field,
        incident: spoken.incident(incidents[0]!.number),
        report: report && spoken.report(report.number),
      },
    });
    return { eventId, incidentId, version };
  });
}

/** Of a place the claim that tells it: the reporter's own words, and where that is, stay with the report, which may be taken back. */
const withoutWords = (value: ToldValue | null) =>
  typeof value === 'object' && value !== null && 'claimId' in value
    ? { claimId: value.claimId, placeId: value.placeId }
    : value;
