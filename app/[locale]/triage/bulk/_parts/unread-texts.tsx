import { getTranslations } from 'next-intl/server';
import type { Context } from '../../../../../lib/context.ts';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import { spoken } from '../../../../../lib/ids.ts';
import { listUnreadTexts } from '../../../../../lib/triage/bulk/read-imported.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Key } from '../../_parts/key.tsx';
import { readRows } from '../actions.ts';

type Props = { ctx: Context; locale: Locale; path: string; batchId: string };

/** Texts of the list that nobody has read: one key for those without a flag, once they were read here. */
export async function UnreadTexts({ ctx, locale, path, batchId }: Props) {
  const { count, texts } = await listUnreadTexts(ctx, batchId);
  if (count === 0) return null;
  const t = await getTranslations({ locale, namespace: 'bulk.texts' });
  const plain = texts.filter(({ marks }) => marks.length === 0);
  return (
    <details className="bulk-texts" open={count <= 10}>
      <summary>{t('title', { count })}</summary>
      <p className="small">{t('why')}</p>
      <ul>
        {texts.map(({ id, number, language, description, marks }) => (
          <li key={id}>
            <a href={`/${locale}/triage/text/${id}`}>{spoken.report(number)}</a>
            {marks.length > 0 && <strong className="small"> {t('marks', { count: marks.length })}</strong>}
            <blockquote className="case-words small" lang={language}>
              {description}
            </blockquote>
          </li>
        ))}
      </ul>
      {plain.length > 0 && (
        <form action={readRows.bind(null, locale, path)}>
          <input type="hidden" name="batchId" value={batchId} />
          <input type="hidden" name="seen" value={plain.map(({ id, version }) => `${id}:${version}`).join(' ')} />
          <Button kind="second" data-code="KeyW">
            {t('read', { count: plain.length })} <Key>W</Key>
          </Button>
        </form>
      )}
    </details>
  );
}
