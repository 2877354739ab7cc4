/** Proper names and marks that no language translates; the catalogue test lets them stand as they are. */
export const sameInEveryLanguage = new Set([
  'Mineclue',
  'GeoJSON',
  'CSV',
  'CSV + HXL',
  'QGIS',
  'MGRS',
  'UTM',
  'HXL',
  'CC BY 4.0',
  'OpenStreetMap',
  '{start} – {end}',
]);

/** Words that are spelt the same in English and in Azerbaijani. */
export const sameInAzerbaijani = new Set(['Operator', 'operator', 'moderator', 'Moderator', 'administrator']);
