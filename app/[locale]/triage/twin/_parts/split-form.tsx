import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import { spoken } from '../../../../../lib/ids.ts';
import type { IncidentStory } from '../../../../../lib/triage/incidents/get-incident-story.ts';
import { Button } from '../../../../_ui/button.tsx';
import type { Answer } from '../../_parts/answer.ts';
import { Reason, Section } from '../../_parts/form-parts.tsx';
import { split } from '../actions.ts';

type Props = { locale: Locale; path: string; story: IncidentStory; answer: Answer };

/** Takes reports out into a new incident; at least one stays. */
export async function SplitForm({ locale, path, story, answer }: Props) {
  const t = await getTranslations({ locale, namespace: 'incidents' });
  const triage = await getTranslations({ locale, namespace: 'triage' });
  return (
    <Section form="split" title={t('split.title')} answer={answer}>
      <form action={split.bind(null, locale, path)}>
        <input type="hidden" name="incidentId" value={story.id} />
        <input type="hidden" name="version" value={story.version} />
        <fieldset className="choose-values">
          <legend>{t('split.which')}</legend>
          {story.reports.map(({ id, number, kind }) => (
            <p className="tick" key={id}>
              <input type="checkbox" id={`split-${id}`} name="split-reportIds" value={id} />{' '}
              <label htmlFor={`split-${id}`}>
                {spoken.report(number)}, {triage(`kind.${kind}`)}
              </label>
            </p>
          ))}
        </fieldset>
        <Reason form="split" label={t('reason')} answer={answer} />
        <Button kind="second">{t('split.save')}</Button>
      </form>
    </Section>
  );
}
