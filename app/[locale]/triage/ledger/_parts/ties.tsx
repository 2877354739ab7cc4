import { getTranslations } from 'next-intl/server';
import { formatDateTime } from '../../../../../lib/i18n/formats.ts';
import { tieKinds } from '../../../../../lib/triage/evidence-items/input.ts';
import { Button } from '../../../../_ui/button.tsx';
import { SelectField } from '../../../../_ui/form/text-field.tsx';
import { Reason, Section } from '../../_parts/form-parts.tsx';
import { tie, untie } from '../actions.ts';
import type { LedgerPart } from './evidence-form.tsx';

/** Which pieces are one chain of knowledge: recorded by a moderator, taken back with a reason. */
export async function Ties({ locale, path, ledger, answer }: LedgerPart) {
  const t = await getTranslations({ locale, namespace: 'ledger' });
  const triage = await getTranslations({ locale, namespace: 'triage' });
  const refs = ledger.pieces.map(({ ref }) => ({ value: ref, label: ref }));
  return (
    <>
      {refs.length > 1 && (
        <Section form="tie" title={t('tie.title')} answer={answer}>
          <form action={tie.bind(null, locale, path, ledger.incident.id)}>
            <p className="small">{t('tie.lead')}</p>
            {(['one', 'other'] as const).map((name, i) => (
              <SelectField
                key={name}
                name={`tie-${name}`}
                label={t(`tie.${name}`)}
                options={refs}
                error={answer.errorOf('tie', name)}
                defaultValue={answer.valueOf('tie', name) ?? refs[i]?.value}
              />
            ))}
            <SelectField
              name="tie-kind"
              label={t('tie.kind')}
              options={tieKinds.map((value) => ({ value, label: t(`tieKind.${value}`) }))}
              defaultValue={answer.valueOf('tie', 'kind')}
            />
            <Reason form="tie" label={t('reason')} answer={answer} />
            <Button kind="second">{t('tie.button')}</Button>
          </form>
        </Section>
      )}
      {ledger.ties.length > 0 && (
        <>
          <ul className="small">
            {ledger.ties.map((one) => (
              <li key={one.id}>
                {one.oneRef} = {one.otherRef}: {t(`tieKind.${one.kind}`)} · {one.byName} ·{' '}
                {formatDateTime(locale, one.tiedAt)} · {one.reason || triage('wordsErased')}
              </li>
            ))}
          </ul>
          <Section form="untie" title={t('tie.undo')} answer={answer}>
            <form action={untie.bind(null, locale, path, ledger.incident.id)}>
              <SelectField
                name="untie-tieId"
                label={t('tie.which')}
                options={ledger.ties.map((one) => ({ value: one.id, label: `${one.oneRef} = ${one.otherRef}` }))}
                defaultValue={answer.valueOf('untie', 'tieId')}
              />
              <Reason form="untie" label={t('reason')} answer={answer} />
              <Button kind="second">{t('tie.undo')}</Button>
            </form>
          </Section>
        </>
      )}
    </>
  );
}
