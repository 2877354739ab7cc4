import { decrypt, encrypt } from '../../keys.ts';
import type { Answers, Values } from './answers.ts';
import { asOfNow, type Version, version } from './versions.ts';

const bound = (of: string): string => `report-form/${of}`;

/** Answers as one hidden field that nobody without the server's key can read or change. */
export const seal = (answers: Answers): string =>
  `${version}.${encrypt('seal', JSON.stringify(answers), bound(version)).toString('base64url')}`;

/** `from`: the version whose names the page itself still has. `lost`: sealed by us, in words that nobody speaks any more. */
export type Opened = { answers: Answers; from: Version } | { lost: Values };

/** The answers under today's names, whatever version of the form sealed them; null when the text is none of ours. */
export function openSeal(text: string): Opened | null {
  const [from = '', body = ''] = text.split('.');
  const plain = decrypt('seal', Buffer.from(body, 'base64url'), bound(from));
  if (plain === null) return null;
  const sealed = JSON.parse(plain) as Answers;
  const values = asOfNow(from, sealed.values);
  return values ? { answers: { ...sealed, values }, from: from as Version } : { lost: sealed.values ?? {} };
}
