import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { spoken } from '../ids.ts';
import { presumedDependent } from '../triage/evidence-items/input.ts';

/**
 * Takes away what moderators typed about a report that was just taken back: reasons and notes about it, and those about
 * its incident and clue when no report that stands is left there. Audit rows keep who did what and when, and say that
 * their words are gone. What other sources say (documents, official feedback) is not the reporter's, and stays.
 */
export async function eraseWordsAbout(db: Database, report: { id: string; number: number }): Promise<void> {
  const ref = spoken.report(report.number);
  const wasIn = sql`select incident_id from incident_reports where report_id = ${report.id}`;
  const standing = sql`select from incident_reports o join reports r on r.id = o.report_id
    where o.incident_id = i.id and r.state <> 'withdrawn'`;
  const members = sql`select from incident_reports n where n.incident_id = i.id and n.removed_at is null`;
  // of its members now, or of those it ever had where none is left
  const ended = sql`select i.id from incidents i where i.id in (${wasIn})
    and not exists (${standing} and (o.removed_at is null or not exists (${members})))`;
  const clues = sql`select c.id from clues c where c.incident_id in (${ended})`;
  const run = (statement: SQL) => db.execute(statement);

  await run(sql`update assessments set note = null, independence_group = ${presumedDependent}
    where report_id = ${report.id}`);
  await run(sql`update urgent_referrals set passed_to = null, passed = null where report_id = ${report.id}`);
  await run(sql`update reports set state_reason = null where merged_into = ${report.id}`);
  await run(sql`update incident_reports set reason = null where report_id = ${report.id} or incident_id in (${ended})`);
  await run(sql`update incident_events set reason = null where report_id = ${report.id}
    or moves @> ${JSON.stringify([{ reportId: report.id }])}::jsonb
    or incident_id in (${ended}) or other_incident_id in (${ended})`);
  await run(sql`update evidence_ties set reason = '', untied_reason = null
    where ${ref} in (one_ref, other_ref) or incident_id in (${ended})`);
  await run(sql`update evidence_items set superseded_reason = null where incident_id in (${ended})`);
  // what somebody who was called back said is the reporter's too
  await run(sql`update evidence_items set summary = '', reference = null, independence_group = ${presumedDependent}
    where kind = 'call_back' and incident_id in (${ended})`);
  await run(sql`update recusals set reason = '' where incident_id in (${ended})`);
  await run(sql`update clue_decisions set reason = null where clue_id in (${clues})`);
  await run(sql`update clue_corrections set reason = '', decided_reason = null where clue_id in (${clues})`);

  const about = sql`(a.subject_type = 'report' and a.subject_id = ${report.id}
    or ${ref} in (a.detail->>'report', a.detail->>'original')
    or a.subject_type = 'incident' and a.subject_id in (select e.id::text from (${ended}) e)
    or a.subject_type = 'clue' and a.subject_id in (select e.id::text from (${clues}) e))`;
  // one act on several things writes the same reason beside each of them
  const sameAct = sql`exists (select from audit_events s where s.request_id = a.request_id and s.reason = a.reason
    and s.subject_type = 'report' and s.subject_id = ${report.id})`;
  await run(sql`update audit_events a set reason = null,
    detail = a.detail || '{"wordsErased": true}'
    where a.reason is not null and (${about} or ${sameAct})`);
}
