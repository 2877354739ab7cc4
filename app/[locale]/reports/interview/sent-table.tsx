import { getTranslations } from 'next-intl/server';
import { formatDate } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import type { listSent } from '../../../../lib/reports/drafts/list-sent.ts';
import { DataTable } from '../../../_ui/data-table.tsx';
import { AnotherLike } from './another-like.tsx';

type Props = { locale: Locale; sent: Awaited<ReturnType<typeof listSent>> };

/** What was sent, with its number and how far it is; from one's own, another like it. */
export async function SentTable({ locale, sent }: Props) {
  const t = await getTranslations({ locale, namespace: 'interview' });
  const kinds = await getTranslations({ locale, namespace: 'values.reportKinds' });
  const keys = ['number', 'kind', 'sentOn', 'state', 'again'] as const;
  return (
    <DataTable
      id="sent"
      caption={t('sentList.title')}
      captionHidden
      columns={keys.map((key) => ({ key, label: t(`sentList.${key}`) }))}
      empty={t('sentList.none')}
      rows={sent.map(({ id, spokenId, kind, submittedAt, state, practice, language, told, again }) => ({
        key: id,
        cells: {
          number: practice ? `${spokenId} (${t('sentList.practice')})` : spokenId,
          kind: kinds(kind),
          sentOn: formatDate(locale, submittedAt),
          state: t(`sentList.states.${state}`),
          again: again && (
            <AnotherLike
              locale={locale}
              of={id}
              language={language}
              told={told}
              label={
                <>
                  {t('sentList.anotherLike')} <span className="visually-hidden">{spokenId}</span>
                </>
              }
            />
          ),
        },
      }))}
    />
  );
}
