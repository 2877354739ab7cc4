import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What an outside database needs beside its address; Mineclue invents none of it there. */
const required = {
  NEXTAUTH_URL: (value: string) => (/^https?:$/.test(URL.parse(value)?.protocol ?? '') ? '' : 'is no http(s) address'),
  NEXTAUTH_SECRET: (value: string) => (value.length >= 32 ? '' : 'is shorter than 32 characters'),
  MINECLUE_KEY: (value: string) => (/^[0-9a-f]{64}$/i.test(value) ? '' : 'is not 64 hexadecimal digits'),
};

/** Refuses, by name, when an outside database comes without its address and secrets, or with one that can not be used. */
export function requireOutside(env: NodeJS.ProcessEnv): void {
  const faults = Object.entries(required).flatMap(([name, fault]) => {
    const said = env[name] ? fault(env[name]) : 'is missing';
    return said ? `${name} ${said}` : [];
  });
  if (faults.length === 0) return;
  throw new Error(
    `DATABASE_URL is set, so Mineclue needs more settings: ${faults.join(', ')}. ` +
      'NEXTAUTH_URL is the address that people type; make each secret once with `openssl rand -hex 32` and keep it: ' +
      'without MINECLUE_KEY contacts can never be read again.',
  );
}

/** The secrets that belong to an embedded database: made at its first start, kept beside it for its owner's eyes only. */
export function embeddedKeys(data: string): { NEXTAUTH_SECRET: string; MINECLUE_KEY: string } {
  const file = join(data, 'keys.json');
  if (!existsSync(file)) {
    if (existsSync(join(data, 'pg'))) {
      throw new Error(
        `${file} is missing, but ${join(data, 'pg')} is there: its contacts and receipts need those keys. ` +
          'Restore both from the same backup; nothing was started.',
      );
    }
    mkdirSync(data, { recursive: true, mode: 0o700 });
    const keys = {
      NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
      MINECLUE_KEY: randomBytes(32).toString('hex'),
    };
    writeOnce(file, `${JSON.stringify(keys, null, 2)}\n`);
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** A second first start at the same moment keeps the keys of the first. */
function writeOnce(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
