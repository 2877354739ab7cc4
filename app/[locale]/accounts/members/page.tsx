import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listUsers } from '../../../../lib/accounts/members/list-users.ts';
import { listOrganisations } from '../../../../lib/accounts/organisations/list-organisations.ts';
import { type LocaleParams, pageLocale } from '../../../../lib/i18n/page-locale.ts';
import { pageAccess } from '../../../_http/page-access.ts';
import { Secret } from '../../../_ui/secret.tsx';
import { AccountShell } from '../_parts/account-shell.tsx';
import { answerOf } from '../_parts/answer.ts';
import { FormAnswer } from '../_parts/form-answer.tsx';
import { InviteForm } from './invite-form.tsx';
import { ManageMember } from './manage-member.tsx';
import { MemberTable } from './member-table.tsx';

type Props = LocaleParams & { searchParams: Promise<{ user?: string }> };

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'accounts' });
  return { title: t('members.title') };
}

/** All accounts and the form to invite; with `?user=` one account and what can be done to it. */
export default async function MembersPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { session, ctx } = await pageAccess(locale, '/accounts/members', 'administrator');
  const t = await getTranslations({ locale, namespace: 'accounts' });
  const { user } = await searchParams;
  const users = await listUsers(ctx);
  const organisations = (await listOrganisations(ctx)).filter(({ closedAt }) => !closedAt);
  const chosen = users.find(({ userId }) => userId === user);
  const path = chosen ? `/accounts/members?user=${chosen.userId}` : '/accounts/members';
  const answer = await answerOf(locale, path);
  return (
    <AccountShell locale={locale} path={path} session={session}>
      <h1>{chosen ? chosen.name : t('members.title')}</h1>
      <FormAnswer locale={locale} answer={answer} />
      {answer.secret && (
        <Secret
          title={t('members.linkTitle')}
          once={t('members.linkOnce')}
          label={t('members.linkLabel')}
          value={answer.secret}
        />
      )}
      {chosen ? (
        <ManageMember locale={locale} member={chosen} organisations={organisations} answer={answer} />
      ) : (
        <>
          <MemberTable locale={locale} members={users} />
          <InviteForm locale={locale} organisations={organisations} answer={answer} />
        </>
      )}
    </AccountShell>
  );
}
