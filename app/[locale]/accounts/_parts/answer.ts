import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { type Flash, readFlash } from '../../../_http/flash.ts';

/** What the last form of a page came to, in the reader's words. */
export type Answer = {
  form: string | undefined;
  done: string | undefined;
  /** What is wrong as a whole, not in one field. */
  problem: string | undefined;
  fields: { name: string; message: string }[];
  errorOf: (name: string) => string | undefined;
  valueOf: (name: string) => string | undefined;
  secret: string | undefined;
};

/** `path` is the page's below the language, its query included. */
export async function answerOf(locale: Locale, path: string): Promise<Answer> {
  const t = await getTranslations({ locale, namespace: 'accounts' });
  const flash = await readFlash(path);
  const fields = Object.entries(flash?.problem?.detail.fields ?? {}).map(([name, key]) => ({
    name,
    message: t.has(`mistakes.${key}` as 'mistakes.other')
      ? t(`mistakes.${key}` as 'mistakes.other')
      : t('mistakes.other'),
  }));
  return {
    form: flash?.form,
    done: flash?.done && t(`done.${flash.done}` as 'done.invited'),
    problem: flash?.problem && fields.length === 0 ? problemText(t, flash.problem) : undefined,
    fields,
    errorOf: (name) => fields.find((field) => field.name === name)?.message,
    valueOf: (name) => flash?.values?.[name],
    secret: flash?.secret,
  };
}

type Translate = Awaited<ReturnType<typeof getTranslations<'accounts'>>>;

function problemText(t: Translate, { code, detail }: NonNullable<Flash['problem']>): string {
  if (code === 'too_many_requests') {
    return t('problems.too_many_requests', { minutes: Math.ceil((detail.retryAfterSeconds ?? 60) / 60) });
  }
  const key = `problems.${code === 'wrong_state' ? detail.reason : code}` as 'problems.other';
  return t.has(key) ? t(key) : t('problems.other');
}
