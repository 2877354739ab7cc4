import { getTranslations } from 'next-intl/server';
import type { listAuditEvents } from '../../../../lib/audit/list-audit-events.ts';
import { formatDateTime } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { DataTable } from '../../../_ui/data-table.tsx';

type Event = Awaited<ReturnType<typeof listAuditEvents>>['events'][number];

export async function AuditTable({ locale, events }: { locale: Locale; events: Event[] }) {
  const t = await getTranslations({ locale, namespace: 'accounts' });
  const columns = (['at', 'actor', 'action', 'subject', 'detail'] as const).map((key) => ({
    key,
    label: t(`audit.${key}`),
  }));
  const actor = ({ actorType, actorName }: Event) => {
    const kind = `audit.actors.${actorType}` as 'audit.actors.user';
    return [actorType !== 'user' && t.has(kind) ? t(kind) : null, actorName].filter(Boolean).join(': ');
  };
  const rows = events.map((event) => ({
    key: String(event.id),
    cells: {
      at: formatDateTime(locale, event.at),
      actor: actor(event),
      action: <code className="audit-code audit-action">{event.action}</code>,
      subject: (
        <a
          href={`/${locale}/accounts/audit?${new URLSearchParams({ type: event.subjectType, subject: event.subjectId })}`}
        >
          {event.subjectType} {event.subjectName ?? event.subjectId.slice(0, 8)}
        </a>
      ),
      detail: (
        <>
          {event.detail.wordsErased ? t('audit.wordsErased') : event.reason}
          {Object.keys(event.detail).length > 0 && (
            <div className="audit-code quiet">{JSON.stringify(event.detail)}</div>
          )}
        </>
      ),
    },
  }));
  return (
    <DataTable
      id="audit"
      caption={t('audit.title')}
      captionHidden
      columns={columns}
      rows={rows}
      empty={t('audit.empty')}
    />
  );
}
