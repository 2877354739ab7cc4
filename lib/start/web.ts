import { createServer } from 'node:http';
import { createServer as createProbe } from 'node:net';
import { keepLogPrivate } from './private-log.ts';

/**
 * Next in this process, through its public API: pages, jobs and seeding then share the one connection of the embedded
 * database, and one process fewer stays in memory. Returns what closes it.
 */
export async function serveWeb(port: number, dev: boolean): Promise<() => Promise<void>> {
  Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' });
  keepLogPrivate();
  const { default: next } = await import('next');
  const server = createServer();
  const app = next({ dev, dir: process.cwd(), port, hostname: 'localhost', httpServer: server });
  await app.prepare();
  const handle = app.getRequestHandler();
  const proxied = process.env.TRUST_PROXY === '1';
  server.on('request', (request, response) => {
    // without a proxy in front anybody could claim an address, and be counted under it
    if (!proxied) request.headers['x-forwarded-for'] = request.socket.remoteAddress;
    handle(request, response).catch((error) => {
      console.error(error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, resolve));
  return async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    const impatient = setTimeout(() => server.closeAllConnections(), 3_000);
    await closed;
    clearTimeout(impatient);
    await app.close();
  };
}

/** Fails at once, before minutes of building, when the port is taken. */
export async function requireFreePort(port: number): Promise<void> {
  const probe = createProbe();
  try {
    await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(port, resolve));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Error(
      `Port ${port} is in use, perhaps by Mineclue itself. Stop that, or choose another: PORT=${port + 1} npm start`,
    );
  }
  await new Promise((resolve) => probe.close(resolve));
}
