import { createRequire } from 'node:module';
import path from 'node:path';
import type { ReactNode } from 'react';

type Static = {
  prerenderToNodeStream(node: ReactNode): Promise<{ prelude: AsyncIterable<Buffer> }>;
};

/**
 * A whole page as HTML from a route handler. Answers to a form post carry what was typed so far, which may stand in no
 * address and no cookie, so the post itself must answer with the page; Next renders pages for GET only. The renderer is
 * loaded beside the bundle because Next keeps it out of server code.
 */
export async function renderHtml(page: ReactNode): Promise<string> {
  const load = createRequire(path.join(process.cwd(), 'package.json'));
  const { prerenderToNodeStream } = load('react-dom/static') as Static;
  const { prelude } = await prerenderToNodeStream(page);
  const parts: Buffer[] = [];
  for await (const part of prelude) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}
