import { getTranslations } from 'next-intl/server';
import { formatDateTime } from '../../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import { spoken } from '../../../../../lib/ids.ts';
import type { IncidentStory } from '../../../../../lib/triage/incidents/get-incident-story.ts';
import { Button } from '../../../../_ui/button.tsx';
import { TextField } from '../../../../_ui/form/text-field.tsx';
import type { Answer } from '../../_parts/answer.ts';
import { Reason, Section } from '../../_parts/form-parts.tsx';
import { unlink } from '../actions.ts';

type Props = { locale: Locale; path: string; story: IncidentStory; answer: Answer };

/** Incidents that hang together with this one and are none of it, and the way to compare it with another. */
export async function StoryLinks({ locale, path, story, answer }: Props) {
  const t = await getTranslations({ locale, namespace: 'incidents' });
  return (
    <>
      {story.links.length > 0 && (
        <ul className="story-links small" aria-label={t('link.title')}>
          {story.links.map((link, i) => (
            <li key={link.eventId}>
              <a
                href={`/${locale}/triage/twin?a=${spoken.incident(story.number)}&b=${spoken.incident(link.otherNumber)}`}
              >
                {spoken.incident(link.otherNumber)}
              </a>{' '}
              · {t(`linkKind.${link.kind}`)} · {t(`link.${link.other ?? 'unordered'}`)}
              {link.reason && ` · ${link.reason}`} ·{' '}
              <span className="quiet">
                {link.by}, {formatDateTime(locale, link.at)}
              </span>
              <Section form={`unlink${i}`} title={t('link.end')} answer={answer}>
                <form action={unlink.bind(null, locale, path, `unlink${i}`)}>
                  <input type="hidden" name="incidentId" value={story.id} />
                  <input type="hidden" name="version" value={story.version} />
                  <input type="hidden" name="linkId" value={link.eventId} />
                  <Reason form={`unlink${i}`} label={t('reason')} answer={answer} />
                  <Button kind="second">{t('link.end')}</Button>
                </form>
              </Section>
            </li>
          ))}
        </ul>
      )}
      {story.toldLinks.map((told) => (
        <p className="small" key={`${told.earlierNumber}-${told.laterNumber}`}>
          {t('link.told', { report: spoken.report(told.laterNumber), other: spoken.report(told.earlierNumber) })}{' '}
          <a href={`/${locale}/triage/twin?a=${spoken.incident(story.number)}&b=${spoken.report(told.otherNumber)}`}>
            {t('candidate.compareWith', { report: spoken.report(told.otherNumber) })}
          </a>
        </p>
      ))}
      <details className="case-form">
        <summary>{t('compareWith.title')}</summary>
        <form action={`/${locale}/triage/twin`} method="get">
          <input type="hidden" name="a" value={spoken.incident(story.number)} />
          <TextField name="b" label={t('compareWith.label')} hint={t('compareWith.hint')} width="half" />
          <Button kind="second">{t('compareWith.open')}</Button>
        </form>
      </details>
    </>
  );
}
