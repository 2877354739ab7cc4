import type { Context } from '../../context.ts';
import { loadReports } from '../store.ts';
import type { TextState } from './marks.ts';

export type ReportText = { language: string; description: string; text: TextState };

/** The words of reports and what was decided about them, in the order of the reports; those without words are left out. */
export async function loadTexts(ctx: Context, reportIds: readonly string[]): Promise<ReportText[]> {
  const reports = await loadReports(ctx, reportIds);
  return reports.flatMap(({ language, description, text }) => (description ? [{ language, description, text }] : []));
}
