import { sql } from 'drizzle-orm';

const member = sql`select from incident_reports m join reports r on r.id = m.report_id
  where m.incident_id = c.incident_id and m.removed_at is null`;

/** Of a clue `c`: it is verified, every reporter took the report back, and nobody decided that it stands all the same. No report joins or leaves a verified one. */
export const takenBack = sql`(c.state = 'verified' and exists (${member})
  and not exists (${member} and r.state <> 'withdrawn')
  and not exists (select from clue_decisions d where d.clue_id = c.id and d.decision = 'keep'))`;
