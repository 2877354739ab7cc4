'use server';

import { createInvitation } from '../../../../lib/accounts/links/create-invitation.ts';
import type { OneTimeLink } from '../../../../lib/accounts/links/issue-link.ts';
import { issueOneTimeLink } from '../../../../lib/accounts/links/issue-one-time-link.ts';
import { changeRole } from '../../../../lib/accounts/members/change-role.ts';
import { closeAccount } from '../../../../lib/accounts/members/close-account.ts';
import { env } from '../../../../lib/env.ts';
import { formAction } from '../../../_http/form-action.ts';

const list = '/accounts/members';
const one = (userId: FormDataEntryValue | null) => `${list}?user=${encodeURIComponent(String(userId))}`;
const address = ({ path }: OneTimeLink): string => new URL(path, env().NEXTAUTH_URL).href;

export async function invite(locale: string, data: FormData) {
  await formAction({ locale, path: list, form: 'invite' }, data, async (ctx, values) => {
    const link = await createInvitation(ctx, { ...values, organisationId: values.organisationId || null });
    return { done: 'invited', secret: address(link) };
  });
}

export async function newLink(locale: string, data: FormData) {
  const path = one(data.get('userId'));
  await formAction({ locale, path, form: 'link' }, data, async (ctx, { userId = '', purpose }) => {
    const link = await issueOneTimeLink(ctx, { userId, purpose: purpose === 'invitation' ? 'invitation' : 'reset' });
    return { done: 'linkIssued', secret: address(link) };
  });
}

export async function saveRole(locale: string, data: FormData) {
  await formAction({ locale, path: one(data.get('userId')), form: 'role' }, data, async (ctx, values) => {
    const organisationId = values.organisationId || null;
    await changeRole(ctx, { ...values, organisationId, version: Number(values.version) });
    return { done: 'roleChanged' };
  });
}

export async function close(locale: string, data: FormData) {
  await formAction(
    { locale, path: one(data.get('userId')), form: 'close' },
    data,
    async (ctx, { userId = '', why }) => {
      await closeAccount(ctx, { userId, reason: why });
      return { done: 'accountClosed' };
    },
  );
}
