import { readFileSync } from 'node:fs';
import { bootstrapAccounts } from '../lib/accounts/bootstrap.ts';
import { type Context, makeContext } from '../lib/context.ts';
import { database } from '../lib/db/client.ts';
import { createDeployment } from '../lib/deployment/create-deployment.ts';
import { getDeployment } from '../lib/deployment/get-deployment.ts';
import { importPlaces } from '../lib/places/import-places.ts';
import { listPlaces } from '../lib/places/list-places.ts';
import { ensureDemonstration } from './demonstration/ensure-demonstration.ts';
import { demonstrationPlaces } from './demonstration/read-places.ts';
import type { GeoJson } from './schema/columns.ts';

/**
 * What an empty database begins with: who operates it, the names of places, one-time links; in a demonstration the
 * publicly reported incidents too. May be run at every start, also after an interruption. Returns lines for the console.
 */
export async function seed({ baseUrl, demonstration, say = () => {} }: Seed): Promise<string[]> {
  const ctx = makeContext(database(), { type: 'job', name: 'seed' });
  await createDeployment(ctx, { demonstration, areaOfInterest: areaOfInterest() });
  await ensurePlaces(ctx);
  const links = await bootstrapAccounts(ctx);
  const told = (await getDeployment(ctx))?.demonstration ? await ensureDemonstration(ctx, say) : [];
  return [...told, ...links.map(({ label, path }) => `${label}: ${new URL(path, baseUrl)}`)];
}

/** `say` hears what takes a while. */
type Seed = { baseUrl: string; demonstration: boolean; say?: (text: string) => void };

/** A gazetteer that somebody has imported since is not touched. */
async function ensurePlaces(ctx: Context): Promise<void> {
  if ((await listPlaces(ctx, { limit: 1 })).length > 0) return;
  const report = await importPlaces(ctx, demonstrationPlaces());
  if (report.rejected.length > 0) throw new Error(`places.csv: ${JSON.stringify(report.rejected[0])}`);
}

function areaOfInterest(): GeoJson {
  const file = new URL('./demonstration/area-of-interest.geojson', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).geometry;
}
