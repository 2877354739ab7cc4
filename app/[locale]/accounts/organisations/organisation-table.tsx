import { getTranslations } from 'next-intl/server';
import type { Organisation } from '../../../../lib/accounts/organisations/list-organisations.ts';
import { formatDate } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { DataTable } from '../../../_ui/data-table.tsx';

export async function OrganisationTable({ locale, organisations }: { locale: Locale; organisations: Organisation[] }) {
  const t = await getTranslations({ locale, namespace: 'accounts' });
  const columns = (['name', 'kind', 'agreement', 'change'] as const).map((key) => ({
    key,
    label: t(`organisations.${key}`),
  }));
  const agreement = ({ closedAt, agreementText, agreementUntil }: Organisation) => {
    if (closedAt) return t('organisations.closed', { date: formatDate(locale, closedAt) });
    const until =
      agreementUntil &&
      t('organisations.until', { date: formatDate(locale, agreementUntil.toISOString().slice(0, 10)) });
    return [agreementText ? t('organisations.ownText') : t('organisations.noAgreement'), until]
      .filter(Boolean)
      .join(', ');
  };
  const rows = organisations.map((organisation) => ({
    key: organisation.organisationId,
    cells: {
      name: organisation.name,
      kind: t(`organisationKinds.${organisation.kind}`),
      agreement: agreement(organisation),
      change: (
        <a
          href={`/${locale}/accounts/organisations?organisation=${organisation.organisationId}`}
          aria-label={t('organisations.changeOne', { name: organisation.name })}
        >
          {t('organisations.change')}
        </a>
      ),
    },
  }));
  const caption = t('organisations.title');
  return (
    <DataTable
      id="organisations"
      caption={caption}
      captionHidden
      columns={columns}
      rows={rows}
      empty={t('organisations.none')}
    />
  );
}
