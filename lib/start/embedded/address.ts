import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** Longest path of a Unix socket that every system takes, bytes (macOS: 104 with its closing zero). */
const longestPath = 103;

export type Address = { url: string; listen: { path: string } | { host: string; port: number }; secret?: string };

/** A socket in a private short temporary folder; loopback and a random secret where there are no such sockets. */
export function newAddress(loopback = process.platform === 'win32'): Address {
  if (loopback) {
    const secret = randomBytes(24).toString('base64url');
    return {
      url: `postgres://postgres:${secret}@127.0.0.1:0/postgres`,
      listen: { host: '127.0.0.1', port: 0 },
      secret,
    };
  }
  const parent = tmpdir().length + '/mc-XXXXXX/.s.PGSQL.5432'.length > longestPath ? '/tmp' : tmpdir();
  const folder = mkdtempSync(join(parent, 'mc-'));
  chmodSync(folder, 0o700);
  return {
    url: `postgres://postgres@localhost/postgres?host=${folder}`,
    listen: { path: join(folder, '.s.PGSQL.5432') },
  };
}

/** Removes the socket folder that a killed predecessor noted in `note`, and notes this one. Only under the data folder's lock. */
export function replaceStale(note: string, address: Address): void {
  const stale = existsSync(note) ? readFileSync(note, 'utf8').trim() : '';
  if (/^mc-\w{6}$/.test(basename(stale))) rmSync(stale, { recursive: true, force: true });
  if ('path' in address.listen) writeFileSync(note, socketFolder(address));
  else rmSync(note, { force: true });
}

export function forget(note: string, address: Address): void {
  if ('path' in address.listen) rmSync(socketFolder(address), { recursive: true, force: true });
  if (note) rmSync(note, { force: true });
}

const socketFolder = (address: Address) =>
  'path' in address.listen ? address.listen.path.slice(0, -'/.s.PGSQL.5432'.length) : '';
