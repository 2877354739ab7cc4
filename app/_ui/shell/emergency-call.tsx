import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../lib/i18n/locales.ts';
import { site } from './site.ts';

type Props = {
  locale: Locale;
  /** ISO 3166-1 alpha-2: only the numbers of this country. */
  country?: string;
  /** In a line that already says to call, nothing is added when no number is configured. */
  brief?: boolean;
};

/** The configured numbers as links that dial, of one country or of all; plain words when none is configured. */
export async function EmergencyCall({ locale, country, brief }: Props) {
  const t = await getTranslations({ locale, namespace: 'safety' });
  const practice = await getTranslations({ locale, namespace: 'demonstration' });
  const { emergencyNumbers, demonstration } = await site();
  const numbers = emergencyNumbers.filter((entry) => !country || entry.country === country);
  if (numbers.length === 0) return brief ? null : <span>{t('callLocalNumber')}</span>;
  return (
    <>
      {numbers.map(({ country: where, label, number }) => (
        <a key={`${where}-${number}`} className="emergency-call" href={`tel:${number.replaceAll(/[^\d+]/g, '')}`}>
          {t('callNumber', { number })}
          {(label || demonstration) && <span className="small"> ({label || practice('numberLabel')})</span>}
        </a>
      ))}
    </>
  );
}
