import { takeSend } from '../../../../lib/reports/send-limit.ts';
import { submitReport } from '../../../../lib/reports/submit-report.ts';
import { toldToSender } from '../../../../lib/reports/told-to-sender.ts';
import { clientAddress } from '../../../_http/client-address.ts';
import { readJson } from '../../../_http/read-body.ts';
import { runRoute } from '../../../_http/run-route.ts';

/** One report as JSON (`reportInput`), with a UUID of the sender's own; the answer carries the receipt. */
export const POST = (request: Request): Promise<Response> =>
  runRoute(
    request,
    async (ctx) => {
      takeSend(clientAddress(request), ctx.now);
      const raw = await readJson(request);
      return toldToSender(ctx, await submitReport(ctx, { ...(raw as object), channel: 'api' }));
    },
    { status: 201 },
  );
