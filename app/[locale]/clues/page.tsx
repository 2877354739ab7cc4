import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { clueStates } from '../../../lib/clues/input.ts';
import { listClues } from '../../../lib/clues/list-clues.ts';
import { formatWhen } from '../../../lib/i18n/format-when.ts';
import { type LocaleParams, pageLocale } from '../../../lib/i18n/page-locale.ts';
import { spoken } from '../../../lib/ids.ts';
import { getPlaces } from '../../../lib/places/get-places.ts';
import { pageAccess } from '../../_http/page-access.ts';
import { Caveat } from '../../_ui/caveat.tsx';
import { DataTable } from '../../_ui/data-table.tsx';
import { bothNames } from '../../_ui/map/map-names.ts';
import { PageShell } from '../../_ui/page-shell.tsx';

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'clues' });
  return { title: t('listTitle') };
}

/** All clues for those who assess: what waits for a second person first. */
export default async function CluesPage({ params }: LocaleParams) {
  const locale = await pageLocale(params);
  const { ctx } = await pageAccess(locale, '/clues', 'moderator', 'lead');
  const t = await getTranslations({ locale, namespace: 'clues' });
  const triage = await getTranslations({ locale, namespace: 'triage' });
  const order = (state: (typeof clueStates)[number]) => clueStates.indexOf(state);
  const clues = (await listClues(ctx)).sort((a, b) => order(a.state) - order(b.state));
  const places = await getPlaces(
    ctx,
    clues.flatMap(({ placeId }) => placeId ?? []),
    locale,
  );
  const names = new Map(places.map((place) => [place.id, bothNames(place, locale)]));
  const rows = await Promise.all(
    clues.map(async (clue) => ({
      key: clue.id,
      cells: {
        clue: <a href={`/${locale}/clues/${clue.id}`}>{spoken.clue(clue.number)}</a>,
        state: t(`state.${clue.state}`),
        kind: t(`kind.${clue.kind}`),
        when: await formatWhen(locale, { start: clue.dateStart, end: clue.dateEnd, precision: clue.datePrecision }),
        near: names.get(clue.placeId ?? '') ?? '',
        precision: clue.precisionClass,
        evidence: triage(`evidenceClass.${clue.evidenceClass}`),
      },
    })),
  );
  return (
    <PageShell locale={locale} path="/clues">
      <h1>{t('listTitle')}</h1>
      <p>
        <a href={`/${locale}/triage`}>{triage('title')}</a>
      </p>
      <DataTable
        id="clues"
        caption={t('listCaption')}
        columns={(['clue', 'state', 'kind', 'when', 'near', 'precision', 'evidence'] as const).map((key) => ({
          key,
          label: t(`column.${key}`),
        }))}
        rows={rows}
        empty={t('listEmpty')}
      />
      <Caveat locale={locale} />
    </PageShell>
  );
}
