import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '../../../drizzle/migrate.ts';
import { startEmbedded } from '../embedded/start.ts';

const cache = join('node_modules', '.cache', 'mineclue');

/** A dump of a freshly migrated embedded database, made once per set of migrations; returns its path. */
export async function preparedTemplate(): Promise<string> {
  const file = join(cache, `template-${digest()}.tar`);
  if (existsSync(file)) return file;
  console.log('Preparing the embedded test database (once per set of migrations) …');
  mkdirSync(cache, { recursive: true });
  const embedded = await startEmbedded();
  try {
    if (existsSync('drizzle/migrations/meta/_journal.json')) await migrate(embedded.url);
    const draft = `${file}.${process.pid}`;
    await embedded.dump(draft);
    renameSync(draft, file);
  } finally {
    await embedded.stop();
  }
  return file;
}

function digest(): string {
  const hash = createHash('sha256');
  const engine = globSync('node_modules/@electric-sql/pglite{,-postgis}/package.json');
  for (const path of [
    ...engine,
    ...globSync('drizzle/migrations/**/*.{sql,json}'),
    'lib/start/embedded/child.ts',
  ].sort()) {
    hash.update(path).update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 12);
}
