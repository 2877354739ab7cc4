/** Files that everybody may take, and those of vetted organisations. */
export const publicFiles = ['squares.geojson', 'squares.csv', 'counts.csv', 'victims.csv'] as const;
export const organisationFiles = ['clues.csv', 'clues.geojson'] as const;
export const datasetFiles = [...publicFiles, ...organisationFiles] as const;
export type PublicFile = (typeof publicFiles)[number];
export type OrganisationFile = (typeof organisationFiles)[number];
export type DatasetFile = (typeof datasetFiles)[number];

/** Raised with every change of a column. */
export const schemaVersion = '1.1';
