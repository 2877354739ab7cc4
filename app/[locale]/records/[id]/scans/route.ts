import { isProblem } from '../../../../../lib/errors.ts';
import { photoLimitBytes } from '../../../../../lib/media/input.ts';
import { addScan } from '../../../../../lib/media/scans/add-scan.ts';
import { requestContext } from '../../../../_http/context.ts';
import { readMultipart } from '../../../../_http/read-multipart.ts';
import { problemResponse } from '../../../../_http/run-route.ts';
import { requireSameSite } from '../../../../_http/same-site.ts';
import { seeOther } from '../../../../_http/see-other.ts';

type Params = { params: Promise<{ locale: string; id: string }> };
const limits = { fieldsBytes: 1000, fileBytes: photoLimitBytes, allBytes: photoLimitBytes, files: 1 };

/** A form post with the image of a record's paper; answers with the record's page, which shows it or says why it was not taken. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { locale, id } = await params;
  const page = (answer: Record<string, string>) =>
    seeOther(`/${encodeURIComponent(locale)}/records/${encodeURIComponent(id)}?${new URLSearchParams(answer)}#scans`);
  const ctx = await requestContext();
  try {
    requireSameSite(request);
    // before megabytes of a stranger are read
    if (ctx.actor.type !== 'user') return page({});
    const { files } = await readMultipart(request, limits);
    const scan = await addScan(ctx, { recordId: id }, files[0] ? files[0].bytes : Buffer.alloc(0));
    return page({ scan: scan.id });
  } catch (error) {
    if (!isProblem(error)) throw error;
    const refused = error.detail.fields?.file;
    return refused ? page({ refused }) : problemResponse(error, ctx.requestId);
  }
}
