import { type ReportKind, type ReportState, reportKinds, reportStates } from '../../../../lib/reports/input.ts';
import { openStates } from '../../../../lib/triage/transitions.ts';

/** The workbench's state stands in its address, so that a view can be kept and sent. */
export type Address = { report?: string; state?: string; kind?: string; q?: string; district?: string; from?: string };

/** A path below the language; empty parts are left out. */
export function addressOf(address: Address): string {
  const query = new URLSearchParams(
    Object.entries(address).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  return `/triage${query.size > 0 ? `?${query}` : ''}`;
}

export const pageSize = 25;

/** What of the address is a filter that the queue understands; anything else is left out. */
export function filterOf({ state, kind, q, district, from }: Address) {
  const states: readonly ReportState[] | undefined =
    state === 'all' ? reportStates : reportStates.includes(state as ReportState) ? [state as ReportState] : openStates;
  return {
    states: [...states],
    kind: reportKinds.find((one): one is ReportKind => one === kind),
    text: q?.slice(0, 200) || undefined,
    districtId: district?.slice(0, 80) || undefined,
    limit: pageSize,
    offset: /^\d{1,6}$/.test(from ?? '') ? Number(from) : 0,
  };
}
