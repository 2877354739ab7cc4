import type { Context } from '../../context.ts';
import { one } from '../form/answers.ts';
import { openSeal } from '../form/seal.ts';
import { kindOf } from '../form/steps.ts';
import { requireInterviewer } from './interviewers.ts';
import { draftsOf } from './store.ts';

/** The account's reports that are begun and not sent, the last touched first: enough of each to tell it from the others. */
export async function listDrafts(ctx: Context) {
  const rows = await draftsOf(ctx.db, requireInterviewer(ctx), ctx.now);
  return rows.map(({ id, language, sealed, savedAt, expiresAt }) => {
    const opened = openSeal(sealed);
    const values = opened && 'answers' in opened ? opened.answers.values : {};
    const [point] = (one(values, 'linePoints') || one(values, 'areaPoints')).split('\n');
    const place = one(values, 'placeName') || one(values, 'placeWords') || one(values, 'coordinates') || point;
    return { id, language, kind: kindOf(values) ?? null, place: place || null, savedAt, expiresAt };
  });
}
export type DraftView = Awaited<ReturnType<typeof listDrafts>>[number];
