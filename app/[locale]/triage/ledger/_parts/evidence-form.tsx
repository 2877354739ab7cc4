import { getTranslations } from 'next-intl/server';
import type { Ledger } from '../../../../../lib/clues/get-ledger.ts';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import { spoken } from '../../../../../lib/ids.ts';
import { evidenceItemKinds, itemConsents } from '../../../../../lib/triage/evidence-items/input.ts';
import { Button } from '../../../../_ui/button.tsx';
import { SendingId } from '../../../../_ui/form/sending-id.tsx';
import { SelectField, TextArea, TextField } from '../../../../_ui/form/text-field.tsx';
import { WatchedForm } from '../../../../_ui/form/watched-form.tsx';
import { AdmiraltyFields } from '../../_parts/admiralty-fields.tsx';
import type { Answer } from '../../_parts/answer.ts';
import { Section, Tick } from '../../_parts/form-parts.tsx';
import { addEvidence } from '../actions.ts';

export type LedgerPart = { locale: Locale; path: string; ledger: Ledger; answer: Answer };

/** A piece that is no report, with its own grade; it may replace an earlier one. */
export async function EvidenceForm({ locale, path, ledger, answer }: LedgerPart) {
  const t = await getTranslations({ locale, namespace: 'ledger' });
  const triage = await getTranslations({ locale, namespace: 'triage' });
  const field = (name: string) => ({
    name: `evidence-${name}`,
    error: answer.errorOf('evidence', name),
    defaultValue: answer.valueOf('evidence', name),
  });
  const ticked = (name: string) => answer.valueOf('evidence', name) === 'yes';
  const choose = { value: '', label: triage('grade.choose') };
  const items = ledger.pieces.flatMap(({ item }) => item ?? []);
  return (
    <Section form="evidence" title={t('add.title')} answer={answer}>
      <WatchedForm action={addEvidence.bind(null, locale, path, ledger.incident.id)} unsaved={triage('unsaved')}>
        <SendingId name="evidence-id" />
        <SelectField
          {...field('kind')}
          label={t('add.kind')}
          options={[choose, ...evidenceItemKinds.map((value) => ({ value, label: t(`itemKind.${value}`) }))]}
        />
        <TextArea {...field('summary')} label={t('add.summary')} hint={t('add.summaryHint')} rows={3} />
        <TextField
          {...field('reference')}
          label={t('add.reference')}
          hint={t('add.referenceHint')}
          autoComplete="off"
        />
        <TextField {...field('datedOn')} label={t('add.datedOn')} type="date" width="half" />
        <TextField
          {...field('locatedMetres')}
          label={t('add.located')}
          hint={t('add.locatedHint')}
          inputMode="decimal"
          width="short"
        />
        <Tick name="evidence-detonationAttested" label={t('add.detonation')} checked={ticked('detonationAttested')} />
        <Tick name="evidence-recordChecked" label={triage('grade.record')} checked={ticked('recordChecked')} />
        <AdmiraltyFields locale={locale} form="evidence" answer={answer} />
        <TextField
          {...field('independenceGroup')}
          label={triage('grade.chain')}
          hint={triage('grade.chainHint')}
          autoComplete="off"
        />
        <SelectField
          {...field('consent')}
          label={t('add.consent')}
          options={[choose, ...itemConsents.map((value) => ({ value, label: t(`consent.${value}`) }))]}
        />
        {items.length > 0 && (
          <>
            <SelectField
              {...field('supersedesId')}
              label={t('add.replaces')}
              options={[
                { value: '', label: t('add.replacesNone') },
                ...items.map(({ id, number }) => ({ value: id, label: spoken.evidence(number) })),
              ]}
            />
            <TextField {...field('reason')} label={t('add.replacesWhy')} autoComplete="off" />
          </>
        )}
        <Button kind="second">{t('add.button')}</Button>
      </WatchedForm>
    </Section>
  );
}
