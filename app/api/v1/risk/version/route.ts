import { currentVersion } from '../../../../../lib/risk/current-surface.ts';
import { runRoute } from '../../../../_http/run-route.ts';

/** `{ number }` of the newest surface: moderators' map asks every two seconds. */
export const GET = (request: Request): Promise<Response> =>
  runRoute(request, async (ctx) => ({ number: await currentVersion(ctx) }));
