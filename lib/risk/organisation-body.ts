import type { SquareId } from '../geo/squares.ts';
import type { ReleasedLand } from './batches/released-land.ts';
import type { SurfaceShapes } from './surface-shapes.ts';

export const organisationSchemaVersion = '1.0';
/** The daily surface of vetted organisations. Its clues are read by `listSharedClues`: those of this batch that still stand. */
export type OrganisationBody = {
  schemaVersion: string;
  publishedOn: string;
  demonstration: boolean;
  area: { type: string; coordinates: unknown } | null;
  /** Computed from the clues whose reporters share with organisations, and from no other. No cell of it is released: that is drawn over it. */
  shapes: SurfaceShapes;
  /** Where the other clues lie, as coarse as the public sees them and as of its newest batch: what is not shared is not hidden as danger. */
  squares: SquareId[];
  /** Missing in batches from before, which have released cells instead. */
  released?: ReleasedLand[];
  /** Where clues and records lie in sensitive zones, as coarse: the mine-action authority's only. Missing in batches from before. */
  sensitive?: SquareId[];
};

export const organisationBody = (parts: Omit<OrganisationBody, 'schemaVersion'>): OrganisationBody => ({
  schemaVersion: organisationSchemaVersion,
  ...parts,
});
