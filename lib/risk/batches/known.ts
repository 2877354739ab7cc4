import { mayRead } from '../../clues/disclosure.ts';
import { sharedClueIds } from '../../clues/shared-clue-ids.ts';
import type { Context } from '../../context.ts';
import { getDeployment } from '../../deployment/get-deployment.ts';
import { type AcceptedRecord, findAcceptedRecords } from '../../records/find-accepted.ts';
import { findOfficial } from '../find-official.ts';
import { dayOf } from '../rules.ts';
import { findVerifiedClues } from '../store.ts';

export type Known = Awaited<ReturnType<typeof gatherKnown>>;

/** All that a batch is made of: `open` is what touches no sensitive zone, for others as if the rest had never been told. */
export async function gatherKnown(ctx: Context) {
  const deployment = (await getDeployment(ctx))!;
  const { demonstration, areaOfInterest: area } = deployment;
  const publishedOn = ctx.now.toISOString().slice(0, 10);
  const clues = await findVerifiedClues(ctx.db, demonstration);
  const records = await findAcceptedRecords(ctx.db, demonstration);
  return {
    deployment,
    frame: { publishedOn, demonstration, area },
    today: dayOf(publishedOn),
    clues,
    records,
    open: {
      clues: clues.filter(isOpen),
      records: records.filter(isOpen),
      official: await findOfficial(ctx.db, demonstration, { open: true }),
    },
    shared: await sharedClueIds(
      ctx,
      clues.map(({ id }) => id),
    ),
  };
}

const isOpen = (one: { sensitive: boolean }) => mayRead('public', one);

/** Records that organisations read too; the others are moderators' and the authority's. */
export const isTold = ({ audience }: AcceptedRecord): boolean => audience === 'organisations';
