import type { Context } from '../../../../lib/context.ts';
import { isProblem } from '../../../../lib/errors.ts';
import { getRecord, type RecordView } from '../../../../lib/records/get-record.ts';

export async function recordOrNone(ctx: Context, id: string): Promise<RecordView | null> {
  try {
    return await getRecord(ctx, id);
  } catch (error) {
    if (isProblem(error) && error.code === 'not_found') return null;
    throw error;
  }
}
