import { describeError } from '../describe-error.ts';

type Log = Pick<Console, 'error' | 'warn'>;

/**
 * Lets errors of failed statements into the log by `describeError` only. Next writes what pages and server actions throw to
 * the console itself, and such an error carries every parameter: names, words, positions.
 */
export function keepLogPrivate(log: Log = console): void {
  for (const level of ['error', 'warn'] as const) {
    const write = log[level].bind(log);
    log[level] = (...said: unknown[]) => write(...said.map((one) => (fromStatement(one) ? told(one) : one)));
  }
}

/** Of the query builder (`params`) or of the database itself (`severity`), however deep. */
const fromStatement = (error: unknown): error is Error =>
  error instanceof Error && ('params' in error || 'severity' in error || fromStatement(error.cause));

/** The digest is what the reader's page of the failure names. */
const told = (error: Error): string => {
  const { digest } = error as { digest?: unknown };
  return `${describeError(error)}${typeof digest === 'string' ? `\n  digest ${digest}` : ''}`;
};
