import { redirect } from 'next/navigation';
import type { Context } from '../../lib/context.ts';
import { isProblem } from '../../lib/errors.ts';
import { requestContext } from './context.ts';
import { type Flash, setFlash } from './flash.ts';
import { withoutNul } from './read-body.ts';

type Where = { locale: string; path: string; form: string };
type Outcome = Pick<Flash, 'done' | 'secret'>;

/** One verb behind a form of a page: what came of it stands on the same page afterwards, what was typed included. */
export async function formAction(
  { locale, path, form }: Where,
  data: FormData,
  verb: (ctx: Context, values: Record<string, string>) => Promise<Outcome>,
): Promise<never> {
  const values = formValues(data);
  await setFlash(path, { form, ...(await outcome(values, verb)) });
  redirect(`/${encodeURIComponent(locale)}${path}`);
}

type Values = Record<string, string | undefined>;

/**
 * The same for one of many forms on a page: its fields are called `<form>-<field>` and reach the verb as `<field>`, trimmed.
 * `done` names what is told afterwards.
 */
export const namedFormAction = (
  locale: string,
  path: string,
  form: string,
  data: FormData,
  verb: (ctx: Context, values: Values) => Promise<unknown>,
  done = form,
): Promise<never> =>
  formAction({ locale, path, form }, data, async (ctx, values) => {
    const own = Object.entries(values).map(([name, value]) => [name.replace(`${form}-`, ''), value.trim()]);
    await verb(ctx, Object.fromEntries(own));
    return { done };
  });

async function outcome(values: Record<string, string>, verb: Parameters<typeof formAction>[2]) {
  try {
    return await verb(await requestContext(), values);
  } catch (error) {
    if (!isProblem(error)) throw error;
    const { password: _, current: __, ...shown } = values;
    return { problem: { code: error.code, detail: error.detail }, values: shown };
  }
}

export const formValues = (data: FormData): Record<string, string> =>
  Object.fromEntries(
    [...data]
      .filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$'))
      .map(([name, value]) => [name, withoutNul(value)]),
  );
