import type { APIRequestContext, Page } from '@playwright/test';
import { loadMessages } from '../lib/i18n/messages.ts';
import { expect } from './fixtures.ts';

export const languages = ['az', 'hy', 'ru', 'en'] as const;
export type Language = (typeof languages)[number];

/** The words of one language, as the catalogue has them. */
export async function words(locale: Language) {
  const { reports, common, errors, values } = await loadMessages(locale);
  return { r: reports, c: common, e: errors, v: values };
}

export const sealedIn = (html: string): string => /name="sealed" value="([^"]+)"/.exec(html)?.[1] ?? '';
export const stepIn = (html: string): string => /name="step" value="([^"]*)"/.exec(html)?.[1] ?? '';

/** The form as plain posts, without a browser: the page that answers. */
export function poster(request: APIRequestContext, locale: Language) {
  const address = `/${locale}/reports/new`;
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const post = async (html: string, fields: Record<string, string>, step = stepIn(html)): Promise<string> => {
    const data = new URLSearchParams({ sealed: sealedIn(html), step, ...fields }).toString();
    return (await request.post(address, { data, headers })).text();
  };
  const first = async () => (await request.get(address)).text();
  return { post, first };
}

/** Presses once the page before has its answer: a page that changes by script takes no second button meanwhile. */
export async function press(page: Page, name: string) {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await page.getByRole('button', { name, exact: true }).first().click();
}
