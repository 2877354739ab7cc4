import type { Context } from '../context.ts';
import type { Submitted } from './submit-report.ts';

/**
 * What whoever sent a report hears of it. Its number counts all reports: two sendings by a stranger would tell how many
 * came between them. So it is for accounts and partners only; practice counts nothing.
 */
export function toldToSender({ actor }: Pick<Context, 'actor'>, sent: Submitted): Omit<Submitted, 'number'> {
  const { number: _, ...rest } = sent;
  return sent.practice || actor.type === 'user' || actor.type === 'apiKey' ? sent : rest;
}
