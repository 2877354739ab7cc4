import { getTranslations } from 'next-intl/server';
import type { Deployment } from '../../../../lib/deployment/get-deployment.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { Fieldset } from '../../../_ui/form/fieldset.tsx';
import { TextField } from '../../../_ui/form/text-field.tsx';
import type { Answer } from '../_parts/answer.ts';
import { numberField, numberParts, numberRows } from './numbers.ts';

type Props = { locale: Locale; numbers: Deployment['emergencyNumbers']; answer: Answer };

export async function NumberFields({ locale, numbers, answer }: Props) {
  const t = await getTranslations({ locale, namespace: 'accounts' });
  const labels = {
    country: t('deployment.country'),
    label: t('deployment.numberLabel'),
    number: t('deployment.numberDigits'),
  };
  return (
    <Fieldset
      name="emergencyNumbers"
      label={t('deployment.numbers')}
      hint={t('deployment.numbersHint')}
      error={answer.errorOf('emergencyNumbers')}
    >
      {numberRows.map((row) => (
        <Fieldset key={row} name={`emergencyNumbers.${row}`} label={t('deployment.number', { n: row + 1 })}>
          <div className="account-numbers">
            {numberParts.map((part) => {
              const name = numberField(row, part);
              return (
                <TextField
                  key={part}
                  name={name}
                  label={labels[part]}
                  error={answer.errorOf(name)}
                  defaultValue={answer.valueOf(name) ?? numbers[row]?.[part] ?? ''}
                  autoComplete="off"
                  inputMode={part === 'number' ? 'tel' : undefined}
                />
              );
            })}
          </div>
        </Fieldset>
      ))}
    </Fieldset>
  );
}
