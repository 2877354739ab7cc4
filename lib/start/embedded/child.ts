// The embedded database: PGlite with PostGIS on a private socket. Lives and ends with the process that forked it.
import { mkdirSync, openAsBlob, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { fuzzystrmatch } from '@electric-sql/pglite/contrib/fuzzystrmatch';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { postgis } from '@electric-sql/pglite-postgis';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { forget, newAddress, replaceStale } from './address.ts';
import { askSecret } from './gate.ts';
import { takeLock } from './lock.ts';
import type { Order, Report } from './start.ts';

const order: Order = JSON.parse(process.env.MINECLUE_CHILD ?? '{}');
const report = (message: Report) => process.send?.(message);

// Ctrl-C reaches the whole group; the parent finishes its own queries first and then says stop
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});

const lock = order.folder ? await takeLock(join(order.folder, 'pg.lock'), order.patienceMs) : undefined;
if (order.folder && !lock) {
  report({ type: 'locked' });
  process.disconnect?.();
  process.exit(3);
}

const db = await PGlite.create({
  dataDir: order.folder ? ownFolder(join(order.folder, 'pg')) : 'memory://',
  extensions: { postgis, pg_trgm, unaccent, pgcrypto, fuzzystrmatch },
  ...(order.template ? { loadDataDir: await openAsBlob(order.template) } : {}),
});
const execute = db.execProtocolRawStream.bind(db);
// pglite-socket's queue stands still for ever after one throw: SQL errors do not throw, so this is a broken engine
db.execProtocolRawStream = (...args) =>
  execute(...args).catch((error) => {
    console.error('The embedded database broke:', error);
    process.exit(1);
  });

const address = newAddress(order.loopback);
const note = order.folder ? join(order.folder, 'pg.socket') : '';
if (note) replaceStale(note, address);
const server = new PGLiteSocketServer({ db, ...address.listen, maxConnections: 4 });
if (address.secret) demandSecret(server, address.secret);
await server.start();
report({ type: 'ready', url: address.url.replace(/:0\//, `:${server.getServerConn().split(':')[1]}/`) });

process.on('disconnect', stop);
process.on('message', async (message: { type: 'stop' } | { type: 'dump'; file: string }) => {
  if (message.type === 'stop') return stop();
  const dump = await db.dumpDataDir('none');
  writeFileSync(message.file, Buffer.from(await dump.arrayBuffer()));
  report({ type: 'dumped' });
});
if (!process.connected) await stop();

async function stop(): Promise<never> {
  setTimeout(() => process.exit(1), 10_000).unref();
  await server.stop();
  await db.close().catch(() => {});
  forget(note, address);
  lock?.release();
  process.exit(0);
}

function ownFolder(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

function demandSecret(guarded: PGLiteSocketServer, secret: string): void {
  const inner = guarded as unknown as { handleConnection(socket: Socket): Promise<void> };
  const admit = inner.handleConnection.bind(guarded);
  inner.handleConnection = (socket) =>
    askSecret(socket, secret).then(
      () => admit(socket),
      () => {},
    );
}
