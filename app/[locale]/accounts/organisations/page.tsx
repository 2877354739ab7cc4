import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listApiKeys } from '../../../../lib/accounts/api-keys/list-api-keys.ts';
import { listOrganisations } from '../../../../lib/accounts/organisations/list-organisations.ts';
import { type LocaleParams, pageLocale } from '../../../../lib/i18n/page-locale.ts';
import { pageAccess } from '../../../_http/page-access.ts';
import { Secret } from '../../../_ui/secret.tsx';
import { AccountShell } from '../_parts/account-shell.tsx';
import { answerOf } from '../_parts/answer.ts';
import { FormAnswer } from '../_parts/form-answer.tsx';
import { ApiKeys } from './api-keys.tsx';
import { CommunityForm } from './community-form.tsx';
import { OrganisationFacts } from './organisation-facts.tsx';
import { OrganisationForm } from './organisation-form.tsx';
import { OrganisationTable } from './organisation-table.tsx';

type Props = LocaleParams & { searchParams: Promise<{ organisation?: string }> };

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'accounts' });
  return { title: t('organisations.title') };
}

/** For an administrator all organisations, with `?organisation=` one; for a member the own one. Each with its API keys. */
export default async function OrganisationsPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { session, ctx } = await pageAccess(locale, '/accounts/organisations', 'administrator', 'organisation');
  const t = await getTranslations({ locale, namespace: 'accounts' });
  const organisations = await listOrganisations(ctx);
  const member = session.actor.role === 'organisation';
  const { organisation: wanted } = await searchParams;
  const chosen = member ? organisations[0] : organisations.find(({ organisationId }) => organisationId === wanted);
  const path =
    chosen && !member ? `/accounts/organisations?organisation=${chosen.organisationId}` : '/accounts/organisations';
  const answer = await answerOf(locale, path);
  const keys = (await listApiKeys(ctx)).filter(({ organisationId }) => organisationId === chosen?.organisationId);
  return (
    <AccountShell locale={locale} path={path} session={session}>
      <h1>{chosen?.name ?? t('organisations.title')}</h1>
      <FormAnswer locale={locale} answer={answer} />
      {answer.secret && (
        <Secret
          title={t('keys.secretTitle')}
          once={t('keys.secretOnce')}
          label={t('keys.secretLabel')}
          value={answer.secret}
        />
      )}
      {member && chosen && <OrganisationFacts locale={locale} organisation={chosen} />}
      {!chosen && <OrganisationTable locale={locale} organisations={organisations} />}
      {chosen && !chosen.closedAt && (
        <ApiKeys locale={locale} path={path} organisationId={chosen.organisationId} keys={keys} answer={answer} />
      )}
      {!member && !chosen?.closedAt && <OrganisationForm locale={locale} organisation={chosen} answer={answer} />}
      {!member && chosen && !chosen.closedAt && (
        <CommunityForm ctx={ctx} locale={locale} path={path} organisation={chosen} answer={answer} />
      )}
      {!member && chosen && (
        <p>
          <a href={`/${locale}/accounts/organisations`}>{t('organisations.back')}</a>
        </p>
      )}
    </AccountShell>
  );
}
