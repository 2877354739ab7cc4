import type { SquareId } from '../geo/squares.ts';
import type { SurfaceShapes } from './surface-shapes.ts';

export const organisationSchemaVersion = '1.0';
/** The daily surface of vetted organisations. Its clues are read by `listSharedClues`: those of this batch that still stand. */
export type OrganisationBody = {
  schemaVersion: string;
  publishedOn: string;
  demonstration: boolean;
  area: { type: string; coordinates: unknown } | null;
  /** Computed from the clues whose reporters share with organisations, and from no other. */
  shapes: SurfaceShapes;
  /** Where the other clues lie, as coarse as the public sees them: what is not shared is not hidden as danger. */
  squares: SquareId[];
  /** Where clues and records lie in sensitive zones, as coarse: the mine-action authority's only. Missing in batches from before. */
  sensitive?: SquareId[];
};

export const organisationBody = (parts: Omit<OrganisationBody, 'schemaVersion'>): OrganisationBody => ({
  schemaVersion: organisationSchemaVersion,
  ...parts,
});
