import { getTranslations } from 'next-intl/server';
import type { Member } from '../../../../lib/accounts/members/list-users.ts';
import { formatDateTime } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { DataTable } from '../../../_ui/data-table.tsx';
import { StateLabel } from '../../../_ui/state-label.tsx';
import { memberState } from './member-state.ts';

export async function MemberTable({ locale, members }: { locale: Locale; members: Member[] }) {
  const t = await getTranslations({ locale, namespace: 'accounts' });
  const columns = (['name', 'role', 'organisation', 'state', 'seen'] as const).map((key) => ({
    key,
    label: t(`members.${key}`),
  }));
  const rows = members.map((member) => {
    const { kind, words, more } = memberState(t, locale, member);
    return {
      key: member.userId,
      cells: {
        name: (
          <>
            <a
              href={`/${locale}/accounts/members?user=${member.userId}`}
              aria-label={t('members.manageOne', { name: member.name })}
            >
              {member.name}
            </a>
            <br />
            <span className="small quiet account-email">{member.email}</span>
          </>
        ),
        role: t(`roles.${member.role}`),
        organisation: member.organisation ?? '–',
        state: (
          <>
            <StateLabel kind={kind}>{words}</StateLabel> {more && <span className="small quiet">{more}</span>}
          </>
        ),
        seen: member.seenAt ? formatDateTime(locale, member.seenAt) : t('members.never'),
      },
    };
  });
  return <DataTable id="members" caption={t('members.title')} captionHidden columns={columns} rows={rows} />;
}
