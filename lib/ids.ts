import { randomUUID } from 'node:crypto';

export const newId = (): string => randomUUID();

/** Short ids that people can say: R-1042 a report, I-12 an incident, C-7 a clue. */
export const spoken = {
  report: (number: number) => `R-${number}`,
  incident: (number: number) => `I-${number}`,
  clue: (number: number) => `C-${number}`,
};
