import type { Context } from '../context.ts';
import { removeUnsentPhotos } from '../media/draft/remove-unsent-photos.ts';
import { expireDrafts } from '../reports/drafts/expire-drafts.ts';
import { computeRisk } from '../risk/compute-risk.ts';
import { publishRisk } from '../risk/publish-risk.ts';
import type { DomainEvent } from './events.ts';

type Job = (ctx: Context) => Promise<unknown>;

/** Every function that runs by itself. Each may run twice, and reads what it needs at that moment. */
export const jobs = {
  computeRisk: (ctx) => computeRisk(ctx),
  publishForOrganisations: (ctx) => publishRisk(ctx, 'organisation'),
  publishForPublic: (ctx) => publishRisk(ctx, 'public'),
  removeUnsentPhotos: (ctx) => removeUnsentPhotos(ctx),
  expireDrafts: (ctx) => expireDrafts(ctx),
} satisfies Record<string, Job>;
export type JobName = keyof typeof jobs;

/** What follows from what. Published surfaces are missing on purpose: they change in batches only. */
export const consequences: Record<DomainEvent['type'], readonly JobName[]> = {
  'report.submitted': [],
  'clue.changed': ['computeRisk'],
  'feedback.changed': ['computeRisk'],
  'records.changed': ['computeRisk'],
  'risk.computed': [],
};

/** By the clock of Asia/Baku: ageing nightly, organisations daily, the public on Mondays, photos of unsent reports hourly. */
export const schedules: Partial<Record<JobName, string>> = {
  computeRisk: '5 0 * * *',
  publishForOrganisations: '30 2 * * *',
  // before the organisations', which take what is kept from them out of it
  publishForPublic: '0 2 * * 1',
  removeUnsentPhotos: '25 * * * *',
  expireDrafts: '40 1 * * *',
};
