import { getTranslations } from 'next-intl/server';
import { env } from '../../../../lib/env.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { Notice } from '../../../_ui/notice.tsx';

/** What kind of database stands behind this, what it may lose, and how to lose nothing. */
export async function DatabaseNotes({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'accounts' });
  const { MINECLUE_EMBEDDED, MINECLUE_DATA } = env();
  const embedded = MINECLUE_EMBEDDED === '1';
  return (
    <section className="prose" aria-labelledby="database">
      <h2 id="database">{t('deployment.database')}</h2>
      {embedded ? (
        <Notice kind="warning" title={t('deployment.embedded')}>
          <ul>
            <li>{t('deployment.embeddedPower')}</li>
            <li>{t('deployment.embeddedMemory')}</li>
            <li>{t('deployment.embeddedMove')}</li>
          </ul>
        </Notice>
      ) : (
        <p>{t('deployment.outside')}</p>
      )}
      <h3>{t('deployment.backup')}</h3>
      <p>{embedded ? t('deployment.backupEmbedded', { folder: MINECLUE_DATA }) : t('deployment.backupOutside')}</p>
    </section>
  );
}
