import { foldName } from '../../places/fold.ts';

/** Beginnings of words that mean one thing in az, hy, ru and en, in any spelling that folds to the same: what tells events apart. */
const stems: Record<string, string> = {
  cow: 'inek malqara mal korov skot cow cows cattle kov kovi kovn ',
  sheep: 'goyun kouyn ovts ovec sheep vochar ',
  goat: 'keci koza koz goat aits ',
  horse: 'at losad horse dzi ',
  dog: 'it sobak dog sun ',
  bear: 'ayi medved bear arc ',
  herding: 'otar coban naxir pas past herd graz sepherd hoviv aratsats ',
  farming: 'ekin sum tarla pahat pole fermer farm plog dast gyugh ',
  wood: 'odun mese drova les timber wood pait antar ',
  mushroom: 'gobelek grib musrom sunk ',
  herbs: 'ot trav herb hots kanac ',
  tractor: 'traktor tractor ',
  lorry: 'yuk kamaz gruzovik truck lorry bernatar ',
  car: 'masin avtomobil mesin car mekena avto ',
  building: 'tikinti insaat stroit constr sinarar ',
  road: 'yol doroga road canaparh ',
  grave: 'qebir gebir kladbis grave cemet gerezman ',
  house: 'ev dom house tun ',
  river: 'cay reka river get ',
  bridge: 'korpu most bridge kamurc ',
  child: 'usag rebenok child yereha eraha ',
  foot: 'ayag noga foot leg vot ',
  hand: 'el ruka hand cerk ',
  deminer: 'minatemizle saper demin aknazerc ',
  scrap: 'metal scrap ',
};
const known = Object.entries(stems).flatMap(([concept, words]) =>
  words
    .split(' ')
    .filter(Boolean)
    .map((stem) => ({ concept: `=${concept}`, stem: foldName(stem) })),
);

/** The concept of a folded word, or the word itself. Short stems must be the whole word. */
export function conceptOf(word: string): string {
  const found = known.find(({ stem }) => (stem.length < 4 ? word === stem : word.startsWith(stem)));
  return found?.concept ?? word;
}
