import { createHash } from 'node:crypto';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { transaction } from '../db/transaction.ts';
import { buildAggregates } from './build-aggregates.ts';
import { type BuiltFile, buildClues } from './build-clues.ts';
import { organisationOf } from './holdings/organisation-of.ts';
import { saveHoldings } from './holdings/store.ts';
import { type DatasetFile, type OrganisationFile, organisationFiles, type PublicFile } from './input.ts';
import type { Metadata } from './metadata.ts';
import { insertDownload } from './store.ts';

export type Download = {
  fileName: string;
  contentType: string;
  body: string;
  sha256: string;
  bytes: number;
  metadata: Metadata;
};

/** The verified clues of the newest batch for a member of a vetted organisation; logged. Moderators may check what leaves. */
export const downloadClues = (ctx: Context, { file }: { file: OrganisationFile }): Promise<Download> =>
  logged(ctx, file, 'organisation');

/** Aggregates for everybody, from the newest weekly batch; logged without a person. */
export const downloadAggregates = (ctx: Context, { file }: { file: PublicFile }): Promise<Download> =>
  logged(ctx, file, 'public');

/** The file as `download…` would give it, for a page that shows size and checksum: refused alike, not logged. */
export async function previewFile(ctx: Context, file: DatasetFile): Promise<Download> {
  return describe(file, await build(ctx, file));
}

export const isOrganisationFile = (file: DatasetFile): file is OrganisationFile =>
  organisationFiles.some((one) => one === file);

const build = (ctx: Context, file: DatasetFile): Promise<BuiltFile> =>
  isOrganisationFile(file) ? buildClues(ctx, file) : buildAggregates(ctx, file);

function describe(file: DatasetFile, { body, metadata }: BuiltFile): Download {
  const [name, format] = file.split('.') as [string, 'csv' | 'geojson'];
  const mark = metadata.demonstration ? 'DEMONSTRATION-' : '';
  return {
    fileName: `${mark}mineclue-${name}-release-${metadata.release}-${metadata.date}.${format}`,
    contentType: format === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/geo+json; charset=utf-8',
    body,
    sha256: createHash('sha256').update(body).digest('hex'),
    bytes: Buffer.byteLength(body),
    metadata,
  };
}

async function logged(ctx: Context, file: DatasetFile, audience: 'public' | 'organisation'): Promise<Download> {
  const built = await build(ctx, file);
  const made = describe(file, built);
  const { actor } = ctx;
  const holder = audience === 'organisation' ? organisationOf(ctx) : null;
  await transaction(ctx, async (ctx) => {
    const id = await insertDownload(ctx.db, {
      at: ctx.now,
      audience,
      userId: audience === 'organisation' && actor.type === 'user' ? actor.userId : null,
      organisationId: holder,
      dataset: file.split('.')[0]!,
      format: file.split('.')[1]!,
      rowCount: made.metadata.count,
      sha256: made.sha256,
      query: { file, release: made.metadata.release },
    });
    if (audience === 'public') return;
    if (holder) await saveHoldings(ctx.db, holder, built.held ?? []);
    await recordAudit(ctx, {
      action: 'dataset.download',
      subjectType: 'datasetDownload',
      subjectId: id,
      detail: { file, release: made.metadata.release, rowCount: made.metadata.count, sha256: made.sha256 },
    });
  });
  return made;
}
