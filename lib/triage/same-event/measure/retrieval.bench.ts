// What the database hands to the scorer, of the set of `npm run measure:duplicates`, which runs this too.
import { readFileSync } from 'node:fs';
import { demonstrationPlaces } from '../../../../drizzle/demonstration/read-places.ts';
import { makeContext } from '../../../context.ts';
import { closeDatabase, database } from '../../../db/client.ts';
import { makeUser } from '../../testing.ts';
import { duplicateSet } from './duplicate-set.ts';
import { readEvents } from './incidents.ts';
import { retrievalOf } from './retrieval.ts';

const standard = { seed: 11, pairs: 400, distractors: 4000, incidents: 'drizzle/demonstration/public-incidents.csv' };
const { incidents, ...set }: typeof standard = JSON.parse(process.env.MINECLUE_MEASURE ?? JSON.stringify(standard));
const events = readEvents(readFileSync(incidents, 'utf8'), demonstrationPlaces());
const db = database();
const figures = await retrievalOf(makeContext(db, await makeUser(db)), duplicateSet(events, set));
const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
const { found, recallAt5, precision, candidates, mostCandidates, missed } = figures;
console.log(
  `  seed ${set.seed}: the own report is among what the database hands to the scorer for ${percent(found)} of the pairs`,
);
console.log(`  candidates of a query: ${candidates.toFixed(0)} on average, ${mostCandidates} at most`);
console.log(`  both together: recall at 5 ${percent(recallAt5)}, right among what is offered ${percent(precision)}`);
if (missed.length > 0) console.log(`  not handed over: ${missed.join(', ')}`);
await closeDatabase();
