import { formatDate } from '../../../lib/i18n/formats.ts';
import type { followUp } from '../../../lib/reports/follow-up.ts';
import { Facts } from '../../_ui/facts.tsx';
import { ErrorSummary } from '../../_ui/form/error-summary.tsx';
import { TextField } from '../../_ui/form/text-field.tsx';
import type { Asking } from '../reports/new/asking.ts';

export type Followed = Awaited<ReturnType<typeof followUp>>;
type Props = { asking: Asking; typed?: string; followed?: Followed; ended?: boolean; error?: string; minutes?: number };

/** How far a report is, for whoever holds its receipt, and the way to take it back. */
export function FollowUp({
  asking: { t, common, error: words, label, locale },
  typed = '',
  followed,
  ended,
  error,
  minutes = 1,
}: Props) {
  const action = `/${locale}/follow-up`;
  const refused = error && words(error, { minutes });
  if (!followed)
    return (
      <form method="post" action={action}>
        <ErrorSummary title={common('errorSummary')} errors={refused ? [{ name: 'receipt', message: refused }] : []} />
        <h1>{t('followUp.title')}</h1>
        <TextField
          name="receipt"
          label={t('followUp.label')}
          hint={t('followUp.hint')}
          error={refused}
          defaultValue={typed}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <button type="submit" className="button">
          {t('followUp.show')}
        </button>
      </form>
    );
  return (
    <>
      <h1>{t('followUp.title')}</h1>
      <Facts
        items={[
          { term: t('followUp.received'), detail: formatDate(locale, followed.submittedAt) },
          { term: t('followUp.state'), detail: label('reportStates', followed.state) },
        ]}
      />
      {ended && <p role="status">{t('followUp.consents.ended')}</p>}
      {followed.practice && <p>{t('practice.after')}</p>}
      {followed.state === 'withdrawn' ? (
        <p role="status">{t('followUp.withdrawn')}</p>
      ) : (
        <>
          <Consents asking={{ t, label }} action={action} typed={typed} followed={followed} />
          <form method="post" action={action}>
            <h2>{t('followUp.withdrawTitle')}</h2>
            <p>{t('followUp.withdrawText')}</p>
            <input type="hidden" name="receipt" value={typed} />
            <button type="submit" className="button button-warning" name="go" value="withdraw">
              {t('followUp.withdraw')}
            </button>
          </form>
        </>
      )}
    </>
  );
}

type Agreed = { asking: Pick<Asking, 't' | 'label'>; action: string; typed: string; followed: Followed };

/** What was agreed to, each purpose with the way to take it back by itself. */
function Consents({ asking: { t, label }, action, typed, followed }: Agreed) {
  return (
    <form method="post" action={action}>
      <h2>{t('followUp.consents.title')}</h2>
      <p>{t(followed.consents.length > 0 ? 'followUp.consents.text' : 'followUp.consents.none')}</p>
      <input type="hidden" name="receipt" value={typed} />
      {followed.consents.map((purpose) => (
        <p key={purpose}>
          {label('consentPurposes', purpose)}{' '}
          <button type="submit" className="button button-second" name="go" value={`consent:${purpose}`}>
            {t('followUp.consents.end')}
            <span className="visually-hidden"> {label('consentPurposes', purpose)}</span>
          </button>
        </p>
      ))}
    </form>
  );
}
