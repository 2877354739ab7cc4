import { statSync } from 'node:fs';
import { startEmbedded } from '../embedded/start.ts';
import { startCluster } from './cluster.ts';
import type { Counts } from './report.ts';
import { runShard } from './shard.ts';
import { preparedTemplate } from './template.ts';

/** The embedded database takes about 1 GB a worker. */
const workers = 2;

/** Unit and verb tests on the embedded database, one per worker. */
export async function onEmbedded(files: string[], live: boolean): Promise<Counts[]> {
  const template = await preparedTemplate();
  return Promise.all(
    split(files, live ? 1 : workers).map(async (part) => {
      const embedded = await startEmbedded({ template });
      return runShard(part, { DATABASE_URL: embedded.url, MINECLUE_EMBEDDED: '1' }, live).finally(embedded.stop);
    }),
  );
}

/** The same on a temporary PostgreSQL, a database per worker. */
export async function onPostgres(files: string[], live: boolean, binaries: string): Promise<Counts[]> {
  const cluster = await startCluster(binaries);
  try {
    const parts = split(files, live ? 1 : workers);
    const urls: string[] = [];
    for (const [index] of parts.entries()) urls.push(await cluster.newDatabase(`tests_${index}`));
    return await Promise.all(
      parts.map((part, index) => runShard(part, { DATABASE_URL: urls[index] as string, MINECLUE_EMBEDDED: '' }, live)),
    );
  } finally {
    await cluster.stop();
  }
}

/** Parts of about the same size in bytes, a fair guess at their time; an empty part is left out. */
function split(files: string[], count: number): string[][] {
  const parts = Array.from({ length: count }, () => ({ bytes: 0, files: [] as string[] }));
  for (const file of files.toSorted((a, b) => statSync(b).size - statSync(a).size)) {
    const lightest = parts.reduce((least, part) => (part.bytes < least.bytes ? part : least));
    lightest.files.push(file);
    lightest.bytes += statSync(file).size;
  }
  return parts.map((part) => part.files.sort()).filter((part) => part.length > 0);
}
