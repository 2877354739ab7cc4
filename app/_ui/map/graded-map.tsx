import { getTranslations } from 'next-intl/server';
import type { Context } from '../../../lib/context.ts';
import type { Locale } from '../../../lib/i18n/locales.ts';
import { Caveat } from '../caveat.tsx';
import { DataTable } from '../data-table.tsx';
import { Legend } from './legend.tsx';
import './map.css';
import { MapOpener } from './map-opener.tsx';
import { mapPayload, type Tier } from './map-payload.ts';
import { openerWords, tileSource } from './map-words.ts';
import { MarkLegend } from './marks/mark-legend.tsx';
import './public-map.css';
import { ReleasedTable } from './released-table.tsx';

type Props = { ctx: Context; locale: Locale; tier: Exclude<Tier, 'public'> };

/** Moderators' live map, or an organisation's daily one: opens at once, with its clues as a table below. */
export async function GradedMap({ ctx, locale, tier }: Props) {
  const t = await getTranslations({ locale, namespace: 'map' });
  const { number, features } = await mapPayload(ctx, tier, locale);
  const clues = features.filter(({ look }) => look === 'clue' || look === 'settlement');
  const released = features.some(({ look }) => look === 'released');
  return (
    <>
      <figure className="public-map">
        <MapOpener
          payloadUrl={`/api/v1/risk/map?tier=${tier}&locale=${locale}`}
          versionUrl={tier === 'moderator' ? '/api/v1/risk/version' : undefined}
          openAtOnce
          tiles={tileSource()}
          words={await openerWords(locale)}
        >
          <noscript>{t('needsScript')}</noscript>
        </MapOpener>
        <figcaption>
          <Legend locale={locale} tier={tier === 'organisation' ? 'organisation' : 'graded'} released={released} />
          <MarkLegend locale={locale} />
          <p className="quiet small">
            {tier === 'moderator' ? t('live', { number }) : t('daily', { number })} {t('classText')}
          </p>
        </figcaption>
        <div className="map-caveat">
          <Caveat locale={locale} />
        </div>
      </figure>
      <h2>{t('tableTitle')}</h2>
      <DataTable
        id="clues"
        caption={t('clueCaption', { count: clues.length })}
        columns={[
          { key: 'clue', label: t('clue') },
          { key: 'known', label: t('whatIsKnown') },
        ]}
        rows={clues.map(({ id, title, lines, href }) => ({
          key: id,
          cells: { clue: href ? <a href={href}>{title}</a> : title, known: lines?.join(' · ') },
        }))}
        empty={t('noClues')}
      />
      {tier === 'organisation' && <ReleasedTable locale={locale} tier={tier} />}
    </>
  );
}
