import * as z from 'zod/mini';
import { languageCode } from '../../i18n/input.ts';
import type { ReportState } from '../input.ts';

export const startInterviewInput = z.object({
  language: languageCode('language_required'),
  /** What another person says, or what the own team saw. */
  told: z.enum(['person', 'team'], 'told_required'),
  /** The consent words were read aloud in that language, and the person agreed. */
  consentRead: z._default(z.boolean(), false),
  /** A report of the own account whose kind, place and date this one begins with. */
  like: z.optional(z.uuid()),
});

export const draftKept = z.object({ id: z.uuid(), step: z.string().check(z.maxLength(40)) });

/** How far a report is, as coarsely as its sender may know it. */
export const sentStates = ['received', 'in_review', 'clue', 'not_usable', 'withdrawn'] as const;
export type SentState = (typeof sentStates)[number];

export const sentState: Record<ReportState, SentState> = {
  submitted: 'received',
  screened: 'in_review',
  under_assessment: 'in_review',
  needs_info: 'in_review',
  unverified_lead: 'in_review',
  verified_clue: 'clue',
  rejected: 'not_usable',
  duplicate: 'in_review',
  superseded: 'in_review',
  withdrawn: 'withdrawn',
};

/** A draft that nobody opens goes; so does what a sent report leaves for another like it. */
export const draftLifetimeMilliseconds = 30 * 86_400_000;
