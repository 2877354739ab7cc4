import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Embedded, startEmbedded } from './start.ts';

/** Inserts as fast as it can and names each row once COMMIT is acknowledged, until it is killed. */
const writer = `
  import pg from 'pg';
  import { startEmbedded } from ${JSON.stringify(new URL('./start.ts', import.meta.url).href)};
  const embedded = await startEmbedded({ folder: process.env.FOLDER });
  const client = new pg.Client({ connectionString: embedded.url });
  client.on('error', () => {});
  await client.connect();
  await client.query('create table if not exists acknowledged (n bigserial primary key, filler text)');
  console.log('child ' + embedded.pid);
  for (;;) {
    const { rows } = await client.query("insert into acknowledged (filler) values (repeat('x', 500)) returning n");
    console.log('row ' + rows[0].n);
  }`;

describe('the embedded database', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'mineclue-embedded-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('refuses a second process on its folder and goes on unharmed', async () => {
    const first = await startEmbedded({ folder });
    try {
      await assert.rejects(startEmbedded({ folder, patienceMs: 300 }), /in use by another process/);
      assert.deepEqual(await ask(first, 'select 1 as one'), [{ one: 1 }]);
    } finally {
      await first.stop();
    }
  });

  it('listens in a private folder whose path is short enough, and clears it away', async () => {
    const embedded = await startEmbedded({ folder });
    const place = socketFolder(embedded);
    assert.equal(statSync(place).mode & 0o777, 0o700);
    assert.ok(`${place}/.s.PGSQL.5432`.length < 107);
    await embedded.stop();
    assert.ok(!existsSync(place));
  });

  it('lets nobody in on loopback without the secret', async () => {
    const embedded = await startEmbedded({ loopback: true });
    try {
      assert.deepEqual(await ask(embedded, 'select 2 as two'), [{ two: 2 }]);
      const wrong = embedded.url.replace(/postgres:[^@]+@/, 'postgres:guess@');
      await assert.rejects(ask({ ...embedded, url: wrong }, 'select 1'));
      assert.deepEqual(await ask(embedded, 'select 3 as three'), [{ three: 3 }]);
    } finally {
      await embedded.stop();
    }
  });

  for (const victim of ['server', 'database'] as const) {
    it(`loses nothing acknowledged when the ${victim} is killed, ends, and opens again`, async () => {
      const rows: number[] = [];
      for (let round = 0; round < 2; round++) rows.push(...(await writeAndKill(folder, victim)));
      assert.ok(rows.length > 100, `${rows.length} rows acknowledged`);
      // a database that outlives its server clears up after itself, a killed one leaves its socket to the next
      const note = join(folder, 'pg.socket');
      assert.equal(existsSync(note), victim === 'database');
      const stale = existsSync(note) ? readFileSync(note, 'utf8') : '';
      const embedded = await startEmbedded({ folder });
      try {
        assert.ok(!stale || !existsSync(stale), 'the stale socket is still there');
        const kept = new Set((await ask(embedded, 'select n from acknowledged')).map((row) => Number(row.n)));
        assert.deepEqual(
          rows.filter((row) => !kept.has(row)),
          [],
        );
      } finally {
        await embedded.stop();
      }
      assert.ok(!existsSync(note));
    });
  }
});

/** Returns the rows that were acknowledged before the kill. */
async function writeAndKill(folder: string, victim: 'server' | 'database'): Promise<number[]> {
  const server = spawn(
    process.execPath,
    ['--input-type=module', '--disable-warning=ExperimentalWarning', '-e', writer],
    {
      env: { ...process.env, FOLDER: folder },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const gone = new Promise((resolve) => server.once('exit', resolve));
  const rows: number[] = [];
  let child = 0;
  for await (const line of createInterface(server.stdout)) {
    const [what, number] = line.split(' ');
    if (what === 'child') child = Number(number);
    else rows.push(Number(number));
    if (rows.length === 150) process.kill(victim === 'server' ? (server.pid as number) : child, 'SIGKILL');
  }
  await gone;
  for (let tries = 0; alive(child); tries++) {
    assert.ok(tries < 100, 'the database outlived its server by ten seconds');
    await sleep(100);
  }
  return rows;
}

function alive(pid: number): boolean {
  try {
    // a killed process whose parent is gone may stay as a zombie in a container without init
    const state = existsSync('/proc/self/stat') ? readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.[0] : '';
    return process.kill(pid, 0) && state !== 'Z';
  } catch {
    return false;
  }
}

const socketFolder = (embedded: Embedded) => new URL(embedded.url).searchParams.get('host') as string;

async function ask(embedded: { url: string }, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: embedded.url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  return (await client.query(statement).finally(() => client.end())).rows;
}
