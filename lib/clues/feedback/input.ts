import * as z from 'zod/mini';
import { geometry } from '../../reports/input.ts';

/** What an operator or the authority did at the place of a clue, and what came of it. */
export const feedbackMethods = ['clearance', 'technical_survey', 'non_technical_survey'] as const;
export const feedbackOutcomes = ['found', 'not_found', 'cleared', 'surveyed'] as const;
export const feedbackStates = ['recorded', 'confirmed', 'withdrawn'] as const;
export type FeedbackMethod = (typeof feedbackMethods)[number];
export type FeedbackOutcome = (typeof feedbackOutcomes)[number];
export type FeedbackState = (typeof feedbackStates)[number];

const text = (longest: number) => z.string().check(z.trim(), z.maxLength(longest, 'text_too_long'));
const version = z.int('version_invalid').check(z.gte(1, 'version_invalid'));
const reason = text(1000).check(z.minLength(1, 'reason_required'));

export const recordFeedbackInput = z.object({
  /** Drawn by the form: a second post of it returns what the first made. */
  id: z.optional(z.uuid('id_invalid')),
  clueId: z.uuid('clue_unknown'),
  /** Of the clue that the page showed. */
  version,
  authority: text(200).check(z.minLength(1, 'authority_required')),
  /** Number or title of the document that says so. */
  document: text(200).check(z.minLength(1, 'document_required')),
  method: z.enum(feedbackMethods, 'method_required'),
  outcome: z.enum(feedbackOutcomes, 'outcome_required'),
  carriedOutOn: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'date_invalid')),
  /** The polygon that was surveyed or cleared. */
  surveyed: z.optional(geometry),
  note: z.optional(text(1000)),
  /** Feedback that this one replaces: it is withdrawn, and stays readable. */
  corrects: z.optional(z.uuid('feedback_unknown')),
});
export const confirmFeedbackInput = z.object({ feedbackId: z.uuid('feedback_unknown'), version });
export const withdrawFeedbackInput = z.object({ feedbackId: z.uuid('feedback_unknown'), version, reason });
