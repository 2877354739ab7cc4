import type { CluePreview } from '../../../../lib/clues/preview-clue.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import type { CaseView } from '../../../../lib/triage/get-case.ts';
import { CasePhotos } from '../photos/_parts/case-photos.tsx';
import { IncidentStory } from '../twin/_parts/incident-story.tsx';
import { type Address, addressOf } from './address.ts';
import type { Answer } from './answer.ts';
import { CaseHistory } from './case-history.tsx';
import { CasePanel } from './case-panel.tsx';
import { ClaimList } from './claim-list.tsx';
import { ContactForm } from './contact-form.tsx';
import { GradeForm } from './grade-form.tsx';
import { IncidentPart } from './incident-part.tsx';
import { SameEvent } from './same-event.tsx';
import { StateForms } from './state-forms.tsx';

type Props = { locale: Locale; view: CaseView; preview: CluePreview | null; address: Address; answer: Answer };

export function Case({ locale, view, preview, address, answer }: Props) {
  const parts = { locale, path: addressOf(address), view, answer };
  const open = !['verified_clue', 'rejected', 'duplicate', 'withdrawn', 'superseded'].includes(view.report.state);
  return (
    <>
      <CasePanel locale={locale} path={parts.path} view={view} />
      <CasePhotos locale={locale} view={view} />
      <SameEvent locale={locale} view={view} address={address} />
      <IncidentPart locale={locale} view={view} preview={preview} address={address} />
      {view.incident && <IncidentStory {...parts} incidentId={view.incident.id} />}
      <ClaimList locale={locale} view={view} />
      <div className="case-forms" key={view.report.version}>
        {open && <GradeForm {...parts} />}
        <StateForms {...parts} />
        <ContactForm {...parts} />
      </div>
      <CaseHistory locale={locale} history={view.history} referrals={view.referrals} />
    </>
  );
}
