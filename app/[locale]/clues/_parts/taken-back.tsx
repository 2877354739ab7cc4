import { getTranslations } from 'next-intl/server';
import type { ModeratorClue } from '../../../../lib/clues/get-clue.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { spoken } from '../../../../lib/ids.ts';
import { Button } from '../../../_ui/button.tsx';
import { Notice } from '../../../_ui/notice.tsx';
import type { Answer } from '../../triage/_parts/answer.ts';
import { Reason, Section } from '../../triage/_parts/form-parts.tsx';
import { decideClue } from '../actions.ts';

type Props = { locale: Locale; clue: ModeratorClue; answer: Answer };

/** Every reporter took the report back: the ways to decide whether the clue stands; nothing of who they were. */
export async function TakenBack({ locale, clue, answer }: Props) {
  const t = await getTranslations({ locale, namespace: 'clues' });
  const later = await getTranslations({ locale, namespace: 'ledger.later' });
  const differs = Object.keys(clue.now?.moved ?? {}).length > 0;
  return (
    <Notice kind="warning" title={t('takenBack.title', { clue: spoken.clue(clue.number) })}>
      <p>{t('takenBack.lead')}</p>
      <ul>
        <li>
          <a href="#withdraw-reason">{t('decide.withdraw')}</a>
        </li>
        {differs && (
          <li>
            <a href="#correct-reason">{later('correct')}</a>
          </li>
        )}
        <li>
          <a href="#supersede-by">{later('supersede')}</a>
        </li>
      </ul>
      <Section form="keep" title={t('decide.keep')} answer={answer}>
        <form action={decideClue.bind(null, locale, `/clues/${clue.id}`, 'keep')}>
          <input type="hidden" name="clueId" value={clue.id} />
          <input type="hidden" name="version" value={clue.version} />
          <Reason form="keep" label={t('reason')} hint={t('takenBack.reasonHint')} answer={answer} />
          <Button kind="second">{t('decide.keep')}</Button>
        </form>
      </Section>
    </Notice>
  );
}
