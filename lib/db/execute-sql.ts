import type { QueryResult } from 'pg';
import { database } from './client.ts';

/** Runs SQL text on the shared pool; `rows` holds the rows of every statement in it, which pg-boss relies on. */
export async function executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> {
  const client = await database().$client.connect();
  try {
    const answer: QueryResult | QueryResult[] = await client.query(text, values);
    return { rows: Array.isArray(answer) ? answer.flatMap((part) => part.rows) : answer.rows };
  } catch (error) {
    // text with its own BEGIN that fails halfway would leave the next one on this connection inside it
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}
