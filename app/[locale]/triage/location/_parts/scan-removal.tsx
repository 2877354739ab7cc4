import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import type { ScanView } from '../../../../../lib/media/scans/list-scans.ts';
import { Button } from '../../../../_ui/button.tsx';
import type { Answer } from '../../_parts/answer.ts';
import { Hidden, Reason, Section } from '../../_parts/form-parts.tsx';
import { takeScanAway } from '../scan-actions.ts';

type Props = {
  locale: Locale;
  path: string;
  owner: Record<string, string>;
  scan: ScanView;
  answer: Answer;
  lead: string;
  children?: ReactNode;
};

/** What goes and what stays is said before the button; it asks for a reason. */
export async function ScanRemoval({ locale, path, owner, scan, answer, lead, children }: Props) {
  const t = await getTranslations({ locale, namespace: 'location.scanRemoval' });
  return (
    <Section form="scan_removal" title={t('title', { number: scan.number })} answer={answer}>
      <form action={takeScanAway.bind(null, locale, path)}>
        <p>{lead}</p>
        {children}
        <Hidden fields={owner} />
        <input type="hidden" name="scanId" value={scan.id} />
        <Reason form="scan_removal" label={t('reason')} answer={answer} />
        <Button kind="second">{t('remove', { number: scan.number })}</Button>
      </form>
    </Section>
  );
}
