import { getTranslations } from 'next-intl/server';
import type { Zone } from '../../../../lib/deployment/zones/list-zones.ts';
import { formatDateTime } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { Button } from '../../../_ui/button.tsx';
import { TextField } from '../../../_ui/form/text-field.tsx';
import { Timeline } from '../../../_ui/timeline.tsx';
import type { Answer } from '../_parts/answer.ts';
import { end } from './actions.ts';

/** Numbered as the map numbers them. */
export async function StandingZones({ locale, zones, answer }: { locale: Locale; zones: Zone[]; answer: Answer }) {
  const t = await getTranslations({ locale, namespace: 'zones' });
  return (
    <section aria-labelledby="standing">
      <h2 id="standing">{t('standing', { count: zones.length })}</h2>
      {zones.map(({ id, name, reason, markedBy, markedAt, version }, i) => (
        <article key={id} className="panel" aria-labelledby={`zone-${id}`}>
          <h3 id={`zone-${id}`}>
            {i + 1}. {name}
          </h3>
          <p>{reason}</p>
          <p className="small quiet">{t('marked', { who: markedBy, when: formatDateTime(locale, markedAt) })}</p>
          <form action={end.bind(null, locale, id, version)}>
            <TextField
              name={`reason-${id}`}
              label={t('endReason')}
              error={answer.form === id ? answer.errorOf('reason') : undefined}
              maxLength={1000}
              autoComplete="off"
            />
            <Button kind="second" aria-describedby={`zone-${id}`}>
              {t('end')}
            </Button>
          </form>
        </article>
      ))}
    </section>
  );
}

export async function EndedZones({ locale, zones }: { locale: Locale; zones: Zone[] }) {
  const t = await getTranslations({ locale, namespace: 'zones' });
  if (zones.length === 0) return null;
  return (
    <section aria-labelledby="ended">
      <h2 id="ended">{t('ended')}</h2>
      <Timeline
        items={zones.map(({ id, name, reason, markedBy, markedAt, endedBy, endedAt, endedReason }) => ({
          id,
          title: name,
          who: endedBy,
          when: formatDateTime(locale, endedAt!),
          dateTime: endedAt!.toISOString(),
          body: (
            <>
              <p className="small">{endedReason}</p>
              <p className="small quiet">
                {reason} · {t('marked', { who: markedBy, when: formatDateTime(locale, markedAt) })}
              </p>
            </>
          ),
        }))}
      />
    </section>
  );
}
