import { type Context, moderators, requireRole } from '../context.ts';
import { Problem } from '../errors.ts';
import { spoken } from '../ids.ts';
import { loadReport } from './store.ts';

/** Everything about one report that a moderator may see: never its contact, only whether there is one. Throws `not_found`. */
export async function getReport(ctx: Context, reportId: string) {
  requireRole(ctx, ...moderators);
  const loaded = await loadReport(ctx.db, reportId);
  if (!loaded) throw new Problem('not_found');
  const { row, claims, people, beasts, things, blasts, sources, consent, hasContact } = loaded;
  const { contentDigest: _, receiptHash: __, exportId: ___, ...report } = row;
  return {
    ...report,
    spokenId: spoken.report(row.number),
    claims,
    victims: people.map(({ reportId: _, ...victim }) => victim),
    animals: beasts.map(({ reportId: _, ...animal }) => animal),
    devices: things.map(({ reportId: _, ...device }) => device),
    detonations: blasts.map(({ reportId: _, ...blast }) => blast),
    sources: sources.map(({ publisher, publishedOn }) => ({ publisher, publishedOn })),
    consent: consent && {
      shareWithAuthorities: consent.shareWithAuthorities,
      shareWithNgos: consent.shareWithNgos,
      contactMe: consent.contactMe,
      photoUse: consent.photoUse,
      guardian: consent.guardian,
      textVersion: consent.textVersion,
      givenAt: consent.givenAt,
      withdrawnAt: consent.withdrawnAt,
    },
    hasContact,
  };
}
export type ReportView = Awaited<ReturnType<typeof getReport>>;
