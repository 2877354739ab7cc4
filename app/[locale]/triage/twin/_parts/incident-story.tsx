import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import { spoken } from '../../../../../lib/ids.ts';
import { getIncidentStory } from '../../../../../lib/triage/incidents/get-incident-story.ts';
import { requestContext } from '../../../../_http/context.ts';
import type { Answer } from '../../_parts/answer.ts';
import { SplitForm } from './split-form.tsx';
import { LastAct, StoryEvents } from './story-events.tsx';
import { StoryLinks } from './story-links.tsx';
import { StoryValues } from './story-values.tsx';
import '../twin.css';

type Props = { locale: Locale; incidentId: string; path: string; answer: Answer };

/** What an incident is held to be and why: its values with who told and chose them, its links, its acts and how to undo them. */
export async function IncidentStory({ locale, incidentId, path, answer }: Props) {
  const t = await getTranslations({ locale, namespace: 'incidents' });
  const story = await getIncidentStory(await requestContext(), incidentId);
  const parts = { locale, path, story, answer };
  return (
    <section className="incident-story" aria-labelledby="story-title">
      <h3 id="story-title">{t('story.title', { incident: spoken.incident(story.number) })}</h3>
      <LastAct {...parts} />
      <StoryValues {...parts} />
      <StoryLinks {...parts} />
      {!story.isVerified && story.reports.length > 1 && <SplitForm {...parts} />}
      <StoryEvents {...parts} />
    </section>
  );
}
