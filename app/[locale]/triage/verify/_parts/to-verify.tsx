import { getTranslations } from 'next-intl/server';
import { getClue } from '../../../../../lib/clues/get-clue.ts';
import type { Context } from '../../../../../lib/context.ts';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import { spoken } from '../../../../../lib/ids.ts';
import { getPlaces } from '../../../../../lib/places/get-places.ts';
import { getIncidentStory } from '../../../../../lib/triage/incidents/get-incident-story.ts';
import { Button } from '../../../../_ui/button.tsx';
import { LinkButton } from '../../../../_ui/link-button.tsx';
import { bothNames } from '../../../../_ui/map/map-names.ts';
import { ClueFacts } from '../../../clues/_parts/clue-facts.tsx';
import { Grounds } from '../../../clues/_parts/grounds.tsx';
import { decideClue } from '../../../clues/actions.ts';
import type { Answer } from '../../_parts/answer.ts';
import { differenceLines } from '../../_parts/differences.ts';
import { Reason, Section } from '../../_parts/form-parts.tsx';
import { Key } from '../../_parts/key.tsx';
import { ValueLines } from '../../twin/_parts/value-lines.tsx';

type Props = {
  ctx: Context;
  locale: Locale;
  path: string;
  clueId: string;
  neighbours: [string | undefined, string | undefined];
  answer: Answer;
};

/** One proposed clue as its second person needs it: the grounds, the values with who told and chose them, the words, the decision. */
export async function ToVerify({ ctx, locale, path, clueId, neighbours, answer }: Props) {
  const t = await getTranslations({ locale, namespace: 'bulk' });
  const clues = await getTranslations({ locale, namespace: 'clues' });
  const clue = await getClue(ctx, clueId);
  if (clue.audience !== 'moderator') return null;
  const story = await getIncidentStory(ctx, clue.incidentId);
  const [found] = clue.placeId ? await getPlaces(ctx, [clue.placeId], locale) : [];
  const moved = await differenceLines(locale, clue.now?.moved ?? {});
  const basis = (
    <>
      <input type="hidden" name="clueId" value={clue.id} />
      <input type="hidden" name="version" value={clue.version} />
    </>
  );
  return (
    <section className="bulk-current" aria-labelledby="clue-title">
      <h2 id="clue-title">
        <a href={`/${locale}/clues/${clue.id}`} data-code="KeyO">
          {spoken.clue(clue.number)} <Key>O</Key>
        </a>{' '}
        · {t('verify.proposedBy', { name: clue.proposedByName })}
      </h2>
      <div className="bulk-acts">
        <form action={decideClue.bind(null, locale, path, 'verify')}>
          {basis}
          <Button data-code="KeyV">
            {clues('decide.verify')} <Key>V</Key>
          </Button>
        </form>
        <LinkButton kind="second" href="#send_back-reason" data-code="KeyW">
          {clues('decide.send_back')} <Key>W</Key>
        </LinkButton>
        {neighbours[0] && (
          <LinkButton kind="second" href={`/${locale}${path}?at=${neighbours[0]}`} data-code="ArrowLeft">
            <Key>←</Key> {t('previous')}
          </LinkButton>
        )}
        {neighbours[1] && (
          <LinkButton kind="second" href={`/${locale}${path}?at=${neighbours[1]}`} data-code="ArrowRight">
            {t('next')} <Key>→</Key>
          </LinkButton>
        )}
      </div>
      {moved.length > 0 && <p className="conflict">▲ {moved.join('; ')}</p>}
      <Grounds locale={locale} grounds={clue.now?.grounds ?? clue.grounds} reports={clue.incident?.reports} />
      <ValueLines locale={locale} values={story.values} />
      {clue.incident?.reports.map((report) => (
        <blockquote className="case-words small" key={report.id}>
          <strong>{spoken.report(report.number)}</strong> {report.description}
        </blockquote>
      ))}
      <ClueFacts locale={locale} clue={clue} place={found ? bothNames(found, locale) : null} />
      <Section form="send_back" title={clues('decide.send_back')} answer={answer}>
        <form action={decideClue.bind(null, locale, path, 'send_back')}>
          {basis}
          <Reason form="send_back" label={clues('reason')} answer={answer} />
          <Button kind="second">{clues('decide.send_back')}</Button>
        </form>
      </Section>
    </section>
  );
}
