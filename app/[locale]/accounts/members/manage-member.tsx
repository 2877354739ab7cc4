import { getTranslations } from 'next-intl/server';
import type { Member } from '../../../../lib/accounts/members/list-users.ts';
import { Button } from '../../../_ui/button.tsx';
import { Facts } from '../../../_ui/facts.tsx';
import { TextField } from '../../../_ui/form/text-field.tsx';
import { StateLabel } from '../../../_ui/state-label.tsx';
import { close, newLink, saveRole } from './actions.ts';
import { memberState } from './member-state.ts';
import { RoleFields, type RoleFieldsProps } from './role-fields.tsx';

type Props = RoleFieldsProps & { member: Member };

export async function ManageMember({ locale, member, organisations, answer }: Props) {
  const t = await getTranslations({ locale, namespace: 'accounts' });
  const { kind, words, more } = memberState(t, locale, member);
  const facts = [
    { term: t('profile.email'), detail: member.email },
    { term: t('profile.role'), detail: t(`roles.${member.role}`) },
    {
      term: t('members.state'),
      detail: (
        <>
          <StateLabel kind={kind}>{words}</StateLabel> {more}
        </>
      ),
    },
  ];
  const userId = <input type="hidden" name="userId" value={member.userId} />;
  return (
    <>
      <Facts items={facts} />
      {!member.closedAt && (
        <>
          <form className="account-form" action={newLink.bind(null, locale)}>
            <h2>{t('members.newLink')}</h2>
            <p className="quiet">{t('members.newLinkHint')}</p>
            {userId}
            <input type="hidden" name="purpose" value={member.hasPassword ? 'reset' : 'invitation'} />
            <Button kind="second">{t('members.inviteSubmit')}</Button>
          </form>
          <form className="account-form" action={saveRole.bind(null, locale)}>
            <h2>{t('members.changeRole')}</h2>
            {userId}
            <input type="hidden" name="version" value={member.version} />
            <RoleFields
              locale={locale}
              organisations={organisations}
              answer={answer}
              role={member.role}
              organisationId={member.organisationId}
            />
            <TextField name="reason" label={t('members.reason')} maxLength={500} autoComplete="off" />
            <Button kind="second">{t('members.saveRole')}</Button>
          </form>
          <form className="account-form" action={close.bind(null, locale)}>
            <h2>{t('members.close')}</h2>
            <p>{t('members.closeHint')}</p>
            {userId}
            <TextField name="why" label={t('members.reason')} maxLength={500} autoComplete="off" />
            <Button kind="warning">{t('members.close')}</Button>
          </form>
        </>
      )}
      <p>
        <a href={`/${locale}/accounts/members`}>{t('members.back')}</a>
      </p>
    </>
  );
}
