import { randomUUID } from 'node:crypto';
import type { APIRequestContext, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

type Told = { at: readonly [lng: number, lat: number]; metres?: number } & Record<string, unknown>;

/** Sent by nobody who is signed in: one person hurt, told by an eyewitness, unless said otherwise. */
export async function send(request: APIRequestContext, { at, metres = 120, ...told }: Told): Promise<number> {
  const place = { geometry: { type: 'Point', coordinates: at }, method: 'map_pin', positionOf: 'event' };
  const answer = await request.post('/api/v1/reports', {
    data: {
      ...{ reportId: randomUUID(), kind: 'human_accident', language: 'en', injured: 1 },
      locations: [{ ...place, uncertaintyMetres: metres }],
      reporter: { type: 'eyewitness', knowledgeBasis: 'own_observation' },
      consent: { shareWithNgos: true },
      ...told,
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()).number;
}

/** Somewhere within a box of degrees, so that no earlier story's report is taken for the same event. */
export const somewhere = (lng: number, lat: number, width = 0.2): [number, number] => [
  lng + Math.random() * width,
  lat + Math.random() * width,
];

/** From the queue to the case, until its keys are heard. */
export async function openCase(page: Page, number: number): Promise<void> {
  await page.goto(`/en/triage?q=R-${number}`);
  const link = page.getByRole('link', { name: new RegExp(`R-${number}\\b`) });
  await link.first().click();
  await expect(page.getByRole('region', { name: 'Case' })).toContainText(`R-${number}`);
  await mapReady(page);
}

/** The page's map has been drawn, and with it its scripts have come. */
export const mapReady = (page: Page) => expect(page.locator('.map-frame')).toHaveAttribute('data-ready', 'yes');

/** Says that the case's words were read and hide nothing. */
export async function wordsRead(page: Page): Promise<void> {
  await page.keyboard.press('w');
  await expect(page.getByText('words read, every mark decided')).toBeVisible();
}
