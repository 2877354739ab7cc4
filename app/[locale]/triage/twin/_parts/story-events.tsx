import { getTranslations } from 'next-intl/server';
import { formatDateTime } from '../../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import { spoken } from '../../../../../lib/ids.ts';
import type { IncidentStory } from '../../../../../lib/triage/incidents/get-incident-story.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Key } from '../../_parts/key.tsx';
import { undo } from '../actions.ts';

type Props = { locale: Locale; path: string; story: IncidentStory };
type Event = IncidentStory['events'][number];

/** The last act that can be undone, with its button and key: there for as long as nothing later was done. */
export async function LastAct({ locale, path, story }: Props) {
  const t = await getTranslations({ locale, namespace: 'incidents' });
  const last = story.events.findLast(({ canUndo }) => canUndo);
  if (!last) return null;
  return (
    <form action={undo.bind(null, locale, path)} className="last-act small">
      <input type="hidden" name="eventId" value={last.id} />
      <input type="hidden" name="version" value={story.version} />
      <span>
        {t('events.last', { what: t(`act.${last.kind as 'merge'}`) })} · {last.by} · {formatDateTime(locale, last.at)}
      </span>
      <Button kind="second" data-code="KeyU">
        {t('events.undo')} <Key>U</Key>
      </Button>
    </form>
  );
}

/** What was done to the incident, newest first; whatever can be undone has its button. */
export async function StoryEvents({ locale, path, story }: Props) {
  const t = await getTranslations({ locale, namespace: 'incidents' });
  const newest = [...story.events].reverse();
  if (newest.length === 0) return null;
  const told = (event: Event) => [
    event.otherNumber !== null &&
      spoken.incident(event.otherNumber === story.number ? event.incidentNumber : event.otherNumber),
    event.reports.map((number) => spoken.report(number)).join(', '),
    event.field && t(`field.${event.field}`),
    event.linkKind && t(`linkKind.${event.linkKind}`),
    event.reason,
  ];
  return (
    <details className="case-form story-events">
      <summary>{t('events.title', { count: newest.length })}</summary>
      <ol className="timeline">
        {newest.map((event) => (
          <li key={event.id}>
            <p>
              <strong>
                {event.undoes
                  ? t('events.undone', { what: t(`act.${event.undoes}` as 'act.merge') })
                  : t(`act.${event.kind as 'merge'}`)}
              </strong>
              {event.by && ` · ${event.by}`}
              {event.isUndone && ` · ${t('events.isUndone')}`}
            </p>
            <p className="small quiet">{formatDateTime(locale, event.at)}</p>
            <p className="small">{told(event).filter(Boolean).join(' · ')}</p>
            {event.canUndo && (
              <form action={undo.bind(null, locale, path)}>
                <input type="hidden" name="eventId" value={event.id} />
                <input type="hidden" name="version" value={story.version} />
                <Button kind="second" aria-label={t('events.undoThis', { what: t(`act.${event.kind as 'merge'}`) })}>
                  {t('events.undo')}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
