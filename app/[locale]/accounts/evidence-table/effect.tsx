import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { spoken } from '../../../../lib/ids.ts';
import type { TableEffect } from '../../../../lib/triage/evidence-table/preview-table.ts';
import type { RowChange, TableRow } from '../../../../lib/triage/evidence-table/rows.ts';
import { Button } from '../../../_ui/button.tsx';
import { DataTable } from '../../../_ui/data-table.tsx';
import { TextArea } from '../../../_ui/form/text-field.tsx';
import type { Answer } from '../_parts/answer.ts';
import { save } from './actions.ts';
import { tableWords } from './words.ts';

type Props = {
  locale: Locale;
  basedOn: number;
  rows: TableRow[];
  changes: RowChange[];
  effect: TableEffect[];
  answer: Answer;
};

/** What another table would change, and the form that saves it. */
export async function Effect({ locale, basedOn, rows, changes, effect, answer }: Props) {
  const t = await getTranslations({ locale, namespace: 'ledger' });
  const words = await tableWords(locale);
  const open = effect.filter(({ verified }) => !verified).length;
  return (
    <section aria-labelledby="effect-title">
      <h2 id="effect-title">{t('classes.effect')}</h2>
      <ul>
        {changes.map(({ kind, condition, before, after }) => (
          <li key={`${kind}.${condition}`}>
            {words.kind(kind)}, {words.condition(condition)}: {words.evidenceClass(before)} →{' '}
            {words.evidenceClass(after)}
          </li>
        ))}
      </ul>
      <p>{t('classes.counts', { open, verified: effect.length - open })}</p>
      {effect.length > 0 && (
        <DataTable
          id="effect"
          caption={t('classes.effect')}
          captionHidden
          columns={(['incident', 'piece', 'before', 'after', 'state'] as const).map((key) => ({
            key,
            label: t(`classes.${key}`),
          }))}
          rows={effect.slice(0, 200).map((one) => ({
            key: one.ref,
            cells: {
              incident: spoken.incident(one.incident),
              piece: one.ref,
              before: words.evidenceClass(one.before),
              after: words.evidenceClass(one.after),
              state: one.verified ? t('classes.verifiedStays') : t('classes.openChanges'),
            },
          }))}
        />
      )}
      <form className="account-form" action={save.bind(null, locale, basedOn)}>
        {rows.map(({ kind, condition, evidenceClass }) => (
          <input key={`${kind}.${condition}`} type="hidden" name={`class.${kind}.${condition}`} value={evidenceClass} />
        ))}
        <TextArea
          name="reason"
          label={t('reason')}
          rows={2}
          error={answer.form === 'table' ? answer.errorOf('reason') : undefined}
          defaultValue={answer.valueOf('reason')}
          required
        />
        <Button>{t('classes.save')}</Button>
      </form>
    </section>
  );
}
