import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import type { RecordState as State } from '../../../../lib/records/input.ts';
import { StateLabel } from '../../../_ui/state-label.tsx';

const kinds = {
  proposed: 'waiting',
  sent_back: 'attention',
  accepted: 'settled',
  superseded: 'stopped',
  withdrawn: 'stopped',
} as const;

export async function RecordState({ locale, state }: { locale: Locale; state: State }) {
  const t = await getTranslations({ locale, namespace: 'records' });
  return <StateLabel kind={kinds[state]}>{t(`states.${state}`)}</StateLabel>;
}
