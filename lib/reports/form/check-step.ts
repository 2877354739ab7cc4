import { has, one, type Values } from './answers.ts';
import { kindOf } from './steps.ts';
import { toldDate } from './told-date.ts';
import { toldPlace } from './told-place.ts';

/** Field name -> message key below `errors`. */
export type FieldErrors = Record<string, string>;

const wholeNumber = (values: Values, field: string, errors: FieldErrors): void => {
  if (has(values, field) && !/^\d{1,4}$/.test(one(values, field))) errors[field] = 'count_invalid';
};
const yearIn = (values: Values, field: string, today: string, errors: FieldErrors): void => {
  if (!has(values, field)) return;
  const year = one(values, field);
  if (!/^(19|20)\d\d$/.test(year)) errors[field] = 'year_invalid';
  else if (year > today.slice(0, 4)) errors[field] = 'date_future';
};

/** What must be mended on one page before the next; nothing but the kind and a place is ever required. */
export function checkStep(step: string, values: Values, today: string): FieldErrors {
  const errors: FieldErrors = {};
  const [id = '', index] = step.split(':');
  if (id === 'door' && !has(values, 'door')) errors.door = 'door_required';
  if (id === 'kind' && !kindOf(values)) errors.kind = 'kind_required';
  if (id === 'place') {
    const { error } = toldPlace(values);
    if (error) errors[error.field] = error.key;
  }
  if (id === 'date') {
    const { error } = toldDate(values, today);
    if (error) errors[error.field] = error.key;
  }
  if (id === 'people') for (const field of ['killed', 'injured', 'outcomeUnknown']) wholeNumber(values, field, errors);
  if (id === 'animals') for (const part of ['killed', 'injured']) wholeNumber(values, `a${index}_${part}`, errors);
  if (id === 'description' && one(values, 'description').length > 5000) errors.description = 'text_too_long';
  if (id === 'reporter') {
    yearIn(values, 'knownFrom', today, errors);
    yearIn(values, 'knownTo', today, errors);
    const [from, to] = [one(values, 'knownFrom'), one(values, 'knownTo')];
    if (from && to && to < from) errors.knownTo ??= 'date_order';
  }
  if (id === 'consent') {
    if (has(values, 'contactMe') && !has(values, 'contact') && !has(values, 'minor'))
      errors.contact = 'contact_missing';
    if (one(values, 'contact').length > 300) errors.contact = 'text_too_long';
  }
  return errors;
}
