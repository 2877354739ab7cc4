import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../lib/i18n/locales.ts';
import './public-map.css';

const tiers = {
  public: ['danger-public', 'unknown', 'released', 'outside'],
  graded: [
    'danger-1',
    'danger-2',
    'danger-3',
    'danger-4',
    'danger-5',
    'unknown',
    'partly-known',
    'recorded',
    'released',
    'zone',
    'outside',
  ],
  organisation: [
    'danger-1',
    'danger-2',
    'danger-3',
    'danger-4',
    'danger-5',
    'danger-public',
    'unknown',
    'partly-known',
    'released',
    'outside',
  ],
} as const;

type Props = { locale: Locale; tier: keyof typeof tiers; released: boolean };

/** The legend as one sentence with swatches; `released`: whether the map draws any land as released. */
export async function Legend({ locale, tier, released }: Props) {
  const t = await getTranslations({ locale, namespace: 'map' });
  const looks = tiers[tier].filter((look) => look !== 'released' || released);
  return (
    <p className="map-legend">
      {looks.map((look) => (
        <span key={look}>
          <i className={`swatch swatch-${look}`} aria-hidden="true" /> {t(`legend.${look}`)}
        </span>
      ))}
    </p>
  );
}
