import { readFile } from 'node:fs/promises';
import path from 'node:path';

const types: Record<string, string> = { 'leaflet.js': 'text/javascript', 'leaflet.css': 'text/css' };

/** The map library as it was published, for pages without a bundle; fetched after a tap and then kept by the browser. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await params;
  const type = types[file];
  if (!type) return new Response(null, { status: 404 });
  const body = await readFile(path.join(process.cwd(), 'node_modules', 'leaflet', 'dist', file));
  return new Response(body, {
    headers: { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'public, max-age=604800' },
  });
}
