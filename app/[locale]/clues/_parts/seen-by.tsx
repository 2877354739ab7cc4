import { getTranslations } from 'next-intl/server';
import type { ModeratorClue } from '../../../../lib/clues/get-clue.ts';
import { listCluePhotos } from '../../../../lib/clues/photos/clue-photos.ts';
import { countClueWords } from '../../../../lib/clues/words/clue-words.ts';
import type { Context } from '../../../../lib/context.ts';
import { formatDistance } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { DataTable } from '../../../_ui/data-table.tsx';

type Props = { ctx: Context; locale: Locale; clue: ModeratorClue; place: string | null };

/** The disclosure policy as it works out for this clue, audience by audience. */
export async function SeenBy({ ctx, locale, clue, place }: Props) {
  const t = await getTranslations({ locale, namespace: 'clues' });
  const { publicSquares, public: listed, organisation, authority } = clue.seenBy;
  const shape = (view: typeof organisation) => {
    if (!view) return t('seenBy.nothing');
    const metres = formatDistance(locale, view.uncertaintyMetres);
    return view.geometry
      ? t('seenBy.point', { metres })
      : t('seenBy.settlement', { place: place ?? t('field.unknown') });
  };
  const words = await countClueWords(ctx, clue.id);
  const photos = (await listCluePhotos(ctx, clue.id)).length;
  const more = (audience: 'organisation' | 'authority') =>
    clue.seenBy[audience]
      ? [
          words[audience] > 0 ? t('seenBy.words', { count: words[audience] }) : t('seenBy.noWords'),
          photos > 0 && t('seenBy.photos', { count: photos }),
        ]
      : [];
  const publishers = clue.publishers.map(({ publisher }) => publisher).join(', ');
  const hidden = clue.sensitive && t('seenBy.sensitive');
  const squares = t('seenBy.squares', { count: publicSquares.length, squares: publicSquares.join(', ') });
  const rows = [
    ['public', hidden ? [hidden] : [squares, listed && t('seenBy.listed', { publishers })]],
    ['organisation', hidden ? [hidden] : [shape(organisation), ...more('organisation')]],
    ['authority', [shape(authority), ...more('authority')]],
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
