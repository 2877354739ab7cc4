/** What was typed or ticked so far, by field name, exactly as the browser sent it; read by `toReport` at the end. */
export type Values = Record<string, string[]>;

/** All that travels with the form: which report it is, the answers, and whether the reader came from the last page. */
export type Answers = {
  reportId: string;
  values: Values;
  returnToCheck?: boolean;
  /** Whose emergency numbers to show; said when somebody is hurt now, no part of the report. */
  country?: string;
  /** A conversation that a signed-in person records: kept on the server too, as a draft. */
  interview?: Interview;
};

/** `told`: what another person says, or what the own team saw. `editor`: which opened copy of the draft this is. */
export type Interview = { language: string; told: 'person' | 'team'; editor: string; version: number };

export const one = (values: Values, field: string): string => (values[field]?.[0] ?? '').trim();
export const has = (values: Values, field: string): boolean => one(values, field) !== '';

/** The answers to one of several pages of a kind, under the names that the first of them has. */
export function scoped(values: Values, prefix: string): Values {
  if (prefix === '') return values;
  const own = Object.entries(values).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(own.map(([name, given]) => [name.slice(prefix.length), given]));
}

/** The answers with this page's fields taken from what was posted; a box left unticked is an answer too. */
export function withPosted(answers: Answers, fields: readonly string[], posted: URLSearchParams): Answers {
  const values = { ...answers.values };
  for (const field of fields) {
    const given = posted.getAll(field).map((text) => text.replaceAll('\r\n', '\n'));
    if (given.length > 0) values[field] = given;
    else delete values[field];
  }
  return { ...answers, values };
}
