import type { Database } from '../db/client.ts';
import { stampOfRecords } from '../records/find-accepted.ts';
import { stampOfOfficial } from './find-official.ts';
import { stampOfClues } from './store.ts';

/** Changes whenever something that a surface is computed from does. */
export const stampOfInputs = async (db: Database, practice: boolean): Promise<string> =>
  `${await stampOfClues(db, practice)} ${await stampOfRecords(db, practice)} ${await stampOfOfficial(db, practice)}`;
