import { getTranslations } from 'next-intl/server';
import type { Organisation } from '../../../../lib/accounts/organisations/list-organisations.ts';
import { formatDate } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { Facts } from '../../../_ui/facts.tsx';

export async function OrganisationFacts({ locale, organisation }: { locale: Locale; organisation: Organisation }) {
  const t = await getTranslations({ locale, namespace: 'accounts' });
  const { kind, agreementText, agreementUntil } = organisation;
  const facts = [
    { term: t('organisations.kind'), detail: t(`organisationKinds.${kind}`) },
    { term: t('organisations.agreement'), detail: agreementText ?? t('organisations.noAgreement') },
    ...(agreementUntil
      ? [
          {
            term: t('organisations.agreementUntil'),
            detail: formatDate(locale, agreementUntil.toISOString().slice(0, 10)),
          },
        ]
      : []),
  ];
  return <Facts items={facts} />;
}
