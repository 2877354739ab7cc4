import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';

const css = readFileSync(path.join(import.meta.dirname, 'tokens.css'), 'utf8');
const colours = (block: string) =>
  Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, hex]) => [name, hex]));
const [, lightBlock = '', darkBlock = ''] = css.split(':root {');
const light: Record<string, string> = colours(lightBlock);
const dark: Record<string, string> = { ...light, ...colours(darkBlock.split('@media')[0] ?? '') };

const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** WCAG 2.2 relative luminance. */
function luminance(rgb: number[]): number {
  const [r = 0, g = 0, b = 0] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const mix = (over: string, under: string, share: number) =>
  channels(over).map((value, index) => value * share + (channels(under)[index] ?? 0) * (1 - share));

function ratio(a: number[], b: number[]): number {
  const [bright = 0, dim = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (bright + 0.05) / (dim + 0.05);
}

const dangerShare = (mode: string) => {
  const shares = [...css.matchAll(/--danger-share: (\d+)%/g)].map(([, share]) => Number(share) / 100);
  return shares[mode === 'dark' ? 1 : 0] ?? 0;
};

const texts = [
  ['ink', 'paper'],
  ['ink', 'surface'],
  ['ink', 'warning-paper'],
  ['quiet', 'paper'],
  ['quiet', 'surface'],
  ['action', 'paper'],
  ['action', 'surface'],
  ['action', 'warning-paper'],
  ['warning', 'paper'],
  ['warning', 'surface'],
  ['warning', 'warning-paper'],
  ['on-action', 'action'],
  ['paper', 'ink'],
] as const;

describe('tokens', () => {
  for (const [mode, tokens] of Object.entries({ light, dark })) {
    const colour = (name: string) => {
      assert.ok(tokens[name], `--${name} is missing in ${mode}`);
      return tokens[name];
    };

    for (const [text, ground] of texts)
      test(`${mode}: ${text} on ${ground} reaches 4.5:1`, () => {
        const found = ratio(channels(colour(text)), channels(colour(ground)));
        assert.ok(found >= 4.5, found.toFixed(2));
      });

    test(`${mode}: edges of inputs, the public danger colour and the hatch reach 3:1`, () => {
      const marks = {
        input: ratio(mix(colour('ink'), colour('surface'), 0.6), channels(colour('surface'))),
        hatch: ratio(mix(colour('quiet'), colour('paper'), 0.7), channels(colour('paper'))),
        danger: ratio(mix(colour('danger'), colour('paper'), dangerShare(mode)), channels(colour('paper'))),
      };
      for (const [mark, found] of Object.entries(marks)) assert.ok(found >= 3, `${mark} ${found.toFixed(2)}`);
    });

    test(`${mode}: the focus ring stands out from its own ink edge, and one of both from the page`, () => {
      const ring = channels(colour('focus'));
      const edge = channels(colour('on-focus'));
      assert.ok(ratio(ring, edge) >= 3);
      assert.ok(Math.max(ratio(ring, channels(colour('paper'))), ratio(edge, channels(colour('paper')))) >= 3);
    });
  }

  test('no colour of the palette is green', () => {
    for (const [name, hex] of Object.entries({ ...light, ...dark })) {
      const [r = 0, g = 0, b = 0] = channels(hex);
      assert.ok(!(g > r + 16 && g > b + 16), `--${name} ${hex}`);
    }
  });
});
