import type { ReportState } from '../reports/input.ts';

/** By whose decision a state is reached: a moderator's, or as a consequence (of assigning, grading, a clue, the reporter). */
type Step = { to: ReportState; by: 'moderator' | 'consequence'; reason: boolean };
const step = (to: ReportState, reason = false): Step => ({ to, by: 'moderator', reason });
const after = (to: ReportState): Step => ({ to, by: 'consequence', reason: false });
const closing = [step('rejected', true), step('duplicate', true), after('withdrawn'), after('superseded')];

/** The legal transitions of a report. Rejected means "not usable": it is no negative evidence. */
export const transitions: Record<ReportState, readonly Step[]> = {
  submitted: [step('screened'), after('under_assessment'), ...closing],
  screened: [step('under_assessment'), ...closing],
  under_assessment: [step('needs_info', true), step('unverified_lead', true), after('verified_clue'), ...closing],
  needs_info: [step('under_assessment'), step('unverified_lead', true), after('verified_clue'), ...closing],
  unverified_lead: [step('under_assessment', true), ...closing],
  rejected: [step('under_assessment', true), after('withdrawn')],
  duplicate: [step('under_assessment', true), after('withdrawn')],
  verified_clue: [after('under_assessment'), after('withdrawn'), after('superseded')],
  withdrawn: [],
  superseded: [after('withdrawn')],
};

/** Undefined when there is no such step. */
export const transition = (from: ReportState, to: ReportState): Step | undefined =>
  transitions[from].find((one) => one.to === to);

/** States in which somebody still has to do something, or wait for an answer. */
export const openStates = ['submitted', 'screened', 'under_assessment', 'needs_info'] as const;

/** Assigning or grading carries a report along, without a step of its own. */
export const advanced = (from: ReportState, to: 'screened' | 'under_assessment'): ReportState => {
  if (to === 'screened') return from === 'submitted' ? 'screened' : from;
  return from === 'submitted' || from === 'screened' ? 'under_assessment' : from;
};
