import { getDeployment } from '../../../../lib/deployment/get-deployment.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { newId } from '../../../../lib/ids.ts';
import { seal } from '../../../../lib/reports/form/seal.ts';
import { requestContext } from '../../../_http/context.ts';
import { askingIn } from './asking.ts';
import { formPage } from './document.tsx';
import { SafetyScreen } from './safety-screen.tsx';

/** Those of the home page: who came through one is not asked again. It is posted, since an address stays in histories and logs. */
const doors = ['human', 'animal', 'know'] as const;
export type Door = (typeof doors)[number];

/** The door that the home page posts; it carries no answers yet. */
export const doorIn = (sent: URLSearchParams): Door | undefined =>
  sent.has('sealed') ? undefined : doors.find((one) => one === sent.get('door'));

/** The page before every question, with the report's id drawn for this serving alone; it never comes from a cache. */
export async function firstPage(locale: Locale, door?: Door): Promise<Response> {
  const asking = { ...(await askingIn(locale)), step: 'safety', values: {}, errors: {} };
  const deployment = await getDeployment(await requestContext());
  const closed = !deployment || (!deployment.demonstration && !deployment.intakeOpen);
  const sealed = seal({ reportId: newId(), values: door ? { door: [door] } : {} });
  const children = <SafetyScreen asking={asking} closed={closed} />;
  return formPage({ asking, sealed, back: false, ends: false, skip: false, children });
}
