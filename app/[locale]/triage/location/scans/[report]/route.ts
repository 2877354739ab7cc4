import { isProblem } from '../../../../../../lib/errors.ts';
import { photoLimitBytes } from '../../../../../../lib/media/input.ts';
import { addScan } from '../../../../../../lib/media/scans/add-scan.ts';
import { requestContext } from '../../../../../_http/context.ts';
import { readMultipart } from '../../../../../_http/read-multipart.ts';
import { problemResponse } from '../../../../../_http/run-route.ts';
import { requireSameSite } from '../../../../../_http/same-site.ts';
import { seeOther } from '../../../../../_http/see-other.ts';
import { offsetFieldsOf } from '../../_parts/offset.ts';
import { scanFieldsOf } from '../../_parts/scan.ts';

type Params = { params: Promise<{ locale: string; report: string }> };
const limits = { fieldsBytes: 10_000, fileBytes: photoLimitBytes, allBytes: photoLimitBytes, files: 1 };

/** A form post with the image, to choose another one or only to fit it; answers with the desk, which shows it or says why it was not taken. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { locale, report } = await params;
  // control points that were set before the image came are still there after it
  let kept: Record<string, string> = {};
  const desk = (answer: Record<string, string>) => {
    const query = new URLSearchParams({ report, ...kept, ...answer });
    return seeOther(`/${encodeURIComponent(locale)}/triage/location?${query}#scan-title`);
  };
  const ctx = await requestContext();
  try {
    requireSameSite(request);
    // before megabytes of a stranger are read
    if (ctx.actor.type !== 'user') return desk({});
    const { files, fields } = await readMultipart(request, limits);
    const typed = Object.fromEntries(fields);
    const fit = typed.act === 'fit';
    kept = { ...offsetFieldsOf(typed), ...scanFieldsOf(typed), ...(!fit && { kept: 'yes' }) };
    if (fit) return desk({});
    if (typed.choose) return desk({ scan: typed.choose });
    const scan = await addScan(ctx, { reportId: report }, files[0] ? files[0].bytes : Buffer.alloc(0));
    return desk({ scan: scan.id });
  } catch (error) {
    if (!isProblem(error)) throw error;
    const refused = error.detail.fields?.file;
    return refused ? desk({ refused }) : problemResponse(error, ctx.requestId);
  }
}
