import type { Values } from './answers.ts';

/** A photo by its id and the digest of its file, as the answers carry it. */
export type ToldPhoto = { id: string; sha256: string };

export const photoValue = ({ id, sha256 }: ToldPhoto): string => `${id}.${sha256}`;

export const photosIn = (values: Values): ToldPhoto[] =>
  (values.photos ?? []).map((value) => {
    const [id = '', sha256 = ''] = value.split('.');
    return { id, sha256 };
  });

/** As `submitReport` takes them; undefined where there are none. */
export function toldPhotos(values: Values): (ToldPhoto & { usePlace: boolean })[] | undefined {
  const used = values.photoPlaces ?? [];
  const photos = photosIn(values).map((photo) => ({ ...photo, usePlace: used.includes(photo.id) }));
  return photos.length > 0 ? photos : undefined;
}
