import type { accidentTypes } from '../input.ts';

type AccidentType = (typeof accidentTypes)[number];

const byDevice: Record<string, AccidentType> = {
  ap_mine: 'mine',
  av_mine: 'mine',
  ap_mine_improvised: 'mine',
  av_mine_improvised: 'mine',
  mine_unspecified: 'mine',
  submunition: 'cluster',
  uxo_other: 'uxo_axo',
  axo: 'uxo_axo',
  booby_trap: 'ied',
  ied_other: 'ied',
  stored_ammunition: 'stored_ammunition',
};

/** IMSMA's type of accident from what was told of the object and of the people; nobody is asked for it. */
export function accidentTypeOf(
  devices: { category: string }[],
  victims: { activity?: string }[],
): AccidentType | undefined {
  const demining = victims.some(({ activity }) => activity === 'demining');
  if (demining) return 'demining_accident';
  return devices.map(({ category }) => byDevice[category]).find((type) => type !== undefined);
}
