import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ReactNode } from 'react';
import { type Locale, languageOf } from '../../../../lib/i18n/locales.ts';
import { renderHtml } from '../../../_http/render-html.ts';

const sheet = () => readFileSync(path.join(process.cwd(), 'app/[locale]/reports/paper/paper.css'), 'utf8');

/** A document made for A4 alone: black on white, without head, navigation or script. */
export async function printPage(locale: Locale, title: string, children: ReactNode): Promise<string> {
  return renderHtml(
    <html lang={locale} dir={languageOf(locale).direction}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: sheet() }} />
        <link rel="icon" href="/icon.svg" />
      </head>
      <body>{children}</body>
    </html>,
  );
}

export const asPage = (html: string) =>
  new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'private, no-store' } });
