import type { IncidentEventKind, IncidentField, LinkKind } from './input.ts';

/** A moderator's word that of a field the value counts which this report tells. */
export type Choice = {
  field: IncidentField;
  reportId: string;
  eventId: string;
  byUserId: string;
  at: Date;
  reason: string | null;
};

export type Move = { reportId: string; from: string | null; to: string | null };

export type IncidentEvent = {
  id: string;
  number: number;
  kind: IncidentEventKind;
  incidentId: string;
  otherIncidentId: string | null;
  moves: Move[];
  field: IncidentField | null;
  reportId: string | null;
  detail: Record<string, unknown>;
  linkKind: LinkKind | null;
  /** 1: this incident came first, -1: the other one, null: not known. */
  linkOrder: number | null;
  aboutId: string | null;
  reason: string | null;
  byUserId: string;
  at: Date;
};

export type Link = {
  eventId: string;
  otherIncidentId: string;
  kind: LinkKind;
  /** Seen from the incident that is asked about. */
  other: 'earlier' | 'later' | null;
  reason: string | null;
  byUserId: string;
  at: Date;
};

/** Events that stand, oldest first: undone ones and the undoings are left out. */
export function standing(events: readonly IncidentEvent[]): IncidentEvent[] {
  const undone = new Set(events.flatMap(({ kind, aboutId }) => (kind === 'undo' && aboutId ? [aboutId] : [])));
  return events.filter(({ id, kind }) => kind !== 'undo' && !undone.has(id)).sort((a, b) => a.number - b.number);
}

/** The choices of an incident, the newest of each field; a merge brings those of fields that were not chosen here. */
export function choicesOf(incidentId: string, events: readonly IncidentEvent[]): Choice[] {
  const chosen = new Map<IncidentField, Choice>();
  for (const event of standing(events)) {
    if (event.incidentId !== incidentId) continue;
    if (event.kind === 'choose' && event.field) {
      const { field, reportId, id: eventId, byUserId, at, reason } = event;
      if (reportId) chosen.set(field, { field, reportId, eventId, byUserId, at, reason });
      else chosen.delete(field);
    }
    if (event.kind === 'merge')
      for (const brought of broughtChoices(event)) if (!chosen.has(brought.field)) chosen.set(brought.field, brought);
  }
  return [...chosen.values()].sort((a, b) => (a.field < b.field ? -1 : 1));
}

const broughtChoices = ({ detail }: IncidentEvent): Choice[] =>
  ((detail.choices ?? []) as (Omit<Choice, 'at'> & { at: string | Date })[]).map((one) => ({
    ...one,
    at: new Date(one.at),
  }));

/** The links of an incident that nobody has ended, seen from it. */
export function linksOf(incidentId: string, events: readonly IncidentEvent[]): Link[] {
  const now = standing(events);
  const ended = new Set(now.flatMap(({ kind, aboutId }) => (kind === 'unlink' && aboutId ? [aboutId] : [])));
  return now.flatMap((event): Link[] => {
    if (event.kind !== 'link' || ended.has(event.id) || !event.otherIncidentId || !event.linkKind) return [];
    const fromHere = event.incidentId === incidentId;
    if (!fromHere && event.otherIncidentId !== incidentId) return [];
    const otherIsLater = event.linkOrder === null ? null : event.linkOrder === (fromHere ? 1 : -1);
    return [
      {
        eventId: event.id,
        otherIncidentId: fromHere ? event.otherIncidentId : event.incidentId,
        kind: event.linkKind,
        other: otherIsLater === null ? null : otherIsLater ? 'later' : 'earlier',
        reason: event.reason,
        byUserId: event.byUserId,
        at: event.at,
      },
    ];
  });
}

/** Which later events still build on an event, so that it cannot be undone before them: those that moved its reports on. */
export function blockers(event: IncidentEvent, events: readonly IncidentEvent[]): IncidentEvent[] {
  const moved = new Set(event.moves.map(({ reportId }) => reportId));
  return standing(events).filter(
    (later) => later.number > event.number && later.moves.some(({ reportId }) => moved.has(reportId)),
  );
}
