import { getTranslations } from 'next-intl/server';
import type { listSessions } from '../../../lib/accounts/sessions/list-sessions.ts';
import { formatDateTime } from '../../../lib/i18n/formats.ts';
import type { Locale } from '../../../lib/i18n/locales.ts';
import { Button } from '../../_ui/button.tsx';
import { DataTable } from '../../_ui/data-table.tsx';
import { endOtherSessions, endSession } from './actions.ts';

type Props = { locale: Locale; sessions: Awaited<ReturnType<typeof listSessions>>; ownId: string };

export async function SessionTable({ locale, sessions, ownId }: Props) {
  const t = await getTranslations({ locale, namespace: 'accounts' });
  const columns = (['started', 'seen', 'until', 'action'] as const).map((key) => ({
    key,
    label: t(`sessions.${key}`),
  }));
  const rows = sessions.map(({ sessionId, createdAt, lastSeenAt, expiresAt }) => {
    const started = formatDateTime(locale, createdAt);
    return {
      key: sessionId,
      current: sessionId === ownId,
      cells: {
        started,
        seen: formatDateTime(locale, lastSeenAt),
        until: formatDateTime(locale, expiresAt),
        action:
          sessionId === ownId ? (
            t('sessions.this')
          ) : (
            <form action={endSession.bind(null, locale)}>
              <input type="hidden" name="sessionId" value={sessionId} />
              <Button kind="second" aria-label={t('sessions.endOne', { started })}>
                {t('sessions.end')}
              </Button>
            </form>
          ),
      },
    };
  });
  return (
    <>
      <h2>{t('sessions.title')}</h2>
      <p className="small quiet">{t('sessions.kept')}</p>
      <DataTable id="sessions" caption={t('sessions.title')} captionHidden columns={columns} rows={rows} />
      {sessions.length > 1 && (
        <form action={endOtherSessions.bind(null, locale)}>
          <Button kind="second">{t('sessions.endOthers')}</Button>
        </form>
      )}
    </>
  );
}
