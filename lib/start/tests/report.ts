import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { inspect } from 'node:util';

/** `notes` are lines for the end of the output, where what failed is looked for. */
export type Counts = { passed: number; failed: number; skipped: number; notes: string[] };

export const noCounts = (): Counts => ({ passed: 0, failed: 0, skipped: 0, notes: [] });

export function addCounts(to: Counts, from: Counts): void {
  for (const key of ['passed', 'failed', 'skipped'] as const) to[key] += from[key];
  to.notes.push(...from.notes);
}

type Detail = {
  name: string;
  nesting: number;
  file?: string;
  line?: number;
  skip?: string | boolean;
  details: { duration_ms: number; type?: string; error?: Error & { failureType?: string; cause?: unknown } };
};
type Event =
  | { type: 'test:pass' | 'test:fail'; data: Detail }
  | { type: 'test:stdout' | 'test:stderr'; data: { message: string } }
  | { type: 'test:diagnostic' | 'test:start' | 'test:summary'; data: unknown };

/** Reporter of node:test: a line per group, failures in full, skips with their reason; the counts go to MINECLUE_COUNTS. */
export default async function* report(events: AsyncIterable<Event>): AsyncGenerator<string> {
  const total = noCounts();
  let group = noCounts();
  for await (const { type, data } of events) {
    if (type === 'test:stdout' || type === 'test:stderr') yield (data as { message: string }).message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const { name, nesting, file, line, skip, details } = data as Detail;
    const causedInside = details.error?.failureType === 'subtestsFailed';
    const where = file ? `${relative(process.cwd(), file)}:${line}` : '';
    if (type === 'test:fail' && !causedInside) {
      group.failed += 1;
      group.notes.push(`✖ ${name} (${where})`);
      const { error } = details;
      yield `\n✖ ${name} (${where})\n${inspect(error?.cause ?? error, { depth: 4 }).replace(/^/gm, '    ')}\n\n`;
    } else if (skip !== undefined && skip !== false) {
      group.skipped += 1;
      yield `﹣ skipped: ${name} (${where}): ${typeof skip === 'string' ? skip : 'no reason given'}\n`;
    } else if (details.type !== 'suite') group.passed += 1;
    if (nesting > 0) continue;
    const mark = group.failed > 0 ? '✖' : '✔';
    yield `${mark} ${name} (${group.passed} passed, ${group.failed} failed, ${Math.round(details.duration_ms)} ms)\n`;
    addCounts(total, group);
    group = noCounts();
  }
  if (process.env.MINECLUE_COUNTS) writeFileSync(process.env.MINECLUE_COUNTS, JSON.stringify(total));
}
