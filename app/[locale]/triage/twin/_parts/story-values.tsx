import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import type { IncidentStory } from '../../../../../lib/triage/incidents/get-incident-story.ts';
import { Button } from '../../../../_ui/button.tsx';
import type { Answer } from '../../_parts/answer.ts';
import { Reason, Section } from '../../_parts/form-parts.tsx';
import { Key } from '../../_parts/key.tsx';
import { choose } from '../actions.ts';
import { Basis, names } from './value-lines.tsx';
import { valueWords } from './value-words.ts';

type Props = { locale: Locale; path: string; story: IncidentStory; answer: Answer };
type Value = IncidentStory['values'][number];

/** Every field: the value that counts and whose it is; where reports differ, all values, and a choice with its reason. */
export async function StoryValues({ locale, path, story, answer }: Props) {
  const t = await getTranslations({ locale, namespace: 'incidents' });
  const told = story.values.filter(({ told }) => told.length > 0);
  const open = told.filter(({ told, differs, basis }) => told.length > 1 && differs && basis !== 'chosen');
  const shown = await Promise.all(
    told.map(async (value) => ({
      value,
      counts: value.counts === null ? t('untold') : await valueWords(locale, value.field, value.counts),
    })),
  );
  return (
    <>
      {open.length > 0 && (
        <p className="small conflict">
          ▲ {t('story.differ', { count: open.length })}{' '}
          {!story.isVerified && (
            <a href={`#choose-${open[0]!.field}-0`} data-code="KeyC">
              {t('story.decide')} <Key>C</Key>
            </a>
          )}
        </p>
      )}
      <dl className="facts story-values">
        {shown.map(({ value, counts }) => (
          <div key={value.field}>
            <dt>{t(`field.${value.field}`)}</dt>
            <dd>
              <strong>{counts}</strong> <Basis locale={locale} value={value} />
              {value.told.length > 1 && !story.isVerified && (
                <Choose locale={locale} path={path} story={story} value={value} answer={answer} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

async function Choose({ locale, path, story, value, answer }: Props & { value: Value }) {
  const t = await getTranslations({ locale, namespace: 'incidents' });
  const form = `choose-${value.field}`;
  const { choice } = value;
  const options = await Promise.all(
    value.told.map(async (one) => ({
      reportId: one.reports[0]!.id,
      chosen: one.reports.some(({ id }) => id === (choice?.reportId ?? value.from?.id)),
      label: `${await valueWords(locale, value.field, one.value)} (${names(one.reports)})`,
    })),
  );
  return (
    <Section form={form} title={t('choose.open')} answer={answer}>
      <form action={choose.bind(null, locale, path, value.field)}>
        <input type="hidden" name="incidentId" value={story.id} />
        <input type="hidden" name="version" value={story.version} />
        <fieldset className="choose-values">
          <legend>{t('choose.which')}</legend>
          {options.map(({ reportId, chosen, label }, i) => (
            <p className="tick" key={reportId}>
              <input
                type="radio"
                id={`${form}-${i}`}
                name={`${form}-reportId`}
                value={reportId}
                defaultChecked={chosen}
              />{' '}
              <label htmlFor={`${form}-${i}`}>{label}</label>
            </p>
          ))}
          {choice && (
            <p className="tick">
              <input type="radio" id={`${form}-derive`} name={`${form}-reportId`} value="derive" />{' '}
              <label htmlFor={`${form}-derive`}>{t('choose.derive')}</label>
            </p>
          )}
        </fieldset>
        <Reason form={form} label={t('reason')} answer={answer} />
        <Button kind="second">{t('choose.save')}</Button>
      </form>
    </Section>
  );
}
