type Caused = Error & { code?: unknown; constraint?: unknown; table?: unknown };

/** An error for the log without what people told: a failed query's message holds its parameters, so only names, codes and the stack's places stay. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return 'not an error object';
  const { name, code, constraint, table, cause, stack } = error as Caused;
  const told = [name, code, table, constraint].filter((one) => typeof one === 'string').join(' ');
  const fromQuery = cause instanceof Error || code !== undefined;
  const message = fromQuery ? '' : `: ${error.message}`;
  const places = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const because = cause instanceof Error ? `\n  because of ${describeError(cause)}` : '';
  return `${told}${message}\n${places.slice(0, 8).join('\n')}${because}`;
}
