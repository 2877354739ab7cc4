'use server';

import { createApiKey } from '../../../../lib/accounts/api-keys/create-api-key.ts';
import { revokeApiKey } from '../../../../lib/accounts/api-keys/revoke-api-key.ts';
import { closeOrganisation } from '../../../../lib/accounts/organisations/close-organisation.ts';
import { saveOrganisation } from '../../../../lib/accounts/organisations/save-organisation.ts';
import { formAction } from '../../../_http/form-action.ts';

const list = '/accounts/organisations';
const one = (id: FormDataEntryValue | null) => (id ? `${list}?organisation=${encodeURIComponent(String(id))}` : list);

export async function save(locale: string, data: FormData) {
  const path = one(data.get('organisationId'));
  await formAction({ locale, path, form: 'organisation' }, data, async (ctx, values) => {
    await saveOrganisation(ctx, {
      ...values,
      agreementText: values.agreementText ?? null,
      agreementUntil: values.agreementUntil || null,
      version: values.version ? Number(values.version) : undefined,
    });
    return { done: 'organisationSaved' };
  });
}

export async function close(locale: string, data: FormData) {
  await formAction({ locale, path: list, form: 'close' }, data, async (ctx, { organisationId = '' }) => {
    await closeOrganisation(ctx, organisationId);
    return { done: 'organisationClosed' };
  });
}

export async function makeKey(locale: string, path: string, data: FormData) {
  await formAction({ locale, path, form: 'key' }, data, async (ctx, values) => {
    const { secret } = await createApiKey(ctx, values);
    return { done: 'keyCreated', secret };
  });
}

export async function revokeKey(locale: string, path: string, data: FormData) {
  await formAction({ locale, path, form: 'key' }, data, async (ctx, { apiKeyId = '' }) => {
    await revokeApiKey(ctx, apiKeyId);
    return { done: 'keyRevoked' };
  });
}
