import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type PixelBox, placeLabels } from './label-positions.ts';

const frame = { x: 0, y: 0, width: 800, height: 600 };
const meet = (a: PixelBox, b: PixelBox) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('labels of places', () => {
  test('a free name stands right of its dot', () => {
    const [label] = placeLabels([{ id: 'a', x: 100, y: 100, text: 'Şuşa' }], [], frame, 14);
    assert.ok(label && label.box.x > 100 && !label.leader);
  });

  test('a name inside danger goes out on a leader, or is left out', () => {
    const danger = [{ x: 80, y: 80, width: 40, height: 40 }];
    const [label] = placeLabels([{ id: 'a', x: 100, y: 100, text: 'Laçın', most: 50 }], danger, frame, 14);
    assert.ok(label?.leader);
    const everywhere = [{ x: 0, y: 0, width: 800, height: 600 }];
    assert.deepEqual(placeLabels([{ id: 'a', x: 100, y: 100, text: 'Laçın', most: 50 }], everywhere, frame, 14), []);
  });

  test('property: no name covers danger, another name or the frame', () => {
    const number = (max: number) => fc.integer({ min: 0, max });
    const spot = fc.record({
      id: fc.uuid(),
      x: number(800),
      y: number(600),
      text: fc.string({ maxLength: 14 }),
      most: number(60),
    });
    const box = fc.record({ x: number(760), y: number(560), width: fc.constant(40), height: fc.constant(40) });
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 25 }), fc.array(box, { maxLength: 25 }), (wishes, danger) => {
        const placed = placeLabels(wishes, danger, frame, 14);
        for (const [i, { box: mine }] of placed.entries()) {
          assert.ok(!danger.some((one) => meet(one, mine)));
          assert.ok(!placed.some(({ box: other }, j) => i !== j && meet(other, mine)));
          assert.ok(mine.x >= 0 && mine.y >= 0 && mine.x + mine.width <= 800 && mine.y + mine.height <= 600);
        }
      }),
    );
  });
});
