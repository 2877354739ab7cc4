import { getTranslations } from 'next-intl/server';
import { type LocaleParams, pageLocale } from '../../lib/i18n/page-locale.ts';
import { Door } from '../_ui/door.tsx';
import { LinkButton } from '../_ui/link-button.tsx';
import { PublicMap } from '../_ui/map/public-map.tsx';
import { PageShell } from '../_ui/page-shell.tsx';
import './home.css';
import { ReportFigures } from './report-figures.tsx';
import { Ways } from './ways.tsx';

const doors = [
  { door: 'human', value: 'human', drawing: 'person_hurt' },
  { door: 'animal', value: 'animal', drawing: 'cattle' },
  { door: 'knowledge', value: 'know', drawing: 'knowledge' },
] as const;

export default async function HomePage({ params }: LocaleParams) {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: 'home' });
  return (
    <PageShell locale={locale} path="" exit>
      <h1 className="home-title">{t('title')}</h1>
      <p className="prose">{t('lead')}</p>
      <nav aria-label={t('doorsTitle')}>
        <form className="doors" method="post" action={`/${locale}/reports/new`}>
          {doors.map(({ door, value, drawing }) => (
            <Door
              key={door}
              value={value}
              drawing={drawing}
              title={t(`doors.${door}.title`)}
              hint={t(`doors.${door}.hint`)}
            />
          ))}
        </form>
      </nav>
      <Ways locale={locale} />
      <section className="home-map" aria-labelledby="home-map">
        <h2 id="home-map">{t('mapTitle')}</h2>
        <p>{t('mapText')}</p>
        <PublicMap locale={locale} />
        <p className="button-row">
          <LinkButton kind="second" href={`/${locale}/map`}>
            {t('seeMap')}
          </LinkButton>
        </p>
      </section>
      <div className="home-three">
        <section>
          <h2>{t('dataTitle')}</h2>
          <p>
            {t('dataText')} <a href={`/${locale}/datasets`}>{t('getData')}</a>
          </p>
        </section>
        <section>
          <h2>{t('becomeTitle')}</h2>
          <p>
            {t('becomeText')} <a href={`/${locale}/method`}>{t('howWeWork')}</a>
          </p>
          <ReportFigures locale={locale} />
        </section>
        <section>
          <h2>{t('keepTitle')}</h2>
          <p>
            {t('keepText')} <a href={`/${locale}/privacy`}>{t('inPlainWords')}</a>
          </p>
        </section>
      </div>
    </PageShell>
  );
}
