import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import type { CaseView } from '../../../../lib/triage/get-case.ts';
import type { QueueItem } from '../../../../lib/triage/list-queue.ts';
import { Button } from '../../../_ui/button.tsx';
import { LinkButton } from '../../../_ui/link-button.tsx';
import { type Address, addressOf } from './address.ts';
import { Key } from './key.tsx';

type Props = { locale: Locale; view: CaseView; items: readonly QueueItem[]; address: Address };

/** The decisions of a case, each with its key printed on it; keys are places on the keyboard, so any layout does. */
export async function DecisionBar({ locale, view, items, address }: Props) {
  const t = await getTranslations({ locale, namespace: 'triage' });
  const at = items.findIndex(({ reportId }) => reportId === view.report.id);
  const neighbour = (item: QueueItem | undefined) =>
    item && `/${locale}${addressOf({ ...address, report: item.reportId })}#case`;
  const [previous, next] = [neighbour(at > 0 ? items[at - 1] : undefined), neighbour(items[at + 1])];
  const has = (state: string) => view.steps.some(({ to }) => to === state);
  const maySettle = !['verified_clue', 'rejected', 'duplicate', 'withdrawn', 'superseded'].includes(view.report.state);
  const canPropose = view.incident && view.clue?.state !== 'verified' && maySettle;
  return (
    <nav className="decision-bar" aria-label={t('bar.title')}>
      {canPropose && (
        <Button form="propose-form" data-code="KeyP">
          {view.clue ? t('bar.renew') : t('bar.propose')} <Key>P</Key>
        </Button>
      )}
      {!view.incident && maySettle && (
        <Button form="assign-form" kind={canPropose ? 'second' : 'primary'}>
          {t('bar.assign')} <Key>A</Key>
        </Button>
      )}
      {maySettle && (
        <LinkButton kind="second" href="#grade-sourceReliability" data-code="KeyG">
          {t('bar.grade')} <Key>G</Key>
        </LinkButton>
      )}
      {has('needs_info') && (
        <LinkButton kind="second" href="#needs_info-reason" data-code="KeyQ">
          {t('bar.ask')} <Key>Q</Key>
        </LinkButton>
      )}
      {has('rejected') && (
        <LinkButton kind="second" href="#rejected-reason" data-code="KeyN">
          {t('bar.reject')} <Key>N</Key>
        </LinkButton>
      )}
      <span className="bar-moves">
        {previous && (
          <a href={previous} data-code="ArrowLeft">
            <Key>←</Key> {t('bar.previous')}
          </a>
        )}
        {next && (
          <a href={next} data-code="ArrowRight">
            {t('bar.next')} <Key>→</Key>
          </a>
        )}
      </span>
    </nav>
  );
}
