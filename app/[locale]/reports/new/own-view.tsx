import { gzipSync } from 'node:zlib';
import { ownView, type ToldToOrganisation } from '../../../../lib/clues/own-view.ts';
import { type SquareId, squareCentre } from '../../../../lib/geo/squares.ts';
import { formatBytes, formatDistance, formatList } from '../../../../lib/i18n/formats.ts';
import { newId } from '../../../../lib/ids.ts';
import { nearestPlaces } from '../../../../lib/places/nearest-places.ts';
import { seal } from '../../../../lib/reports/form/seal.ts';
import { toReport } from '../../../../lib/reports/form/to-report.ts';
import { requestContext } from '../../../_http/context.ts';
import { AsideLink } from '../../../_ui/aside-link.tsx';
import type { Asking } from './asking.ts';
import { OwnSquares } from './own-squares.tsx';
import { stylesheet } from './stylesheet.ts';

/** Headers of a request and its answer, roughly. */
const headersBytes = 1500;
const mostNamed = 6;

/** Before sending: what each kind of reader would see, what the phone remembers, what it costs. */
export async function OwnView({ asking, today }: { asking: Asking; today: string }) {
  const { t, locale, values } = asking;
  const ctx = await requestContext();
  const answers = { reportId: newId(), values };
  const seen = await ownView(ctx, toReport(answers, locale, today)).catch(() => null);
  const squares = seen?.squares ?? [];
  const near = await Promise.all(squares.slice(0, mostNamed).map((square) => nameOf(square)));
  const named = [...new Set(near.filter((name) => name !== null))];
  const facts = (told: ToldToOrganisation) => {
    if (!told) return t('own.organisationNot');
    const keys = (['kind', 'date', 'counts', 'device', 'words', 'photos'] as const).filter((key) => told[key]);
    const place =
      told.radiusMetres === null
        ? t('own.facts.settlement')
        : t('own.facts.shape', { distance: formatDistance(locale, told.radiusMetres) });
    return t('own.after', { facts: formatList(locale, [place, ...keys.map((key) => t(`own.facts.${key}`))]) });
  };
  const cost = {
    sent: formatBytes(locale, seal(answers).length + headersBytes),
    received: formatBytes(locale, gzipSync(stylesheet()).length + 2 * headersBytes),
  };

  async function nameOf(square: SquareId): Promise<string | null> {
    const [place] = await nearestPlaces(ctx, squareCentre(square), { withinMetres: 7000, limit: 1, locale });
    return place?.label ?? null;
  }

  return (
    <>
      <h2>{t('own.title')}</h2>
      <dl className="views">
        <dt>{t('own.public')}</dt>
        <dd>
          {t('own.publicNow')}{' '}
          {squares.length > 0
            ? t('own.publicSquares', {
                count: squares.length,
                squares: named.length > 0 ? formatList(locale, named) : squares.slice(0, mostNamed).join(', '),
              })
            : t('own.publicNoSquare')}
          {squares.length > 0 && <OwnSquares squares={squares} title={t('own.drawing')} />}
        </dd>
        <dt>{t('own.organisation')}</dt>
        <dd>{facts(seen?.organisation ?? null)}</dd>
        <dt>{t('own.authority')}</dt>
        <dd>{facts(seen?.authority ?? null)}</dd>
        <dt>{t('own.moderator')}</dt>
        <dd>{t('own.moderatorAll')}</dd>
        <dt>{t('own.phone')}</dt>
        <dd>
          {t('own.phoneText')}{' '}
          <AsideLink href={`/${locale}/privacy/browser`} newTab={t('resilience.newTab')}>
            {t('own.phoneMore')}
          </AsideLink>
          <p>
            <a className="button button-second" href="/exit" rel="noreferrer" data-exit="">
              {t('own.erase')}
            </a>
          </p>
        </dd>
      </dl>
      <p className="quiet small">{t('own.cost', cost)}</p>
    </>
  );
}
