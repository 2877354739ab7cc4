import { getTranslations } from 'next-intl/server';
import { type ClueKind, clueKinds } from '../../../../lib/clues/input.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import '../public-map.css';
import './marks.css';
import { markPaths } from './marks.ts';

const ringed = {
  reach: 'm-9,0a9,9 0 1,1 18,0a9,9 0 1,1 -18,0z',
  settlement: 'm-10,0a10,10 0 1,1 20,0a10,10 0 1,1 -20,0z',
};

type Props = {
  locale: Locale;
  kinds?: readonly ClueKind[];
  /** With the ring of a clue that only its settlement places. */
  settlement?: boolean;
};

/** What the signs of clues mean, and the dashes about them. `kinds` none: only how an error is drawn. */
export async function MarkLegend({ locale, kinds = clueKinds, settlement = kinds.length > 1 }: Props) {
  const t = await getTranslations({ locale, namespace: 'map.marks' });
  const clues = await getTranslations({ locale, namespace: 'clues' });
  return (
    <p className="map-legend">
      {kinds.map((kind) => (
        <span key={kind}>
          <Sign path={markPaths[kind]} /> {clues(`kind.${kind}`)}
        </span>
      ))}
      <span>
        <Sign path={ringed.reach} className="mark-sign-reach" /> {t('reach')}
      </span>
      {settlement && (
        <span>
          <Sign path={ringed.settlement} className="mark-sign-settlement" /> {t('settlement')}
        </span>
      )}
    </p>
  );
}

const Sign = ({ path, className = '' }: { path: string; className?: string }) => (
  <svg className={`mark-sign ${className}`} viewBox="-13 -12 26 24" width="26" height="24" aria-hidden="true">
    <path d={`M0,0${path}`} />
  </svg>
);
