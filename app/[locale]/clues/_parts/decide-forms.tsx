import { getTranslations } from 'next-intl/server';
import type { ModeratorClue } from '../../../../lib/clues/get-clue.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { Button } from '../../../_ui/button.tsx';
import type { Answer } from '../../triage/_parts/answer.ts';
import { Reason, Section } from '../../triage/_parts/form-parts.tsx';
import { Key } from '../../triage/_parts/key.tsx';
import { decideClue } from '../actions.ts';

type Props = { locale: Locale; clue: ModeratorClue; answer: Answer };

/** Which decisions the clue's state allows; who may not take one is told so by the verb. */
export async function DecideForms({ locale, clue, answer }: Props) {
  const t = await getTranslations({ locale, namespace: 'clues' });
  const triage = await getTranslations({ locale, namespace: 'triage' });
  const decisions =
    ({ proposed: ['verify', 'send_back'], verified: ['withdraw'] } as const)[clue.state as 'proposed'] ?? [];
  return (
    <>
      {clue.state === 'proposed' && (
        <p className="small decide-keys">
          {!clue.refusal && (
            <span>
              <Key>V</Key> {t('decide.verify')}
            </span>
          )}{' '}
          <a href="#send_back-reason" data-code="KeyW">
            <Key>W</Key> {t('decide.send_back')}
          </a>
        </p>
      )}
      {decisions.map((decision) => (
        <Section key={decision} form={decision} title={t(`decide.${decision}`)} answer={answer}>
          <form action={decideClue.bind(null, locale, `/clues/${clue.id}`, decision)}>
            {decision === 'verify' && clue.refusal && (
              <p className="small conflict">▲ {triage(`problems.same_person_${clue.refusal}`)}</p>
            )}
            <input type="hidden" name="clueId" value={clue.id} />
            <input type="hidden" name="version" value={clue.version} />
            <Reason form={decision} label={decision === 'verify' ? t('note') : t('reason')} answer={answer} />
            <Button
              kind={decision === 'verify' ? 'primary' : 'second'}
              data-code={decision === 'verify' && !clue.refusal ? 'KeyV' : undefined}
            >
              {t(`decide.${decision}`)}
            </Button>
          </form>
        </Section>
      ))}
    </>
  );
}
