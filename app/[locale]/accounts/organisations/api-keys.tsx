import { getTranslations } from 'next-intl/server';
import type { listApiKeys } from '../../../../lib/accounts/api-keys/list-api-keys.ts';
import { formatDate, formatDateTime } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { Button } from '../../../_ui/button.tsx';
import { DataTable } from '../../../_ui/data-table.tsx';
import { TextField } from '../../../_ui/form/text-field.tsx';
import type { Answer } from '../_parts/answer.ts';
import { makeKey, revokeKey } from './actions.ts';

type Props = {
  locale: Locale;
  path: string;
  organisationId: string;
  keys: Awaited<ReturnType<typeof listApiKeys>>;
  answer: Answer;
};

export async function ApiKeys({ locale, path, organisationId, keys, answer }: Props) {
  const t = await getTranslations({ locale, namespace: 'accounts' });
  const columns = (['label', 'prefix', 'created', 'used', 'revoke'] as const).map((key) => ({
    key,
    label: t(`keys.${key}`),
  }));
  const rows = keys.map(({ apiKeyId, label, prefix, createdAt, lastUsedAt }) => ({
    key: apiKeyId,
    cells: {
      label,
      prefix: <code>{`mc_${prefix}_…`}</code>,
      created: formatDate(locale, createdAt),
      used: lastUsedAt ? formatDateTime(locale, lastUsedAt) : t('members.never'),
      revoke: (
        <form action={revokeKey.bind(null, locale, path)}>
          <input type="hidden" name="apiKeyId" value={apiKeyId} />
          <Button kind="second" aria-label={t('keys.revokeOne', { label })}>
            {t('keys.revoke')}
          </Button>
        </form>
      ),
    },
  }));
  return (
    <>
      <h2>{t('keys.title')}</h2>
      <DataTable
        id="api-keys"
        caption={t('keys.title')}
        captionHidden
        columns={columns}
        rows={rows}
        empty={t('keys.none')}
      />
      <form className="account-form" action={makeKey.bind(null, locale, path)}>
        <input type="hidden" name="organisationId" value={organisationId} />
        <TextField
          name="label"
          label={t('keys.label')}
          error={answer.errorOf('label')}
          maxLength={120}
          autoComplete="off"
          required
        />
        <Button kind="second">{t('keys.create')}</Button>
      </form>
    </>
  );
}
