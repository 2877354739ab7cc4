import { getCluePhoto } from '../../../../../../lib/clues/photos/clue-photos.ts';
import { jpegResponse } from '../../../../../_http/jpeg-response.ts';
import { runRoute } from '../../../../../_http/run-route.ts';

/** The redacted copy of a clue's photo, for whom the disclosure policy allows it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string; photo: string }> },
): Promise<Response> {
  const { id, photo } = await params;
  return runRoute(request, async (ctx) => jpegResponse(await getCluePhoto(ctx, id, photo)));
}
