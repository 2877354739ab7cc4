// With BASE_URL the same is measured over HTTP, as a phone sees it: the last post to its receipt, and page weights.
import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { makeContext } from '../context.ts';
import { closeDatabase, database } from '../db/client.ts';
import { createDeployment } from '../deployment/create-deployment.ts';
import { submitReport } from './submit-report.ts';

const rounds = 100;
const quantile = (all: number[], q: number) => all.toSorted((a, b) => a - b)[Math.floor(all.length * q)]!.toFixed(1);
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

const base = process.env.BASE_URL;
await (base ? overHttp(base) : verb());

async function verb(): Promise<void> {
  await createDeployment(makeContext(database(), { type: 'job', name: 'bench' }), { demonstration: true });
  const geometry = { type: 'Point', coordinates: [46.75, 39.82] };
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const report = {
      reportId: randomUUID(),
      kind: 'human_accident',
      language: 'az',
      locations: [{ method: 'map_pin', positionOf: 'event', geometry }],
      victims: [{ outcome: 'injured' }],
    };
    times.push(await timed(() => submitReport(makeContext(database()), report)));
  }
  await closeDatabase();
  console.log(`submitReport, ${rounds} reports: p50 ${quantile(times, 0.5)} ms, p95 ${quantile(times, 0.95)} ms`);
}

async function overHttp(url: string): Promise<void> {
  const page = `${url}/en/reports/new`;
  const times: number[] = [];
  const bytes: number[] = [];
  const post = async (html: string, fields: Record<string, string>): Promise<string> => {
    const step = /name="step" value="([^"]*)"/.exec(html)?.[1] ?? '';
    const sealed = /name="sealed" value="([^"]*)"/.exec(html)?.[1] ?? '';
    const body = new URLSearchParams({ step, sealed, ...fields });
    const headers = { 'x-forwarded-for': randomUUID() };
    const text = await (await fetch(page, { method: 'POST', body, headers })).text();
    bytes.push(gzipSync(text).length);
    return text;
  };
  for (let i = 0; i < 30; i++) {
    bytes.length = 0;
    let html = await (await fetch(page)).text();
    bytes.push(gzipSync(html).length);
    const answers: Record<string, string>[] = [
      { go: 'start' },
      { door: 'human' },
      { where: 'words', placeWords: `well ${i}`, go: 'check' },
    ];
    for (const fields of answers) html = await post(html, fields);
    times.push(
      await timed(async () => {
        html = await post(html, { go: 'send' });
      }),
    );
    if (!html.includes('data-receipt')) throw new Error('no receipt came back');
  }
  const heaviest = Math.max(...bytes);
  const total = bytes.reduce((a, b) => a + b);
  console.log(
    `last post to receipt page, ${times.length} reports: p50 ${quantile(times, 0.5)} ms, p95 ${quantile(times, 0.95)} ms`,
  );
  console.log(`HTML and CSS, gzip: heaviest of the pages ${heaviest} B, five pages together ${total} B`);
}
