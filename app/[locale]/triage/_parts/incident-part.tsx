import { getTranslations } from 'next-intl/server';
import { clueKinds } from '../../../../lib/clues/input.ts';
import type { CluePreview } from '../../../../lib/clues/preview-clue.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { spoken } from '../../../../lib/ids.ts';
import type { CaseView } from '../../../../lib/triage/get-case.ts';
import { Button } from '../../../_ui/button.tsx';
import { SelectField } from '../../../_ui/form/text-field.tsx';
import { Grounds } from '../../clues/_parts/grounds.tsx';
import { assign, propose } from '../actions.ts';
import { Missing } from '../ledger/_parts/missing.tsx';
import { type Address, addressOf } from './address.ts';
import { Basis, Tick } from './form-parts.tsx';

type Props = { locale: Locale; view: CaseView; preview: CluePreview | null; address: Address };
const presence = clueKinds.filter(
  (kind) => !['human_accident', 'animal_accident', 'detonation_no_casualty'].includes(kind),
);

/** The incident, the grade that its ledger makes, what is missing, and the way to a clue. */
export async function IncidentPart({ locale, view, preview, address }: Props) {
  const t = await getTranslations({ locale, namespace: 'triage' });
  const clues = await getTranslations({ locale, namespace: 'clues' });
  const ledger = await getTranslations({ locale, namespace: 'ledger' });
  const { incident, clue } = view;
  const path = addressOf(address);
  const closed = ['rejected', 'duplicate', 'withdrawn', 'superseded'].includes(view.report.state);
  if (!incident || !preview) {
    if (closed) return null;
    return (
      <section aria-labelledby="incident-title">
        <h3 id="incident-title">{t('incident.none')}</h3>
        <p className="small">{t('incident.why')}</p>
        <form action={assign.bind(null, locale, path)} id="assign-form">
          <Basis view={view} />
          <Button kind="second" id="assign-new" data-code="KeyA">
            {t('incident.new')} <kbd>A</kbd>
          </Button>
        </form>
      </section>
    );
  }
  const others = incident.reports.filter(({ id }) => id !== view.report.id);
  const isPresence = preview.facts.kind === 'hazard_sighting' || preview.facts.kind === 'hazard_knowledge';
  return (
    <section aria-labelledby="incident-title">
      <h3 id="incident-title">{t('incident.title', { incident: spoken.incident(incident.number) })}</h3>
      {others.length > 0 && (
        <p className="small">
          {t('incident.with')}{' '}
          {others.map(({ id, number }) => (
            <a key={id} href={`/${locale}${addressOf({ ...address, report: id })}#case`}>
              {spoken.report(number)}{' '}
            </a>
          ))}
        </p>
      )}
      <p className="small">
        {t('incident.sources', { count: preview.independentSources })} · {t(`evidenceClass.${preview.evidenceClass}`)} ·{' '}
        {t('precision', { precisionClass: preview.precisionClass })}
      </p>
      <Grounds locale={locale} grounds={preview.grounds} />
      <Missing
        locale={locale}
        grounds={preview.grounds}
        incidentId={incident.id}
        reports={[view.report, ...others]}
        clue={clue}
      />
      <p>
        <a href={`/${locale}/triage/ledger?incident=${incident.id}`} data-code="KeyE">
          {ledger('open')}
        </a>{' '}
        <kbd>E</kbd>
      </p>
      {clue ? (
        <p>
          <a href={`/${locale}/clues/${clue.id}`} data-code="KeyV">
            {t('incident.clue', { clue: spoken.clue(clue.number), state: clues(`state.${clue.state}`) })}
          </a>{' '}
          <kbd>V</kbd>
        </p>
      ) : null}
      {clue?.state !== 'verified' && (
        <form action={propose.bind(null, locale, path)} id="propose-form">
          <input type="hidden" name="incidentId" value={incident.id} />
          <input
            type="hidden"
            name="candidates"
            value={preview.strongCandidates.map(({ reportId }) => reportId).join(' ')}
          />
          {isPresence && (
            <SelectField
              name="kind"
              label={t('incident.kind')}
              options={[
                { value: '', label: t('incident.kindFromReports') },
                ...presence.map((value) => ({ value, label: clues(`kind.${value}`) })),
              ]}
            />
          )}
          {preview.strongCandidates.length > 0 && (
            <Tick
              name="otherEvents"
              label={t('incident.otherEvents', {
                reports: preview.strongCandidates.map(({ number }) => spoken.report(number)).join(', '),
              })}
              checked={preview.heldApart}
            />
          )}
        </form>
      )}
    </section>
  );
}
