import { randomUUID } from 'node:crypto';

export const newId = (): string => randomUUID();

/** Short ids that people can say: R-1042 a report, I-12 an incident, E-3 a piece of evidence, C-7 a clue, M-2 a minefield record. */
export const spoken = {
  report: (number: number) => `R-${number}`,
  incident: (number: number) => `I-${number}`,
  evidence: (number: number) => `E-${number}`,
  clue: (number: number) => `C-${number}`,
  record: (number: number) => `M-${number}`,
};
