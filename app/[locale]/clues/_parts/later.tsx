import { getTranslations } from 'next-intl/server';
import { getClueVersions } from '../../../../lib/clues/corrections/get-clue-versions.ts';
import type { ModeratorClue } from '../../../../lib/clues/get-clue.ts';
import type { Context } from '../../../../lib/context.ts';
import { formatDateTime } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { spoken } from '../../../../lib/ids.ts';
import { Button } from '../../../_ui/button.tsx';
import { TextField } from '../../../_ui/form/text-field.tsx';
import { Notice } from '../../../_ui/notice.tsx';
import type { Answer } from '../../triage/_parts/answer.ts';
import { differenceLines } from '../../triage/_parts/differences.ts';
import { Reason, Section } from '../../triage/_parts/form-parts.tsx';
import { decideLater, type LaterForm } from './later-actions.ts';

type Props = { ctx: Context; locale: Locale; clue: ModeratorClue; answer: Answer };

/** What follows a verified clue: corrections by two persons with the values before, and what replaced what. */
export async function Later({ ctx, locale, clue, answer }: Props) {
  const t = await getTranslations({ locale, namespace: 'ledger' });
  const triage = await getTranslations({ locale, namespace: 'triage' });
  const { open, past, replaces, replacedBy } = await getClueVersions(ctx, clue);
  const moved = Object.keys(clue.now?.moved ?? {}).length > 0;
  const table = clue.now?.table;
  const link = ({ id, number }: { id: string; number: number }) => (
    <a key={id} href={`/${locale}/clues/${id}`}>
      {spoken.clue(number)}{' '}
    </a>
  );
  const form = (name: LaterForm, correctionId?: string) => (
    <Section form={name} title={t(`later.${name}`)} answer={answer}>
      <form action={decideLater.bind(null, locale, `/clues/${clue.id}`, name)}>
        <input type="hidden" name="clueId" value={clue.id} />
        <input type="hidden" name="version" value={clue.version} />
        {correctionId && <input type="hidden" name="correctionId" value={correctionId} />}
        <p className="small">{t(`laterLead.${name}`)}</p>
        {name === 'supersede' && (
          <TextField
            name="supersede-by"
            label={t('later.by')}
            width="short"
            placeholder="C-12"
            autoComplete="off"
            error={answer.errorOf('supersede', 'by')}
            defaultValue={answer.valueOf('supersede', 'by')}
          />
        )}
        <Reason form={name} label={name === 'confirmCorrection' ? t('later.note') : t('reason')} answer={answer} />
        <Button kind="second">{t(`later.${name}`)}</Button>
      </form>
    </Section>
  );
  return (
    <>
      {table && table.gradedWith !== table.now && (
        <p className="small">
          {t('later.olderTable', { was: table.gradedWith, now: table.now })}{' '}
          {moved ? t('later.wouldBe') : t('later.wouldStay')}
        </p>
      )}
      {replacedBy && (
        <p>
          {t('later.replacedBy')} {link(replacedBy)}
        </p>
      )}
      {replaces.length > 0 && (
        <p>
          {t('later.replaces')} {replaces.map(link)}
        </p>
      )}
      {open && (
        <Notice title={t('later.open', { name: open.proposedByName, at: formatDateTime(locale, open.proposedAt) })}>
          <ul>
            {(await differenceLines(locale, open.changed)).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p>{open.reason || triage('wordsErased')}</p>
        </Notice>
      )}
      {open && form('confirmCorrection', open.id)}
      {open && form('sendBackCorrection', open.id)}
      {clue.state === 'verified' && !open && moved && form('correct')}
      {clue.state === 'verified' && form('supersede')}
      {past.length > 0 && (
        <>
          <h2>{t('later.versions')}</h2>
          <ul className="small">
            {
              await Promise.all(
                past.map(async (one) => (
                  <li key={one.id}>
                    <strong>{t(`later.${one.state === 'confirmed' ? 'wasCorrected' : 'wasSentBack'}`)}</strong>{' '}
                    {one.decidedAt && formatDateTime(locale, one.decidedAt)} · {one.proposedByName}, {one.decidedByName}{' '}
                    · {one.reason || triage('wordsErased')} {one.decidedReason}
                    <ul>
                      {(await differenceLines(locale, one.changed)).map((line) => (
                        <li key={line}>{line}</li>
                      ))}
                    </ul>
                  </li>
                )),
              )
            }
          </ul>
        </>
      )}
    </>
  );
}
