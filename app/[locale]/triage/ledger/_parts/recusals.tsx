import { getTranslations } from 'next-intl/server';
import type { Context } from '../../../../../lib/context.ts';
import { formatDateTime } from '../../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import { listModerators } from '../../../../../lib/triage/recusals/list-moderators.ts';
import { listRecusals } from '../../../../../lib/triage/recusals/list-recusals.ts';
import { Button } from '../../../../_ui/button.tsx';
import { SelectField } from '../../../../_ui/form/text-field.tsx';
import type { Answer } from '../../_parts/answer.ts';
import { Reason, Section } from '../../_parts/form-parts.tsx';
import { recuseFrom } from '../actions.ts';

type Props = { ctx: Context; locale: Locale; path: string; incidentId: string; answer: Answer };

/** Who takes no part in the decisions on an incident, and the form to step back; a lead may ask it of another. */
export async function Recusals({ ctx, locale, path, incidentId, answer }: Props) {
  const t = await getTranslations({ locale, namespace: 'ledger' });
  const { actor } = ctx;
  if (actor.type !== 'user') return null;
  const recusals = await listRecusals(ctx, incidentId);
  const people = actor.role === 'lead' ? await listModerators(ctx) : [];
  const free = people.filter(({ userId }) => !recusals.some((one) => one.userId === userId));
  const mine = recusals.some(({ userId }) => userId === actor.userId);
  const others = free.filter(({ userId }) => userId !== actor.userId);
  const choices = [
    ...(mine ? [] : [{ value: actor.userId, label: t('recuse.myself') }]),
    ...others.map(({ userId, name }) => ({ value: userId, label: name })),
  ];
  return (
    <>
      {recusals.length > 0 && (
        <ul className="small">
          {recusals.map(({ userId, name, byName, byThemself, at, reason }) => (
            <li key={userId}>
              {byThemself
                ? t('recuse.line', { name, at: formatDateTime(locale, at) })
                : t('recuse.lineByLead', { name, by: byName, at: formatDateTime(locale, at) })}
              {reason && ` ${t('recuse.because', { reason })}`}
            </li>
          ))}
        </ul>
      )}
      {choices.length > 0 && (
        <Section form="recuse" title={t('recuse.title')} answer={answer}>
          <form action={recuseFrom.bind(null, locale, path, incidentId)}>
            <p className="small">{t('recuse.lead')}</p>
            {others.length > 0 && (
              <SelectField
                name="recuse-userId"
                label={t('recuse.person')}
                options={choices}
                defaultValue={answer.valueOf('recuse', 'userId')}
              />
            )}
            <Reason form="recuse" label={t('recuse.reason')} answer={answer} />
            <Button kind="second">{t('recuse.button')}</Button>
          </form>
        </Section>
      )}
    </>
  );
}
