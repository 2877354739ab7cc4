import { getScan } from '../../../../../../lib/media/scans/list-scans.ts';
import { jpegResponse } from '../../../../../_http/jpeg-response.ts';
import { runRoute } from '../../../../../_http/run-route.ts';

type Params = { params: Promise<{ id: string; scan: string }> };

export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { id, scan } = await params;
  return runRoute(request, async (ctx) => jpegResponse(await getScan(ctx, { recordId: id }, scan)));
}
