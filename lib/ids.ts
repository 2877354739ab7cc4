import { randomUUID } from 'node:crypto';

export const newId = (): string => randomUUID();

/** Whether an address holds what the database takes for an id: anything else names nothing. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** Short ids that people can say: R-1042 a report, I-12 an incident, E-3 a piece of evidence, C-7 a clue, M-2 a minefield record. */
export const spoken = {
  report: (number: number) => `R-${number}`,
  incident: (number: number) => `I-${number}`,
  evidence: (number: number) => `E-${number}`,
  clue: (number: number) => `C-${number}`,
  record: (number: number) => `M-${number}`,
};
