import { getTranslations } from 'next-intl/server';
import type { ModeratorClue } from '../../../../lib/clues/get-clue.ts';
import type { Context } from '../../../../lib/context.ts';
import { formatDateTime, formatNumber } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { nearestPlaces } from '../../../../lib/places/nearest-places.ts';
import {
  type RiskChange as Change,
  type ChangedCell,
  riskChangeAfter,
} from '../../../../lib/risk/change-after-decision.ts';
import { DataTable } from '../../../_ui/data-table.tsx';
import { bothNames } from '../../../_ui/map/map-names.ts';
import './risk-change.css';

type Last = ModeratorClue['decisions'][number];
type Props = { ctx: Context; locale: Locale; clue: ModeratorClue; last: Last; change: Change };
const telling = ['verify', 'withdraw', 'supersede', 'correct'];

/** The last decision that reached the danger layer, and what it changed there; `news` where that is to be told first. */
export async function lastRiskChange(ctx: Context, clue: ModeratorClue) {
  const last = clue.decisions.findLast(({ decision }) => telling.includes(decision));
  if (!last) return null;
  const change = await riskChangeAfter(ctx, last.decidedAt);
  const news = change.state === 'pending' || (change.state === 'computed' && change.up + change.down > 0);
  return { last, change, news };
}

/** What the last decision changed on the danger layer, once the surface is computed; until then a link looks again. */
export async function RiskChange({ ctx, locale, clue, last, change }: Props) {
  const t = await getTranslations({ locale, namespace: 'ledger' });
  const again = <a href={`/${locale}/clues/${clue.id}#risk-change`}>{t('risk.again')}</a>;
  if (change.state !== 'computed')
    return (
      <section id="risk-change" aria-labelledby="risk-change-title">
        <h2 id="risk-change-title">{t('risk.title')}</h2>
        <p>
          {t(`risk.${change.state}`)} {change.state !== 'forgotten' && again}
        </p>
      </section>
    );
  const { up, down, squareKilometres, cells, cellsLeftOut, centre, from, to } = change;
  const near = centre ? await nearestPlaces(ctx, centre, { locale, withinMetres: 15_000 }) : [];
  const area = formatNumber(locale, squareKilometres, 1);
  const drawn = around(cells);
  const byClass = [1, 2, 3, 4, 5].map((step) => ({
    key: String(step),
    cells: {
      step,
      before: cells.filter((cell) => cell.before === step).length,
      after: cells.filter((cell) => cell.after === step).length,
    },
  }));
  return (
    <section id="risk-change" aria-labelledby="risk-change-title">
      <h2 id="risk-change-title">{t('risk.title')}</h2>
      <p className="small quiet">{t('risk.between', { from, to, at: formatDateTime(locale, last.decidedAt) })}</p>
      {up + down === 0 ? (
        <p>{t('risk.same')}</p>
      ) : (
        <>
          <p>
            {t('risk.counts', { up, down })} {t('risk.area', { area })}
            {near.length > 0 && ` ${t('risk.near', { places: near.map((one) => bothNames(one, locale)).join(', ') })}`}
          </p>
          <div className="risk-change-maps">
            {(['before', 'after'] as const).map((side) => (
              <figure key={side}>
                <CellMap cells={drawn} side={side} label={t(`risk.${side}`)} />
                <figcaption>{t(`risk.${side}`)}</figcaption>
              </figure>
            ))}
          </div>
          {drawn.length < up + down && (
            <p className="small">{t('risk.notDrawn', { count: up + down - drawn.length })}</p>
          )}
          {cellsLeftOut === 0 && (
            <DataTable
              id="risk-classes"
              caption={t('risk.byClass')}
              columns={(['step', 'before', 'after'] as const).map((key) => ({
                key,
                label: t(`risk.${key}`),
                numeric: key !== 'step',
              }))}
              rows={byClass}
            />
          )}
        </>
      )}
    </section>
  );
}

const reachDegrees = 0.12;

/** The cells come nearest first: those about the first. A change of ranks far away is told in numbers. */
function around(cells: readonly ChangedCell[]): ChangedCell[] {
  const middle = cells[0]?.ring[0];
  if (!middle) return [];
  return cells.filter(({ ring: [first] }) =>
    first ? Math.hypot((first[0] - middle[0]) * 0.77, first[1] - middle[1]) < reachDegrees : false,
  );
}

function CellMap({ cells, side, label }: { cells: readonly ChangedCell[]; side: 'before' | 'after'; label: string }) {
  const points = cells.flatMap(({ ring }) => ring);
  const [west, east] = [Math.min(...points.map(([lng]) => lng)), Math.max(...points.map(([lng]) => lng))];
  const [south, north] = [Math.min(...points.map(([, lat]) => lat)), Math.max(...points.map(([, lat]) => lat))];
  // a degree of longitude is 0.77 of one of latitude here
  const scale = 300 / Math.max((east - west) * 0.77, north - south, 0.01);
  const at = ([lng, lat]: readonly [number, number]) =>
    `${((lng - west) * 0.77 * scale + 4).toFixed(1)},${((north - lat) * scale + 4).toFixed(1)}`;
  const [width, height] = [(east - west) * 0.77 * scale + 8, (north - south) * scale + 8];
  return (
    <svg viewBox={`0 0 ${width.toFixed(0)} ${height.toFixed(0)}`} role="img" aria-label={label}>
      {cells.map((cell) => (
        <polygon
          key={cell.ring[0]!.join()}
          points={cell.ring.map(at).join(' ')}
          className={`risk-cell risk-cell-${cell[side]}`}
        />
      ))}
    </svg>
  );
}
