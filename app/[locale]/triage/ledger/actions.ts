'use server';

import type { Context } from '../../../../lib/context.ts';
import { recuse } from '../../../../lib/triage/recusals/recuse.ts';
import { formAction } from '../../../_http/form-action.ts';

type Values = Record<string, string | undefined>;

/** Fields are called `<form>-<field>`; an empty one is none. */
async function run(
  locale: string,
  path: string,
  form: string,
  data: FormData,
  verb: (ctx: Context, values: Values) => Promise<unknown>,
) {
  await formAction({ locale, path, form }, data, async (ctx, values) => {
    const own = Object.entries(values).map(([name, value]) => [
      name.replace(`${form}-`, ''),
      value.trim() || undefined,
    ]);
    await verb(ctx, Object.fromEntries(own));
    return { done: form };
  });
}

export async function recuseFrom(locale: string, path: string, incidentId: string, data: FormData) {
  await run(locale, path, 'recuse', data, (ctx, { userId, reason = '' }) =>
    recuse(ctx, { incidentId, userId, reason }),
  );
}
