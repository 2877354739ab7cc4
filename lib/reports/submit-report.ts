import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { transaction } from '../db/transaction.ts';
import { getDeployment } from '../deployment/get-deployment.ts';
import { isProblem, Problem } from '../errors.ts';
import { isLocale } from '../i18n/locales.ts';
import { emit } from '../jobs/events.ts';
import { encrypt } from '../keys.ts';
import { attachPhotos } from '../media/draft/attach-photos.ts';
import { getPlaces } from '../places/get-places.ts';
import { contentDigest } from './content-digest.ts';
import { type Claim, deriveClaims } from './derive-claims.ts';
import { reportOfReceipt } from './follow-up.ts';
import { consentVersion, languages, type ReportInput, reportInput } from './input.ts';
import { photoClaims } from './photo-claims.ts';
import { receiptHash, receiptOf } from './receipt.ts';
import { bakuDay, bakuInstant, checkReport, countPeople } from './rules.ts';
import { findSent, insertClaims, insertReport, type NewReport } from './store.ts';

/** `repeated`: the same report was here already, this is its first receipt again. */
export type Submitted = { receiptCode: string; number: number; practice: boolean; repeated: boolean };

/**
 * Takes a report in, from anybody; it is stored when this returns. Sent again under its id it answers the same receipt.
 * Throws `invalid_input` (with fields), `content_differs`, `intake_closed`, `forbidden` (channels of jobs and users).
 */
export async function submitReport(ctx: Context, raw: unknown): Promise<Submitted> {
  const input = parseReport(raw, ctx.now);
  requireChannel(ctx, input.channel);
  const deployment = await getDeployment(ctx);
  if (!deployment) throw new Problem('intake_closed');
  const receiptCode = receiptOf(input.reportId);
  const digest = contentDigest(input);
  const answer = (sent: { number: number; contentDigest: string; practice: boolean }): Submitted => {
    if (sent.contentDigest !== digest) throw new Problem('content_differs');
    return { receiptCode, number: sent.number, practice: sent.practice, repeated: true };
  };
  const before = await findSent(ctx.db, input.reportId);
  if (before) return answer(before);
  if (!deployment.demonstration && !deployment.intakeOpen) throw new Problem('intake_closed');
  const claims = await claimsOf(ctx, input);
  const follows = await reportsBefore(ctx, input);

  return transaction(ctx, async (ctx) => {
    const practice = deployment.demonstration;
    const all = rowsOf(ctx, input, claims, follows, {
      practice,
      contentDigest: digest,
      receiptHash: receiptHash(receiptCode),
    });
    const number = await insertReport(ctx.db, all);
    if (number === null) {
      const twin = await findSent(ctx.db, input.reportId);
      if (!twin) throw new Problem('unavailable');
      return answer(twin);
    }
    const taken = await attachPhotos(ctx, input.reportId, input.photos ?? []);
    await insertClaims(ctx.db, input.reportId, photoClaims(taken, ctx.now), all.claims.length);
    await recordAudit(ctx, {
      action: 'report.submit',
      subjectType: 'report',
      subjectId: input.reportId,
      detail: { kind: input.kind, channel: input.channel, practice },
    });
    await emit(ctx, { type: 'report.submitted', reportId: input.reportId });
    return { receiptCode, number, practice, repeated: false };
  });
}

/** What submitReport would answer, and nothing is stored; it throws what submitReport throws. */
export async function checkSubmission(ctx: Context, raw: unknown): Promise<{ repeated: boolean }> {
  const input = parseReport(raw, ctx.now);
  requireChannel(ctx, input.channel);
  const before = await findSent(ctx.db, input.reportId);
  if (before && before.contentDigest !== contentDigest(input)) throw new Problem('content_differs');
  if (!before) await claimsOf(ctx, input);
  return { repeated: before !== undefined && before !== null };
}

function parseReport(raw: unknown, now: Date): ReportInput {
  const parsed = reportInput.safeParse(raw);
  if (!parsed.success) {
    const named = parsed.error.issues.map(({ path, message }) => {
      // Our own messages are keys of the catalogue; the schema library's are sentences.
      return [path.join('.') || 'report', /^[a-z_]+$/.test(message) ? message : 'value_invalid'];
    });
    throw new Problem('invalid_input', { fields: Object.fromEntries(named) });
  }
  const { fields, suggestion } = checkReport(parsed.data, bakuDay(now));
  if (!isLocale(parsed.data.language)) fields.language = 'value_invalid';
  if (Object.keys(fields).length > 0) throw new Problem('invalid_input', { fields, suggestion });
  return { ...parsed.data, reportId: parsed.data.reportId.toLowerCase() };
}

function requireChannel({ actor }: Context, channel: ReportInput['channel']): void {
  if (channel === 'import' && actor.type !== 'job') throw new Problem('forbidden');
  if (channel === 'interview' && actor.type !== 'user') throw new Problem('forbidden');
}

async function claimsOf(ctx: Context, input: ReportInput): Promise<Claim[]> {
  const ids = input.locations.flatMap(({ placeId }) => placeId ?? []);
  const places = ids.length > 0 ? await getPlaces(ctx, ids) : [];
  const missing = input.locations.flatMap(({ placeId }, i) =>
    placeId && !places.some(({ id }) => id === placeId) ? [[`locations.${i}.placeId`, 'place_unknown']] : [],
  );
  if (missing.length > 0) throw new Problem('invalid_input', { fields: Object.fromEntries(missing) });
  return deriveClaims(input.locations, (id) => places.find((place) => place.id === id));
}

/** For each explosion the report that told of the one before it, where its receipt was given. */
function reportsBefore(ctx: Context, { detonations }: ReportInput): Promise<(string | null)[]> {
  return Promise.all(
    detonations.map(async ({ followsReceipt }, i) => {
      if (!followsReceipt) return null;
      try {
        return (await reportOfReceipt(ctx, followsReceipt)).id;
      } catch (error) {
        const key = isProblem(error) && error.detail.fields?.receipt;
        if (!key) throw error;
        throw new Problem('invalid_input', { fields: { [`detonations.${i}.followsReceipt`]: key } });
      }
    }),
  );
}

function rowsOf(
  { actor, now }: Context,
  input: ReportInput,
  claims: Claim[],
  follows: (string | null)[],
  stamp: Pick<NewReport['report'], 'practice' | 'contentDigest' | 'receiptHash'>,
): NewReport {
  const {
    reportId,
    date,
    reporter,
    consent,
    contact,
    victims,
    animals,
    devices,
    sources,
    locations: _,
    ...facts
  } = input;
  const author = actor.type === 'user' ? actor : null;
  return {
    report: {
      ...facts,
      ...stamp,
      ...countPeople(input),
      id: reportId,
      submittedAt: now,
      submittedBy: author?.userId,
      // an interview is a witness's word, not that of the organisation that sent the moderator
      organisationId: author
        ? author.role === 'organisation'
          ? author.organisationId
          : null
        : actor.type === 'apiKey'
          ? actor.organisationId
          : null,
      dateStart: date?.start,
      dateEnd: date?.end,
      datePrecision: date?.precision ?? 'unknown',
      dateVerbatim: date?.verbatim,
      occurredAt: date?.precision === 'exact_time' ? bakuInstant(date.start!, date.time!) : null,
      reporterType: reporter.type,
      reporterDisplacement: reporter.displacement,
      knowledgeBasis: reporter.knowledgeBasis,
      knowledgeFromYear: reporter.knowledgeFromYear,
      knowledgeToYear: reporter.knowledgeToYear,
    },
    claims: claims.map(({ placeName, ...claim }) => ({
      ...claim,
      author: 'reporter',
      placeNameAsGiven: placeName,
      placeNameLanguage:
        claim.placeNameLanguage ?? (placeName ? languages.find((one) => one === input.language) : undefined),
      createdAt: now,
    })),
    victims,
    animals,
    devices,
    detonations: input.detonations.map(({ followsReceipt: _, ...detail }, i) => ({
      detail,
      followsReportId: follows[i],
    })),
    sources,
    consent: {
      ...consent,
      textVersion: consentVersion,
      language: input.language,
      method: input.channel === 'api' ? 'form' : input.channel,
      givenAt: now,
    },
    contact: contact ? encrypt('contact', contact, reportId) : null,
  };
}
