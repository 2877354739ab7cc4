import { readFileSync } from 'node:fs';
import { type IncidentsRead, readIncidents } from './parse-incidents.ts';

export const demonstrationIncidents = (): IncidentsRead =>
  readIncidents(readFileSync(new URL('./public-incidents.csv', import.meta.url), 'utf8'));
