import type { followUp } from '../../../lib/reports/follow-up.ts';
import { Button } from '../../_ui/button.tsx';
import { Facts } from '../../_ui/facts.tsx';
import { TextField } from '../../_ui/form/text-field.tsx';
import type { Asking } from '../reports/new/asking.ts';

export type Followed = Awaited<ReturnType<typeof followUp>>;
type Props = { asking: Asking; typed?: string; followed?: Followed; error?: string; minutes?: number };

/** How far a report is, for whoever holds its receipt, and the way to take it back. */
export function FollowUp({
  asking: { t, error: words, label, locale },
  typed = '',
  followed,
  error,
  minutes = 1,
}: Props) {
  const action = `/${locale}/follow-up`;
  if (!followed)
    return (
      <form method="post" action={action}>
        <h1>{t('followUp.title')}</h1>
        <TextField
          name="receipt"
          label={t('followUp.label')}
          hint={t('followUp.hint')}
          error={error && words(error, { minutes })}
          defaultValue={typed}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <Button>{t('followUp.show')}</Button>
      </form>
    );
  const received = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Asia/Baku' });
  return (
    <>
      <h1>{t('followUp.title')}</h1>
      <Facts
        items={[
          { term: t('followUp.number'), detail: followed.spokenId },
          { term: t('followUp.received'), detail: received.format(followed.submittedAt) },
          { term: t('followUp.state'), detail: label('reportStates', followed.state) },
        ]}
      />
      {followed.practice && <p>{t('practice.after')}</p>}
      {followed.state === 'withdrawn' ? (
        <p role="status">{t('followUp.withdrawn')}</p>
      ) : (
        <form method="post" action={action}>
          <h2>{t('followUp.withdrawTitle')}</h2>
          <p>{t('followUp.withdrawText')}</p>
          <input type="hidden" name="receipt" value={typed} />
          <Button kind="warning" name="go" value="withdraw">
            {t('followUp.withdraw')}
          </Button>
        </form>
      )}
    </>
  );
}
