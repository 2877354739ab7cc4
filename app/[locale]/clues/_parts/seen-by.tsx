import { getTranslations } from 'next-intl/server';
import type { ModeratorClue } from '../../../../lib/clues/get-clue.ts';
import { formatDistance } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { DataTable } from '../../../_ui/data-table.tsx';

/** The disclosure policy as it works out for this clue, audience by audience. */
export async function SeenBy({ locale, clue, place }: { locale: Locale; clue: ModeratorClue; place: string | null }) {
  const t = await getTranslations({ locale, namespace: 'clues' });
  const { publicSquares, public: listed, organisation, authority } = clue.seenBy;
  const shape = (view: typeof organisation) => {
    if (!view) return t('seenBy.nothing');
    const metres = formatDistance(locale, view.uncertaintyMetres);
    return view.geometry
      ? t('seenBy.point', { metres })
      : t('seenBy.settlement', { place: place ?? t('field.unknown') });
  };
  const publishers = clue.publishers.map(({ publisher }) => publisher).join(', ');
  const hidden = clue.sensitive && t('seenBy.sensitive');
  const squares = t('seenBy.squares', { count: publicSquares.length, squares: publicSquares.join(', ') });
  const rows = [
    ['public', hidden ? [hidden] : [squares, listed && t('seenBy.listed', { publishers })]],
    ['organisation', [hidden || shape(organisation)]],
    ['authority', [shape(authority)]],
    ['moderator', [t('seenBy.everything')]],
  ] as const;
  return (
    <>
      <h2>{t('seenBy.title')}</h2>
      <DataTable
        id="seen-by"
        caption={t('seenBy.caption')}
        columns={[
          { key: 'audience', label: t('seenBy.audience') },
          { key: 'sees', label: t('seenBy.sees') },
        ]}
        rows={rows.map(([audience, sees]) => ({
          key: audience,
          cells: { audience: t(`audience.${audience}`), sees: sees.filter(Boolean).join(' ') },
        }))}
      />
    </>
  );
}
