import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import { spoken } from '../../../../../lib/ids.ts';
import type { TwinView } from '../../../../../lib/triage/incidents/get-twin.ts';
import { linkKinds } from '../../../../../lib/triage/incidents/input.ts';
import { Button } from '../../../../_ui/button.tsx';
import { SelectField, TextArea } from '../../../../_ui/form/text-field.tsx';
import { LinkButton } from '../../../../_ui/link-button.tsx';
import type { Answer } from '../../_parts/answer.ts';
import { candidateWords } from '../../_parts/candidate-words.ts';
import { Reason, Section } from '../../_parts/form-parts.tsx';
import { Key } from '../../_parts/key.tsx';
import { link, repeat, sameEvent } from '../actions.ts';

type Props = { locale: Locale; path: string; twin: TwinView; answer: Answer };

/** One event, or two that hang together, or two that do not: each with its key. */
export async function DecideSame({ locale, path, twin, answer }: Props) {
  const t = await getTranslations({ locale, namespace: 'incidents' });
  const { a, b, act, candidate } = twin;
  const reasons = candidate ? await candidateWords(locale, candidate.reasons) : '';
  const [one, two] = [a.incident, b.incident];
  return (
    <section className="twin-decide" aria-labelledby="decide-title">
      <h2 id="decide-title">{t('decide.title')}</h2>
      {twin.toldFirst && (
        <p className="small">
          {t(
            'link.told',
            twin.toldFirst === 'a' ? { report: b.name, other: a.name } : { report: a.name, other: b.name },
          )}
        </p>
      )}
      {candidate && <p className="small">{t('decide.offered', { reasons })}</p>}
      {!candidate && act !== 'together' && <p className="small">{t('decide.notOffered')}</p>}
      {act === 'together' && <p>{t('decide.together', { incident: spoken.incident(one?.number ?? 0) })}</p>}
      {act !== 'together' && (
        <form action={sameEvent.bind(null, locale, path)}>
          <input type="hidden" name="a" value={a.name} />
          <input type="hidden" name="aVersion" value={a.version} />
          <input type="hidden" name="b" value={b.name} />
          <input type="hidden" name="bVersion" value={b.version} />
          <TextArea
            name="same-reason"
            label={t(act === 'merge' ? 'decide.reason' : 'decide.reasonOptional')}
            rows={2}
            error={answer.errorOf('same', 'reason')}
            defaultValue={answer.valueOf('same', 'reason') ?? reasons}
          />
          <Button data-code="KeyJ">
            {t(`decide.${act}`, { a: a.name, b: b.name })} <Key>J</Key>
          </Button>
        </form>
      )}
      {a.kind === 'report' && b.kind === 'report' && !one && a.reports[0]?.state !== 'duplicate' && (
        <form action={repeat.bind(null, locale, path)}>
          <input type="hidden" name="reportId" value={a.id} />
          <input type="hidden" name="version" value={a.version} />
          <input type="hidden" name="mergedInto" value={b.id} />
          <input type="hidden" name="reason" value={t('decide.repeatReason', { b: b.name })} />
          <Button kind="second" data-code="KeyR">
            {t('decide.repeat', { a: a.name, b: b.name })} <Key>R</Key>
          </Button>
        </form>
      )}
      <p className="twin-other">
        {one && two && one.id !== two.id && (
          <LinkButton kind="second" href="#link-kind" data-code="KeyL">
            {t('link.open')} <Key>L</Key>
          </LinkButton>
        )}
        <LinkButton
          kind="second"
          href={`/${locale}/triage?state=all&report=${a.reports[0]?.id ?? ''}#case`}
          data-code="KeyB"
        >
          {t('decide.back')} <Key>B</Key>
        </LinkButton>
      </p>
      {one && two && one.id !== two.id && (
        <Section form="link" title={t('link.open')} answer={answer}>
          <form action={link.bind(null, locale, path)}>
            <p className="small">{t('link.why')}</p>
            <input type="hidden" name="incidentId" value={one.id} />
            <input type="hidden" name="version" value={one.version} />
            <input type="hidden" name="link-otherIncidentId" value={two.id} />
            <SelectField
              name="link-kind"
              label={t('link.kind')}
              options={linkKinds.map((value) => ({ value, label: t(`linkKind.${value}`) }))}
              defaultValue={answer.valueOf('link', 'kind')}
            />
            <SelectField
              name="link-first"
              label={t('link.first')}
              options={[
                { value: '', label: t('link.firstUnknown') },
                { value: 'this', label: `A: ${spoken.incident(one.number)}` },
                { value: 'other', label: `B: ${spoken.incident(two.number)}` },
              ]}
              defaultValue={
                answer.valueOf('link', 'first') ?? { a: 'this', b: 'other', none: '' }[twin.toldFirst ?? 'none']
              }
            />
            <Reason form="link" label={t('reason')} answer={answer} />
            <Button kind="second">{t('link.save')}</Button>
          </form>
        </Section>
      )}
    </section>
  );
}
