import { getPicture } from '../../../../../../lib/media/redaction/get-photo.ts';
import { jpegResponse } from '../../../../../_http/jpeg-response.ts';
import { runRoute } from '../../../../../_http/run-route.ts';

const pictures = ['kept', 'thumbnail', 'redacted'] as const;

/** A photo's bytes for moderators: `?of=thumbnail`, `redacted` (the copy that goes out) or the kept one. */
export async function GET(request: Request, { params }: { params: Promise<{ photo: string }> }): Promise<Response> {
  const { photo } = await params;
  const asked = new URL(request.url).searchParams.get('of');
  const picture = pictures.find((one) => one === asked) ?? 'kept';
  return runRoute(request, async (ctx) => jpegResponse(await getPicture(ctx, photo, picture)));
}
