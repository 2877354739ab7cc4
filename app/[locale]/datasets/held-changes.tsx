import { getTranslations } from 'next-intl/server';
import type { Context } from '../../../lib/context.ts';
import { listChanges } from '../../../lib/datasets/holdings/list-changes.ts';
import { formatDate } from '../../../lib/i18n/formats.ts';
import type { Locale } from '../../../lib/i18n/locales.ts';
import { Button } from '../../_ui/button.tsx';
import { Notice } from '../../_ui/notice.tsx';
import { answerOf } from '../accounts/_parts/answer.ts';
import { FormAnswer } from '../accounts/_parts/form-answer.tsx';
import { markRead } from './actions.ts';

const mostShown = 50;

/** A member is told which clues of the organisation's copies were withdrawn or corrected; nothing to anybody else. */
export async function HeldChanges({ ctx, locale }: { ctx: Context; locale: Locale }) {
  const { actor } = ctx;
  if (actor.type !== 'user' || actor.role !== 'organisation' || !actor.organisationId) return null;
  const t = await getTranslations({ locale, namespace: 'datasets' });
  const { lastDownload, withdrawn, corrected, digest } = await listChanges(ctx);
  const lists = [
    { key: 'delete', ids: withdrawn },
    { key: 'again', ids: corrected.map(({ id }) => id) },
  ] as const;
  const counts = { withdrawn: withdrawn.length, corrected: corrected.length };
  return (
    <>
      <FormAnswer locale={locale} answer={await answerOf(locale, '/datasets')} />
      {lastDownload && counts.withdrawn + counts.corrected > 0 && (
        <Notice kind="warning" title={t('held.title', { date: formatDate(locale, lastDownload), ...counts })} id="held">
          {lists.map(
            ({ key, ids }) =>
              ids.length > 0 && (
                <div key={key}>
                  <p>{t(`held.${key}`)}</p>
                  <ul>
                    {ids.slice(0, mostShown).map((id) => (
                      <li key={id} className="sha">
                        {id}
                      </li>
                    ))}
                  </ul>
                  {ids.length > mostShown && <p>{t('held.more', { count: ids.length - mostShown })}</p>}
                </div>
              ),
          )}
          <p>
            {t('held.recall')} <a href="/api/v1/datasets/changes">{t('held.json')}</a>
          </p>
          <form action={markRead.bind(null, locale, digest)}>
            <Button kind="second">{t('held.read')}</Button>
          </form>
        </Notice>
      )}
    </>
  );
}
