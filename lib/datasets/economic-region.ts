// The economic regions of the reference table of districts, by ISO 3166-2; Ağdərə has no code yet.
const easternZangezur = ['AZ-CAB', 'AZ-KAL', 'AZ-QBI', 'AZ-LAC', 'AZ-ZAN'];
const karabakh = ['AZ-AGC', 'AZ-AGM', 'AZ-BAR', 'AZ-FUZ', 'AZ-XA', 'AZ-XCI', 'AZ-XVD', 'AZ-SUS', 'AZ-TAR'];

/** First administrative level of a district, null where the table is silent. */
export function regionOf(iso: string | null | undefined, nameAz: string | null): string | null {
  if (iso && easternZangezur.includes(iso)) return 'Eastern Zangezur';
  if ((iso && karabakh.includes(iso)) || nameAz === 'Ağdərə') return 'Karabakh';
  return null;
}
