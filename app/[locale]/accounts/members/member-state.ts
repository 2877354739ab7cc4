import type { getTranslations } from 'next-intl/server';
import type { Member } from '../../../../lib/accounts/members/list-users.ts';
import { formatDate, formatDateTime } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';

type State = { kind: 'stopped' | 'settled' | 'attention' | 'waiting'; words: string; more?: string };
type Translate = Awaited<ReturnType<typeof getTranslations<'accounts'>>>;

/** Shape and words, and sometimes more of them, for how an account stands. */
export function memberState(t: Translate, locale: Locale, member: Member): State {
  if (member.closedAt) {
    const date = formatDate(locale, member.closedAt);
    return { kind: 'stopped', words: t('members.states.closed', { date }) };
  }
  if (member.demonstration) return { kind: 'settled', words: t('members.states.demonstration') };
  if (member.hasPassword) return { kind: 'settled', words: t('members.states.active') };
  if (!member.linkUntil) return { kind: 'attention', words: t('members.states.noPassword') };
  const more = t('members.states.linkUntil', { until: formatDateTime(locale, member.linkUntil) });
  return { kind: 'waiting', words: t('members.states.invited'), more };
}
