import type { Values } from '../form/answers.ts';
import { fieldsOfStep, stepsFor } from '../form/steps.ts';

const carried = /^(door|kind|before|place(:\d+)?|positionOf|date)$/;

/** What another report like this one begins with: its kind, place and date; never people, animals, words or consent. */
export function likeLast(values: Values): Values {
  const names = [
    ...stepsFor(values)
      .filter((step) => carried.test(step))
      .flatMap(fieldsOfStep),
    'placeGroups',
  ];
  return Object.fromEntries(names.flatMap((name) => (values[name] ? [[name, values[name]]] : [])));
}

/** The first page that such a report has yet to answer. */
export function firstOpenLike(values: Values): string {
  const steps = stepsFor(values);
  const last = steps.findLastIndex((step) => carried.test(step));
  return steps.slice(0, last + 1).includes('date') ? (steps[last + 1] ?? 'door') : 'door';
}
