import { PgBoss } from 'pg-boss';
import { makeContext } from '../context.ts';
import { database } from '../db/client.ts';
import { executeSql } from '../db/execute-sql.ts';
import { describeError } from '../describe-error.ts';
import { isProblem } from '../errors.ts';
import { hasPublication } from '../risk/has-publication.ts';
import { consequences, type JobName, jobs, schedules } from './consequences.ts';
import { dispatchOutbox } from './dispatch-outbox.ts';

const dispatchEveryMilliseconds = 300;
const names = Object.keys(jobs) as JobName[];
const onEvents = new Set<JobName>(Object.values(consequences).flat());
const contextOf = (name: string) => makeContext(database(), { type: 'job', name }, new Date());

/** Queue, dispatcher and batches inside this process, on its one pool. Returns what ends them, letting a running job finish. */
export async function startWorker(): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    db: { executeSql },
    schema: 'pgboss',
    registerInstance: false,
    // A small queue: neither its statistics nor its indexes need watching on a database of one connection.
    monitorVacuum: false,
    reindex: false,
    superviseIntervalSeconds: 300,
    cronMonitorIntervalSeconds: 45,
    cronWorkerIntervalSeconds: 30,
    openTelemetry: { enabled: false },
  });
  boss.on('error', (error) => console.error(`jobs: ${error.message}`));
  await boss.start();
  for (const name of names) await prepare(boss, name);
  await firstBatches(boss);
  const stopDispatching = dispatchForever(boss);
  return async () => {
    await stopDispatching();
    await boss.stop({ graceful: true, close: false, timeout: 15_000 });
  };
}

async function prepare(boss: PgBoss, name: JobName): Promise<void> {
  // stately: one waiting and one running, so that a burst of changes becomes one computation
  const options = { retryLimit: 8, retryDelay: 2, retryBackoff: true, retryDelayMax: 600, expireInSeconds: 300 };
  await boss.createQueue(name, { policy: 'stately', ...options, deleteAfterSeconds: 86_400 });
  await boss.work(name, { pollingIntervalSeconds: onEvents.has(name) ? 0.5 : 10 }, async () => {
    try {
      await jobs[name](contextOf(name));
    } catch (error) {
      console.error(`job ${name}: ${isProblem(error) ? JSON.stringify(error.detail) : describeError(error)}`);
      throw error;
    }
  });
  const cron = schedules[name];
  if (cron) await boss.schedule(name, cron, {}, { tz: 'Asia/Baku', missed: 'once' });
}

/** A new database shows its hatched map from the first minute on. */
async function firstBatches(boss: PgBoss): Promise<void> {
  const ctx = contextOf('firstBatches');
  if (!(await hasPublication(ctx, 'public'))) await boss.send('publishForPublic', {});
  if (!(await hasPublication(ctx, 'organisation'))) await boss.send('publishForOrganisations', {});
}

function dispatchForever(boss: PgBoss): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  let stopped = false;
  let timer: NodeJS.Timeout;
  let told = '';
  const turn = () => {
    running = dispatchOutbox(contextOf('dispatchOutbox'), boss)
      .then(() => {
        told = '';
      })
      .catch((error: Error) => {
        const now = describeError(error);
        if (now !== told) console.error(`outbox: ${now}`);
        told = now;
      })
      .finally(() => {
        if (!stopped) timer = setTimeout(turn, dispatchEveryMilliseconds);
      });
  };
  turn();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}
