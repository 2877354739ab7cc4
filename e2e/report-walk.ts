import type { APIRequestContext } from '@playwright/test';
import { type Language, poster, sealedIn, stepIn } from './reporting.ts';

export type Seen = { name: string; html: string };
type Told = Record<string, string>;

const answers: Record<string, Told> = {
  kind: { kind: 'hazard_knowledge' },
  place: { where: 'coordinates', coordinates: '39.8177, 46.7528' },
  date: { when: 'month', month_m: '5', month_y: '2024' },
  people: { injured: '1', animalsToo: 'yes' },
  'animals:0': { a0_species: 'goat', a0_killed: '2' },
  blasts: { several: 'yes', b0_cause: 'person.0' },
  description: { description: 'by the mill' },
  consent: { shareWithNgos: 'yes', contactMe: 'yes', contact: 'a@example.org' },
};
const line = { where: 'line', linePoints: '39.8177, 46.7528\n39.8240, 46.7660', lineOff: '200' };
const refused: Record<string, Told> = {
  door: {},
  place: { where: 'coordinates', coordinates: '46,7528; 39,8177' },
  date: { when: 'day', day_d: '31', day_m: '2', day_y: '2024' },
  people: { injured: 'many' },
  blasts: { several: 'yes', followsReceipt: 'none' },
};

/** Every page and state of the form in one language, by plain posts: each question, its refusals, the last page, the receipt. */
export async function everyPage(request: APIRequestContext, locale: Language): Promise<Seen[]> {
  const { post, first } = poster(request, locale);
  const seen: Seen[] = [];
  const see = (name: string, html: string) => {
    if (!seen.some((one) => one.name === name)) seen.push({ name, html });
    return html;
  };
  const start = see('safety', await first());
  see('hurt', await post(start, { go: 'hurt' }));
  see('lost', await post('', { sealed: 'none of ours', description: 'what I saw', go: 'next' }, 'description'));
  const door = see('door', await post(start, { go: 'start' }));
  for (const [way, kind] of [
    ['human', undefined],
    ['animal', undefined],
    ['know', 'hazard_knowledge'],
    ['know', 'hazard_sighting'],
  ] as const) {
    let html = await post(door, { door: way, go: 'next' });
    while (stepIn(html) !== 'check') {
      const step = stepIn(html);
      see(step === 'place' ? `place of ${way}` : step, html);
      if (refused[step]) see(`${step} refused`, await post(html, { ...refused[step], go: 'next' }));
      if (step === 'place') {
        see('place by name', await post(html, { where: 'name', placeName: 'Шуша', go: 'next' }));
        see('another place', await post(html, { ...answers.place, go: 'more' }));
        if (way === 'know')
          see('corner refused', await post(html, { where: 'area', areaPoints: '39.8, 46.7\nby the mill', go: 'next' }));
      }
      const own = step === 'kind' && kind ? { kind } : step === 'place' && way === 'know' ? line : answers[step];
      html = await post(html, { ...own, go: 'next' });
      if (sealedIn(html) === '') throw new Error(`after ${step} of ${way} the form shows no question`);
    }
    see(`answers of ${way}`, html);
    if (way === 'human') {
      see('receipt', await post(html, { go: 'send' }));
      see('answers refused', await post(html, { website: 'filled', go: 'send' }));
    }
  }
  return seen;
}
