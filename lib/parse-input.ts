import type * as z from 'zod/mini';
import { Problem } from './errors.ts';

/** What the schema makes of `raw`; throws `invalid_input` with the first message key of each field path (dots between parts). */
export function parseInput<T extends z.ZodMiniType>(schema: T, raw: unknown): z.output<T> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) fields[path.join('.')] ??= message;
  throw new Problem('invalid_input', { fields });
}
