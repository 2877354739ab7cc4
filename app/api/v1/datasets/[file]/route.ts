import {
  downloadAggregates,
  downloadClues,
  isOrganisationFile,
  previewFile,
} from '../../../../../lib/datasets/download.ts';
import { datasetFiles } from '../../../../../lib/datasets/input.ts';
import { Problem } from '../../../../../lib/errors.ts';
import { runRoute } from '../../../../_http/run-route.ts';

type Params = { params: Promise<{ file: string }> };
const beside = '.metadata.json';

/** A dataset's file by a plain link, or, with `.metadata.json` behind its name, what travels beside it. */
export const GET = (request: Request, { params }: Params): Promise<Response> =>
  runRoute(request, async (ctx) => {
    const asked = (await params).file;
    const file = datasetFiles.find((one) => one === asked || `${one}${beside}` === asked);
    if (!file) throw new Problem('not_found');
    if (file !== asked) {
      const { metadata, sha256, fileName, bytes } = await previewFile(ctx, file);
      return { ...metadata, fileName, bytes, sha256 };
    }
    const made = isOrganisationFile(file)
      ? await downloadClues(ctx, { file })
      : await downloadAggregates(ctx, { file });
    return new Response(made.body, {
      headers: {
        'Content-Type': made.contentType,
        'Content-Disposition': `attachment; filename="${made.fileName}"`,
        'Cache-Control': 'private, no-store',
        ETag: `"${made.sha256}"`,
        'Repr-Digest': `sha-256=:${Buffer.from(made.sha256, 'hex').toString('base64')}:`,
        Link: `</api/v1/datasets/${file}${beside}>; rel="describedby"; type="application/json"`,
      },
    });
  });
