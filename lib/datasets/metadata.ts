import { schemaVersion } from './input.ts';

export const caveatEn =
  'No reports here does NOT mean this area is safe. Treat land as dangerous unless the mine-action authority has released it. Obey markings and permits.';
const demonstrationCaveat =
  "DEMONSTRATION. Publicly reported events, mostly one side's officials. Not a census; not checked by us; do not plan movement.";

/** What travels inside or beside every file. */
export type Metadata = {
  title: string;
  publisher: string;
  release: number;
  date: string;
  query: { file: string };
  count: number;
  /** Clues that this release had and that are left out since: withdrawn, or shared no more. All else in it is as published. */
  removedSince?: number;
  schemaVersion: string;
  licence: string;
  /** The agreement's own text, where there is one; beside the licence, never in a column. */
  agreement?: string | null;
  caveat: string;
  status: string;
  demonstration: boolean;
  citation: string;
};

type Facts = {
  file: string;
  title: string;
  release: number;
  date: string;
  count: number;
  removedSince?: number;
  licence: string;
  agreement?: string | null;
  publisher: string;
  demonstration: boolean;
};

export function metadataOf({ file, demonstration, ...facts }: Facts): Metadata {
  const title = demonstration ? `DEMONSTRATION: ${facts.title}` : facts.title;
  return {
    ...facts,
    title,
    query: { file },
    schemaVersion,
    caveat: demonstration ? `${demonstrationCaveat} ${caveatEn}` : caveatEn,
    status: 'Verified by desk review; not surveyed.',
    demonstration,
    citation: `${facts.publisher} (${facts.date.slice(0, 4)}). ${title}, release ${facts.release} of ${facts.date}. ${file}, schema ${schemaVersion}.`,
  };
}

/** The same facts as columns after the data's own, since a file soon travels without what lay beside it. */
export const metadataColumns = ({ release, removedSince, licence, caveat, demonstration }: Metadata) => [
  { name: 'release', hxl: '#meta+release', read: () => release },
  ...(removedSince === undefined
    ? []
    : [{ name: 'removed_since', hxl: '#meta+removed+num', read: () => removedSince }]),
  { name: 'licence', hxl: '#meta+license', read: () => licence },
  { name: 'caveat', hxl: '#meta+caveat', read: () => caveat },
  ...(demonstration ? [{ name: 'demonstration', hxl: '#meta+demonstration', read: () => 'DEMONSTRATION' }] : []),
];
