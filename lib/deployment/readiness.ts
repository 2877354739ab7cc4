import { sql } from 'drizzle-orm';
import journal from '../../drizzle/migrations/meta/_journal.json' with { type: 'json' };
import { database } from '../db/client.ts';

export type Readiness = 'ready' | 'migrations pending' | 'database unavailable';

/** Whether the database answers, and has every migration that this build knows. Asked by load balancers: public. */
export async function readiness(): Promise<Readiness> {
  const newest = Math.max(...journal.entries.map((entry) => entry.when));
  try {
    const { rows } = await database().execute<{ at: string }>(
      sql`select max(created_at) as at from drizzle.__drizzle_migrations`,
    );
    return Number(rows[0]?.at) >= newest ? 'ready' : 'migrations pending';
  } catch {
    return 'database unavailable';
  }
}
