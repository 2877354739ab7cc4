import { cellToLatLng } from 'h3-js';
import type { Locale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { Context } from '../../../../lib/context.ts';
import { formatDecimal } from '../../../../lib/geo/format-coordinates.ts';
import { compareVersions } from '../../../../lib/risk/compare-versions.ts';
import { DataTable } from '../../../_ui/data-table.tsx';

type Props = { ctx: Context; locale: Locale; before: number; after: number };

/** Two versions cell by cell: how many cells changed, and those that changed most. */
export async function ComparedVersions({ ctx, locale, before, after }: Props) {
  const t = await getTranslations({ locale, namespace: 'risk.versions' });
  const states = await getTranslations({ locale, namespace: 'risk.questions' });
  const { changed, moved, changedInput, changedParameters, cells } = await compareVersions(ctx, before, after);
  const standing = (dangerClass: number | null, state: Parameters<typeof states>[0] | null) =>
    dangerClass === null || state === null
      ? t('noCell')
      : `${dangerClass ? states('class', { class: dangerClass }) : states('belowClasses')}, ${states(state)}`;
  return (
    <section className="panel version-result" role="status">
      <h2>{t('comparedTitle', { before, after })}</h2>
      <p>{t('compared', { changed, moved })}</p>
      <p>
        {t(changedInput ? 'otherClues' : 'sameClues')} {t(changedParameters ? 'otherWeights' : 'sameWeights')}
      </p>
      {cells.length > 0 && (
        <DataTable
          id="cells"
          caption={t('cells', { count: cells.length })}
          columns={[
            { key: 'cell', label: t('cell') },
            { key: 'before', label: t('before') },
            { key: 'after', label: t('after') },
          ]}
          rows={cells.map(({ cell, dangerClass, state }) => {
            const [lat, lng] = cellToLatLng(cell);
            const at = (index: 0 | 1) =>
              standing(dangerClass[index], state[index] === null ? null : `states.${state[index]}`);
            return {
              key: cell,
              cells: {
                cell: (
                  <a href={`/${locale}/map/questions?at=${lat.toFixed(5)}, ${lng.toFixed(5)}#why`}>
                    {formatDecimal({ lat, lng })}
                  </a>
                ),
                before: at(0),
                after: at(1),
              },
            };
          })}
          empty=""
        />
      )}
    </section>
  );
}
