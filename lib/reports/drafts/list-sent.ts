import type { Context } from '../../context.ts';
import { spoken } from '../../ids.ts';
import { sentState } from './input.ts';
import { requireInterviewer } from './interviewers.ts';
import { sentBy } from './store.ts';

const most = 200;

/** The last 200 reports of the own organisation (a moderator's own), with how far they are, told coarsely. */
export async function listSent(ctx: Context) {
  const rows = await sentBy(ctx.db, requireInterviewer(ctx), ctx.now, most);
  return rows.map(({ number, state, channel, ...row }) => ({
    ...row,
    told: channel === 'interview' ? ('person' as const) : ('team' as const),
    spokenId: spoken.report(number),
    state: sentState[state],
  }));
}
