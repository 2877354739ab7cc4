import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { migrate } from '../../../drizzle/migrate.ts';
import { onStop } from '../stop.ts';

export type Cluster = { newDatabase(name: string): Promise<string>; stop(): Promise<void> };

/** A PostgreSQL of its own in a temporary folder, on a Unix socket only; each new database is migrated already. */
export async function startCluster(binaries: string): Promise<Cluster> {
  const owner = postgresUser();
  const folder = mkdtempSync('/tmp/mc-pg-');
  const data = join(folder, 'data');
  mkdirSync(data);
  for (const path of [folder, data]) {
    chmodSync(path, 0o700);
    if (owner.uid !== undefined) chownSync(path, owner.uid, owner.gid as number);
  }
  const initdb = ['-D', data, '-U', 'mineclue', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
  execFileSync(join(binaries, 'initdb'), initdb, { ...owner, stdio: ['ignore', 'ignore', 'inherit'] });
  const settings = [
    'listen_addresses=',
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'log_min_messages=fatal',
  ];
  const server = spawn(
    join(binaries, 'postgres'),
    ['-D', data, '-k', folder, ...settings.flatMap((setting) => ['-c', setting])],
    { ...owner, cwd: folder, stdio: 'ignore' },
  );
  onStop(() => end(server, folder));
  const url = (name: string) => `postgres://mineclue@localhost/${name}?host=${folder}`;
  try {
    await untilUp(url('postgres'), server);
    await run(url('postgres'), 'create database prepared');
    await migrate(url('prepared'));
  } catch (error) {
    await end(server, folder);
    throw error;
  }
  return {
    async newDatabase(name) {
      await run(url('postgres'), `create database ${name} template prepared`);
      return url(name);
    },
    stop: () => end(server, folder),
  };
}

/** initdb refuses root: as root everything runs as the user postgres. */
function postgresUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const ask = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: ask('-u'), gid: ask('-g') };
}

async function untilUp(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await run(url, 'select 1');
    } catch (error) {
      if (server.exitCode !== null || tries > 150) throw error;
      await sleep(100);
    }
  }
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

async function end(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null) {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    // PostgreSQL's fast shutdown
    server.kill('SIGINT');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
}
