import { offsetNames } from './offset.ts';
import { scanNames } from './scan.ts';

const keptNames = [...offsetNames, ...scanNames, 'kept'];

/** A page's address with what came along from the other forms of the desk. */
export function keptPath(path: string, data: FormData, names: readonly string[] = keptNames): string {
  const [desk = '', query] = path.split('?');
  const address = new URLSearchParams(query);
  for (const name of names) {
    const value = data.get(name);
    if (typeof value === 'string') address.set(name, value);
  }
  return address.size > 0 ? `${desk}?${address}` : desk;
}
