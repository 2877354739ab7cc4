import { isProblem } from '../../../lib/errors.ts';

/** For pages: null where the verb refuses this reader, anything else stays an error. */
export function refusal(error: unknown): null {
  if (isProblem(error) && (error.status === 401 || error.status === 403)) return null;
  throw error;
}
