import { getTranslations } from 'next-intl/server';
import { communities } from '../../../../lib/accounts/input.ts';
import type { Organisation } from '../../../../lib/accounts/organisations/list-organisations.ts';
import type { Context } from '../../../../lib/context.ts';
import { getVerifierRule } from '../../../../lib/deployment/verifier-rule.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { Button } from '../../../_ui/button.tsx';
import { SelectField } from '../../../_ui/form/text-field.tsx';
import type { Answer } from '../_parts/answer.ts';
import { saveCommunity } from './community-actions.ts';

type Props = { ctx: Context; locale: Locale; path: string; organisation: Organisation; answer: Answer };

/** For the rule on the second person only; administrators see it, nobody else. */
export async function CommunityForm({ ctx, locale, path, organisation, answer }: Props) {
  const t = await getTranslations({ locale, namespace: 'ledger' });
  const { labels } = await getVerifierRule(ctx);
  const label = (value: (typeof communities)[number]) =>
    value === 'neutral' ? t('community.neutral') : (labels[value] ?? t(`community.${value}`));
  return (
    <form className="account-form" action={saveCommunity.bind(null, locale, path)}>
      <h2>{t('community.title')}</h2>
      <input type="hidden" name="organisationId" value={organisation.organisationId} />
      <input type="hidden" name="version" value={organisation.version} />
      <SelectField
        name="community"
        label={t('community.label')}
        hint={t('community.hint')}
        options={[
          { value: '', label: t('community.unknown') },
          ...communities.map((value) => ({ value, label: label(value) })),
        ]}
        defaultValue={answer.valueOf('community') ?? organisation.community ?? ''}
      />
      <Button kind="second">{t('community.save')}</Button>
    </form>
  );
}
