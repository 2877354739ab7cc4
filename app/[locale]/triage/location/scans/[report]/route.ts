import { isProblem } from '../../../../../../lib/errors.ts';
import { photoLimitBytes } from '../../../../../../lib/media/input.ts';
import { addScan } from '../../../../../../lib/media/scans/add-scan.ts';
import { requestContext } from '../../../../../_http/context.ts';
import { readMultipart } from '../../../../../_http/read-multipart.ts';
import { problemResponse } from '../../../../../_http/run-route.ts';
import { requireSameSite } from '../../../../../_http/same-site.ts';
import { seeOther } from '../../../../../_http/see-other.ts';

type Params = { params: Promise<{ locale: string; report: string }> };
const limits = { fieldsBytes: 10_000, fileBytes: photoLimitBytes, allBytes: photoLimitBytes, files: 1 };

/** A form post with the image; answers with the desk, which shows it or says why it was not taken. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { locale, report } = await params;
  const desk = (answer: Record<string, string>) =>
    seeOther(`/${encodeURIComponent(locale)}/triage/location?${new URLSearchParams({ report, ...answer })}#scan-title`);
  const ctx = await requestContext();
  try {
    requireSameSite(request);
    // before megabytes of a stranger are read
    if (ctx.actor.type !== 'user') return desk({});
    const { files } = await readMultipart(request, limits);
    const scan = await addScan(ctx, report, files[0] ? files[0].bytes : Buffer.alloc(0));
    return desk({ scan: scan.id });
  } catch (error) {
    if (!isProblem(error)) throw error;
    const refused = error.detail.fields?.file;
    return refused ? desk({ refused }) : problemResponse(error, ctx.requestId);
  }
}
