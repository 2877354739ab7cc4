import { readiness } from '../../../lib/deployment/readiness.ts';

export const dynamic = 'force-dynamic';

/** 200 when the database answers and is migrated as this build expects, 503 otherwise. */
export async function GET(): Promise<Response> {
  const state = await readiness();
  return Response.json(
    { status: state },
    { status: state === 'ready' ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  );
}
