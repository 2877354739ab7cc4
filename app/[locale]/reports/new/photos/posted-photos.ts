import type { Context } from '../../../../../lib/context.ts';
import { isProblem } from '../../../../../lib/errors.ts';
import { addPhotos } from '../../../../../lib/media/draft/add-photos.ts';
import { carryPhotos } from '../../../../../lib/media/draft/carry-photos.ts';
import { listDraftPhotos } from '../../../../../lib/media/draft/list-draft-photos.ts';
import { removePhoto } from '../../../../../lib/media/draft/remove-photo.ts';
import { mostPhotos, photoLimitBytes, photosLimitBytes } from '../../../../../lib/media/input.ts';
import type { Answers } from '../../../../../lib/reports/form/answers.ts';
import type { FieldErrors } from '../../../../../lib/reports/form/check-step.ts';
import { photosIn, photoValue } from '../../../../../lib/reports/form/told-photos.ts';
import { takeSend } from '../../../../../lib/reports/send-limit.ts';
import { clientAddress } from '../../../../_http/client-address.ts';
import { readForm } from '../../../../_http/read-body.ts';
import { type PostedFile, readMultipart } from '../../../../_http/read-multipart.ts';

const formBytes = 256_000;
/** Of one address in ten minutes. */
const mostUploads = 120;

/** A post of the form: only the page with photos sends files. */
export async function readAnswers(request: Request): Promise<{ sent: URLSearchParams; files: PostedFile[] }> {
  if (!request.headers.get('content-type')?.startsWith('multipart/'))
    return { sent: await readForm(request), files: [] };
  const { fields, files } = await readMultipart(request, {
    fieldsBytes: formBytes,
    fileBytes: photoLimitBytes,
    allBytes: photosLimitBytes,
    files: 2 * mostPhotos,
  });
  return { sent: fields, files };
}

export type RefusedFile = { number: number; key: string };
/** `asks`: a new photo says where it was taken, and the page asks what to do with it. */
type Taken = { answers: Answers; errors: FieldErrors; refused: RefusedFile[]; asks: boolean };

/** What came with the page of photos: new ones are kept, one may go, those that are gone are no longer told. */
export async function postedPhotos(
  ctx: Context,
  request: Request,
  { answers, files, removed }: { answers: Answers; files: PostedFile[]; removed?: string },
): Promise<Taken> {
  const { reportId } = answers;
  const refused: RefusedFile[] = [];
  let told = photosIn(answers.values);
  let key: string | undefined;
  let added: readonly { id: string }[] = [];
  try {
    if (removed && told.some(({ id }) => id === removed)) {
      await removePhoto(ctx, reportId, removed);
      told = told.filter(({ id }) => id !== removed);
    }
    const chosen = files.filter(({ field }) => field === 'photo').map(({ bytes }) => bytes);
    if (chosen.length > 0) {
      takeSend(clientAddress(request), ctx.now, { what: 'photo', count: chosen.length, most: mostUploads });
      const taken = await addPhotos(ctx, reportId, chosen);
      added = taken.added;
      told = [...told, ...taken.added.filter(({ id }) => !told.some((one) => one.id === id))];
      refused.push(...taken.refused.map(({ index, refusal }) => ({ number: index + 1, key: refusal })));
      key = refused[0]?.key;
    }
  } catch (error) {
    if (!isProblem(error)) throw error;
    key = error.code === 'wrong_state' ? 'photo_sent' : 'photo_wait';
  }
  const there = await listDraftPhotos(ctx, reportId);
  const left = told.filter(({ id }) => there.some((photo) => photo.id === id));
  if (left.length < told.length) key ??= 'photo_gone';
  const once = [...new Map(left.map((photo) => [photo.id, photo])).values()];
  const asks = there.some(({ id, takenAt }) => takenAt !== null && added.some((one) => one.id === id));
  const values = { ...answers.values, photos: once.map(photoValue) };
  return { answers: { ...answers, values }, errors: key ? { photos: key } : {}, refused, asks };
}

/** The answers under a new id, with copies of their photos. */
export async function renewed(ctx: Context, answers: Answers, reportId: string): Promise<Answers> {
  const told = photosIn(answers.values);
  if (told.length === 0) return { ...answers, reportId };
  const carried = await carryPhotos(
    ctx,
    answers.reportId,
    reportId,
    told.map(({ id }) => id),
  );
  return { ...answers, reportId, values: { ...answers.values, photos: carried.map(photoValue), photoPlaces: [] } };
}
