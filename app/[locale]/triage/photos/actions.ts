'use server';

import { passPhoto, setPhotoBoxes, undoPhotoAct } from '../../../../lib/media/redaction/redact-photo.ts';
import { formAction } from '../../../_http/form-action.ts';

/** Fields `box-<i>-x|y|width|height`; a box without a width is none. */
export async function setBoxes(locale: string, path: string, photoId: string, data: FormData) {
  await formAction({ locale, path, form: 'photo' }, data, async (ctx, values) => {
    const indices = Object.keys(values).flatMap((name) => /^box-(\d+)-width$/.exec(name)?.[1] ?? []);
    const boxes = indices
      .filter((i) => values[`box-${i}-width`]?.trim())
      .map((i) => {
        const side = (name: string) => Number(values[`box-${i}-${name}`]);
        return { x: side('x'), y: side('y'), width: side('width'), height: side('height') };
      });
    await setPhotoBoxes(ctx, { photoId, version: Number(values.version), boxes });
    return { done: 'photo' };
  });
}

export async function passed(locale: string, path: string, photoId: string, data: FormData) {
  await formAction({ locale, path, form: 'photo' }, data, async (ctx, values) => {
    await passPhoto(ctx, { photoId, version: Number(values.version) });
    return { done: 'photo' };
  });
}

export async function undone(locale: string, path: string, photoId: string, data: FormData) {
  await formAction({ locale, path, form: 'photo' }, data, async (ctx, values) => {
    await undoPhotoAct(ctx, { photoId, version: Number(values.version) });
    return { done: 'photoUndo' };
  });
}
