import type { Context } from '../../lib/context.ts';
import { describeError } from '../../lib/describe-error.ts';
import { isProblem, type Problem } from '../../lib/errors.ts';
import { routeContext } from './context.ts';
import { requireSameSite } from './same-site.ts';

const noStore = { 'Cache-Control': 'private, no-store' };

/** RFC 9457: `type` and `title` name the code of the catalogue, the detail rides along. */
export function problemResponse(problem: Problem, requestId: string): Response {
  const headers = new Headers({ ...noStore, 'Content-Type': 'application/problem+json' });
  const { retryAfterSeconds } = problem.detail;
  if (retryAfterSeconds) headers.set('Retry-After', String(retryAfterSeconds));
  const { code, status, detail } = problem;
  const body = { ...detail, type: `urn:mineclue:problem:${code}`, title: code, code, status, instance: requestId };
  return new Response(JSON.stringify(body), { status, headers });
}

type Told = {
  /** Of a view. */
  status?: number;
  /** Answers a reader instead of a program; without a problem it is what nobody foresaw. */
  refuse?: (problem: Problem | null) => Promise<Response>;
};

/**
 * One verb as a route: its view as JSON, its own Response as it is, a Problem as a problem document. Writes from other
 * sites are refused first. What nobody foresaw is a 500 that tells its request id and nothing else.
 */
export async function runRoute<View>(
  request: Request,
  verb: (ctx: Context) => Promise<View | Response>,
  { status = 200, refuse }: Told = {},
): Promise<Response> {
  let requestId = '';
  try {
    const ctx = await routeContext();
    requestId = ctx.requestId;
    if (request.method !== 'GET' && request.method !== 'HEAD') requireSameSite(request);
    const view = await verb(ctx);
    if (view instanceof Response) return view;
    return Response.json(view, { status, headers: noStore });
  } catch (error) {
    const problem = isProblem(error) ? error : null;
    if (!problem) console.error(`request ${requestId} failed: ${describeError(error)}`);
    if (refuse) return refuse(problem);
    if (problem) return problemResponse(problem, requestId);
    const body = { type: 'about:blank', title: 'internal', status: 500, instance: requestId };
    const headers = { ...noStore, 'Content-Type': 'application/problem+json' };
    return new Response(JSON.stringify(body), { status: 500, headers });
  }
}
