import { decrypt, encrypt } from '../../keys.ts';
import type { Answers } from './answers.ts';

/** Of the fields' names and meanings, newest first: an older seal still opens, and `migrate` brings its answers over. */
const versions = ['1'] as const;
const bound = (version: string): string => `report-form/${version}`;

/** Answers as one hidden field that nobody without the server's key can read or change. */
export const seal = (answers: Answers): string =>
  `${versions[0]}.${encrypt('seal', JSON.stringify(answers), bound(versions[0])).toString('base64url')}`;

/** The answers, or null when the text is none of ours. */
export function openSeal(text: string): Answers | null {
  const [version = '', body = ''] = text.split('.');
  if (!versions.some((known) => known === version)) return null;
  const plain = decrypt('seal', Buffer.from(body, 'base64url'), bound(version));
  return plain === null ? null : (JSON.parse(plain) as Answers);
}
