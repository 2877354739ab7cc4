import { readReceipt } from '../receipt-code.ts';
import { has, one, type Values } from './answers.ts';
import { kindOf } from './steps.ts';
import { dayOf, toldDate } from './told-date.ts';
import { placeOfStep } from './told-place.ts';

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

/** Who died later died on a day that exists, not before it happened. */
function diedOn(values: Values, prefix: string, today: string, errors: FieldErrors): void {
  if (one(values, `${prefix}outcome`) !== 'died_later') return;
  if (!['d', 'm', 'y'].some((part) => has(values, `${prefix}died_${part}`))) return;
  const day = dayOf(values, `${prefix}died`);
  const start = toldDate(values, today).date?.start;
  if (!day) errors[`${prefix}died_d`] = 'date_invalid';
  else if (day > today) errors[`${prefix}died_d`] = 'date_future';
  else if (start && day < start) errors[`${prefix}died_d`] = 'died_before';
}

/** What must be mended on one page before the next; nothing but the kind and a place is ever required. */
export function checkStep(step: string, values: Values, today: string): FieldErrors {
  const errors: FieldErrors = {};
  const [id = '', index] = step.split(':');
  if (id === 'door' && !has(values, 'door')) errors.door = 'door_required';
  if (id === 'kind' && !kindOf(values)) errors.kind = 'kind_required';
  if (id === 'place') {
    const { error } = placeOfStep(values, step);
    if (error) errors[error.field] = error.key;
  }
  if (id === 'date') {
    const { error } = toldDate(values, today);
    if (error) errors[error.field] = error.key;
  }
  if (id === 'people') for (const field of ['killed', 'injured', 'outcomeUnknown']) wholeNumber(values, field, errors);
  if (id === 'person') diedOn(values, `p${index}_`, today, errors);
  if (id === 'animals') for (const part of ['killed', 'injured']) wholeNumber(values, `a${index}_${part}`, errors);
  if (id === 'blasts' && has(values, 'followsReceipt') && !readReceipt(one(values, 'followsReceipt')))
    errors.followsReceipt = 'receipt_invalid';
  if (id === 'description' && one(values, 'description').length > 5000) errors.description = 'text_too_long';
  if (id === 'period') {
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
