import type { Locale } from '../../../../lib/i18n/locales.ts';
import { translator } from '../../../../lib/i18n/translator.ts';
import type { DraftPhoto } from '../../../../lib/media/draft/list-draft-photos.ts';
import type { PlaceHit } from '../../../../lib/places/search-places.ts';
import { one, scoped, type Values } from '../../../../lib/reports/form/answers.ts';
import type { FieldErrors } from '../../../../lib/reports/form/check-step.ts';

type Words = (key: string, values?: Record<string, string | number>) => string;

/** What every question is drawn from: the reader's words, what was answered so far, what must be mended. */
export type Asking = {
  locale: Locale;
  /** Where the page posts to, below the language. */
  action: string;
  step: string;
  values: Values;
  errors: FieldErrors;
  /** What stands before the fields' names on a page that is asked several times; `values` and `errors` go without. */
  prefix?: string;
  /** The country whose emergency numbers are shown; none chosen, all of them. */
  country?: string;
  t: Words;
  common: Words;
  error: Words;
  /** A value of a list by its name: `label('species', 'goat')`. */
  label: (list: string, value: string) => string;
  /** Answers of the gazetteer to the name that was typed. */
  picks?: PlaceHit[];
  /** Photos beside the report, and files that were just refused. */
  photos?: DraftPhoto[];
  refusedFiles?: { number: number; key: string }[];
  districts?: { id: string; label: string }[];
  /** Coordinates that were probably meant, "lat, lng". */
  meant?: string;
};

// The questions are chosen by data, so their keys are put together here and held to the catalogue by a test.
const loose = (translate: unknown): Words => translate as Words;

export async function askingIn(
  locale: Locale,
  action = '/reports/new',
): Promise<Omit<Asking, 'step' | 'values' | 'errors'>> {
  const values = loose(await translator(locale, 'values'));
  return {
    locale,
    action,
    t: loose(await translator(locale, 'reports')),
    common: loose(await translator(locale, 'common')),
    error: loose(await translator(locale, 'errors')),
    label: (list, value) => values(`${list}.${value}`),
  };
}

/** Name, stored value and error in words, as every form part takes them. */
export const field = ({ values, errors, error, prefix = '' }: Asking, name: string) => ({
  name: prefix + name,
  defaultValue: one(values, name),
  error: errors[name] ? error(errors[name]) : undefined,
});

/** The same page for one of several: its own answers and errors under their plain names. */
export const askingFor = (asking: Asking, prefix: string): Asking => ({
  ...asking,
  prefix,
  values: scoped(asking.values, prefix),
  errors: Object.fromEntries(
    Object.entries(asking.errors).map(([name, key]) => [
      name.startsWith(prefix) ? name.slice(prefix.length) : name,
      key,
    ]),
  ),
});

export const options = ({ label }: Asking, list: string, all: readonly string[]) =>
  all.map((value) => ({ value, label: label(list, value) }));

/** The first line of a select says that nothing was chosen, which is an answer. */
export const orUnknown = (asking: Asking, list: string, all: readonly string[]) => [
  { value: '', label: asking.common('dontKnow') },
  ...options(
    asking,
    list,
    all.filter((value) => value !== 'unknown'),
  ),
];
