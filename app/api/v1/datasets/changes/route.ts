import { listChanges } from '../../../../../lib/datasets/holdings/list-changes.ts';
import { runRoute } from '../../../../_http/run-route.ts';

/** `{ lastDownload, withdrawn: [id], corrected: [{ id, version }] }` of the clues that the asking organisation took out, and has not marked as read. */
export const GET = (request: Request): Promise<Response> =>
  runRoute(request, async (ctx) => {
    const { digest: _, ...changes } = await listChanges(ctx);
    return changes;
  });
