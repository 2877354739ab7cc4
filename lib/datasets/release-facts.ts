import { listOrganisations } from '../accounts/organisations/list-organisations.ts';
import type { Context } from '../context.ts';
import { type Deployment, getDeployment } from '../deployment/get-deployment.ts';
import { env } from '../env.ts';
import { Problem } from '../errors.ts';
import { type Metadata, metadataOf } from './metadata.ts';

type Wanted = {
  file: string;
  title: string;
  count: number;
  removedSince?: number;
  release: { number: number; publishedOn: string };
  /** Under the organisation's agreement instead of the public licence. */
  agreed: boolean;
};

/** The facts that travel with a file. `forbidden` when the member's agreement has ended. */
export async function releaseFacts(ctx: Context, { release, agreed, ...wanted }: Wanted): Promise<Metadata> {
  const deployment = await getDeployment(ctx);
  return metadataOf({
    ...wanted,
    release: release.number,
    date: release.publishedOn,
    licence: agreed ? underAgreement : env().DATA_LICENCE,
    ...(agreed && { agreement: await agreement(ctx, deployment?.organisationAgreement ?? null) }),
    publisher: publisherOf(deployment),
    demonstration: deployment?.demonstration ?? false,
  });
}

function publisherOf(deployment: Deployment | null): string {
  if (deployment?.demonstration) return 'Mineclue, a demonstration without operator';
  return deployment?.operator ? `Mineclue, operated by ${deployment.operator}` : 'Mineclue';
}

const underAgreement =
  'For the receiving organisation only, under its agreement with the operator; not to be passed on.';

async function agreement(ctx: Context, general: string | null): Promise<string | null> {
  const { actor } = ctx;
  if (actor.type !== 'user' || actor.role !== 'organisation') return general;
  const [own] = await listOrganisations(ctx);
  if (own?.agreementUntil && own.agreementUntil < ctx.now)
    throw new Problem('forbidden', { reason: 'agreement ended' });
  return own?.agreementText ?? general;
}
