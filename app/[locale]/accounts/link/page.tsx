import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { previewLink } from '../../../../lib/accounts/links/preview-link.ts';
import { isProblem } from '../../../../lib/errors.ts';
import { type LocaleParams, pageLocale } from '../../../../lib/i18n/page-locale.ts';
import { requestContext } from '../../../_http/context.ts';
import { PageShell } from '../../../_ui/page-shell.tsx';
import { answerOf } from '../_parts/answer.ts';
import { LinkForm } from './link-form.tsx';
import '../_parts/accounts.css';

type Props = LocaleParams & { searchParams: Promise<{ token?: string }> };

// The address holds the token: it goes into no Referer, and no crawler keeps it.
export const metadata: Metadata = { referrer: 'strict-origin', robots: { index: false, follow: false } };

/** Looking never uses the link up; only the button's POST does. */
export default async function LinkPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: 'accounts' });
  const { token = '' } = await searchParams;
  const link = await standing(token);
  const path = link ? `/accounts/link?token=${encodeURIComponent(token)}` : '/accounts/link';
  return (
    <PageShell locale={locale} path={path} width="column">
      <title>{link ? t(`link.title.${link.purpose}`) : t('link.spentTitle')}</title>
      {link ? (
        <LinkForm locale={locale} token={token} link={link} answer={await answerOf(locale, '/accounts/link')} />
      ) : (
        <>
          <h1>{t('link.spentTitle')}</h1>
          <p>{t('link.spent')}</p>
          <p>
            <a href={`/${locale}/accounts/sign-in`}>{t('signIn.title')}</a>
          </p>
        </>
      )}
    </PageShell>
  );
}

async function standing(token: string) {
  try {
    return await previewLink(await requestContext(), token);
  } catch (error) {
    if (isProblem(error) && error.code === 'link_spent') return null;
    throw error;
  }
}
