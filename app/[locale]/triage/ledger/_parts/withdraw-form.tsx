import { getTranslations } from 'next-intl/server';
import { spoken } from '../../../../../lib/ids.ts';
import { Button } from '../../../../_ui/button.tsx';
import { SelectField } from '../../../../_ui/form/text-field.tsx';
import { Reason, Section } from '../../_parts/form-parts.tsx';
import { withdrawEvidence } from '../actions.ts';
import type { LedgerPart } from './evidence-form.tsx';

/** Takes a recorded piece out of the ledger; it stays on record with the reason. */
export async function WithdrawForm({ locale, path, ledger, answer }: LedgerPart) {
  const t = await getTranslations({ locale, namespace: 'ledger' });
  const items = ledger.pieces.flatMap(({ item }) => item ?? []);
  if (items.length === 0) return null;
  return (
    <Section form="withdrawEvidence" title={t('withdraw.title')} answer={answer}>
      <form action={withdrawEvidence.bind(null, locale, path, ledger.incident.id)}>
        <SelectField
          name="withdrawEvidence-itemId"
          label={t('column.piece')}
          options={items.map(({ id, number }) => ({ value: id, label: spoken.evidence(number) }))}
          defaultValue={answer.valueOf('withdrawEvidence', 'itemId')}
        />
        <Reason form="withdrawEvidence" label={t('reason')} answer={answer} />
        <Button kind="second">{t('withdraw.button')}</Button>
      </form>
    </Section>
  );
}
