import { getTranslations } from 'next-intl/server';
import { organisationKinds } from '../../../../lib/accounts/input.ts';
import type { Organisation } from '../../../../lib/accounts/organisations/list-organisations.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { Button } from '../../../_ui/button.tsx';
import { SelectField, TextArea, TextField } from '../../../_ui/form/text-field.tsx';
import type { Answer } from '../_parts/answer.ts';
import { close, save } from './actions.ts';

type Props = { locale: Locale; organisation: Organisation | undefined; answer: Answer };

export async function OrganisationForm({ locale, organisation, answer }: Props) {
  const t = await getTranslations({ locale, namespace: 'accounts' });
  const typed = (name: string, standing: string | null | undefined) => answer.valueOf(name) ?? standing ?? '';
  return (
    <>
      <form className="account-form" action={save.bind(null, locale)}>
        <h2>{organisation ? t('organisations.change') : t('organisations.add')}</h2>
        {organisation && (
          <>
            <input type="hidden" name="organisationId" value={organisation.organisationId} />
            <input type="hidden" name="version" value={organisation.version} />
          </>
        )}
        <TextField
          name="name"
          label={t('organisations.name')}
          error={answer.errorOf('name')}
          defaultValue={typed('name', organisation?.name)}
          autoComplete="off"
          required
        />
        <SelectField
          name="kind"
          label={t('organisations.kind')}
          error={answer.errorOf('kind')}
          options={organisationKinds.map((value) => ({ value, label: t(`organisationKinds.${value}`) }))}
          defaultValue={typed('kind', organisation?.kind) || 'ngo'}
          width="full"
        />
        <TextArea
          name="agreementText"
          label={t('organisations.agreementText')}
          hint={t('organisations.agreementHint')}
          error={answer.errorOf('agreementText')}
          defaultValue={typed('agreementText', organisation?.agreementText)}
        />
        <TextField
          name="agreementUntil"
          type="date"
          width="half"
          label={t('organisations.agreementUntil')}
          error={answer.errorOf('agreementUntil')}
          defaultValue={typed('agreementUntil', organisation?.agreementUntil?.toISOString().slice(0, 10))}
        />
        <Button>{t('deployment.save')}</Button>
      </form>
      {organisation && (
        <form className="account-form" action={close.bind(null, locale)}>
          <h2>{t('organisations.close')}</h2>
          <p>{t('organisations.closeHint')}</p>
          <input type="hidden" name="organisationId" value={organisation.organisationId} />
          <Button kind="warning">{t('organisations.close')}</Button>
        </form>
      )}
    </>
  );
}
