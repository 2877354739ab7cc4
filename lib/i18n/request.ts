import { getRequestConfig } from 'next-intl/server';
import { isLocale } from './locales.ts';
import { loadMessages } from './messages.ts';

export default getRequestConfig(async ({ locale: given, requestLocale }) => {
  const wanted = given ?? (await requestLocale);
  const locale = isLocale(wanted) ? wanted : 'en';
  return { locale, messages: await loadMessages(locale), timeZone: 'Asia/Baku' };
});
