'use server';

import { setCommunity } from '../../../../lib/accounts/organisations/set-community.ts';
import { formAction } from '../../../_http/form-action.ts';

export async function saveCommunity(locale: string, path: string, data: FormData) {
  await formAction({ locale, path, form: 'community' }, data, async (ctx, { organisationId, community, version }) => {
    await setCommunity(ctx, { organisationId, community: community || null, version: Number(version) });
    return { done: 'communitySaved' };
  });
}
