import type { ReportKind } from '../input.ts';
import type { Values } from './answers.ts';
import { stepsFor } from './steps.ts';

/** Answers that call for every page of a kind; two people, since a third goes on a further sheet. */
const fullest: Record<ReportKind, Values> = {
  human_accident: { door: ['human'], injured: ['2'], animalsToo: ['yes'] },
  animal_accident: { door: ['animal'] },
  hazard_sighting: { door: ['know'], kind: ['hazard_sighting'] },
  hazard_knowledge: { door: ['know'], kind: ['hazard_knowledge'] },
  detonation_no_casualty: { door: ['know'], kind: ['detonation_no_casualty'] },
};
const kinds = Object.keys(fullest) as ReportKind[];

/** `kinds`: the reports that this page belongs to; null when it is asked of all. */
export type PaperStep = { step: string; kinds: ReportKind[] | null };

/** Every page of the form once, in an order that keeps that of each kind of report: the questions of the paper form. */
export function paperSteps(): PaperStep[] {
  const order: string[] = [];
  for (const kind of kinds) {
    let after = -1;
    for (const step of stepsFor(fullest[kind])) {
      const at = order.indexOf(step);
      if (at >= 0) after = at;
      else {
        after += 1;
        order.splice(after, 0, step);
      }
    }
  }
  return order
    .filter((step) => step !== 'check')
    .map((step) => {
      const asked = kinds.filter((kind) => stepsFor(fullest[kind]).includes(step));
      return { step, kinds: asked.length === kinds.length ? null : asked };
    });
}

/** In whose words a page is printed: a place as those are asked for it who may know a line, an area or an old map. */
export const wordedFor = ({ step, kinds }: PaperStep): ReportKind =>
  step === 'place' ? 'hazard_knowledge' : (kinds?.[0] ?? 'human_accident');

/** What the questions of a page must know to be worded: the door, the number of people on theirs, nothing that fills a field. */
export function paperValues(kind: ReportKind, step: string): Values {
  const { door = [], kind: told, injured } = fullest[kind];
  return { door, ...(told && { kind: told }), ...(step.startsWith('person:') && injured && { injured }) };
}
