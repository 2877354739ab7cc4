import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { encrypt } from '../../keys.ts';
import { openSeal } from './seal.ts';
import { stepsFor } from './steps.ts';
import { toReport } from './to-report.ts';
import { postedAsOfNow, version } from './versions.ts';

/** Sealed by version 1 of this form, under the key of the tests, before it asked for several objects. */
const ofVersion1 =
  '1.AZDaMIji-fRou4hch-9O6xIObfQJug6ey23cy_EjCLtpy-T4PzAhvQEukqq9FL5ixvF4hk1H4sBUXeij6hinnOCIo2qn-7OzPQtEBwkHEciQ94Ftc9jYtIy8NJMEt-Dl75WeUizTnnbY1s4KyLvuvtqrXRJTghnQictobXahZVpdTJP1r56btYFHWKIfTGXhD7r2e3i9-23z2U5WN6bZ1oedfIdHUKrgz1__AxIYVr6xZ7QDoXG-L_prA8LL5d9VbRz1kfgfJiKrp_QeJUKWL4Z78yU2RsrKQkVq8cukdv29iCDCRMDGoBdV6v6P2DAAORmkIJj_MdHun2MqIPED874J_ADghByaXADv21EAibQlTOV5MySpq9zmVNvlkw_q-Tqr1C7CtmfSBq4HBjOlOo5i1GCjklhj1o2n73Y91B6GbyTrr84efy93IFmdMNO4GLtCeglouc5wrCSBvC0sMS5ynRJgOXgNnEnpkGIEIuKNBwUTto1XB9mvPP4mbsnU0unO_NowzTWgosVCo6D8vZUsXCoVz5v_YskL9kuNvVo6I96YV0TVQIpQBsPORLPdtYTKqlOVO22nMilfP4iJZqakiHtZ2_w6Yh9_mJxZdVFwmJG8cMu8MMDJ2U-6ShKgWc1ugbOgB5Uio0MEePOxN89kS8pcv3z7tRYs6AU6jL2tD2UVUX-uijtboMg';

const opened = (text: string) => {
  const result = openSeal(text);
  assert.ok(result && 'answers' in result);
  return result;
};

describe('a seal of an older version', () => {
  it('opens under the names of today, and the report says what it said', () => {
    const { answers, from } = opened(ofVersion1);
    assert.deepEqual([from, answers.returnToCheck, answers.reportId.slice(0, 8)], ['1', true, '6f2d6a0e']);
    assert.ok(stepsFor(answers.values).includes('device:0'));
    const report = toReport(answers, 'az', '2026-11-24');
    assert.deepEqual(report.devices, [
      { category: 'ap_mine', basis: 'witness_description', stackedOrTrapped: undefined },
    ]);
    assert.deepEqual(
      (report.detonations as { causedBy: string }[]).map(({ causedBy }) => causedBy),
      ['animal', 'person'],
    );
    assert.equal(report.description, 'Գյուղի մոտ');
  });

  it('opens as it is when it was sealed before lines and areas could be told', () => {
    const before = { reportId: '6f2d6a0e-54a5-4d3c-9a51-0f5e0a3c1111', values: { door: ['know'], where: ['map'] } };
    const text = `2.${encrypt('seal', JSON.stringify(before), 'report-form/2').toString('base64url')}`;
    assert.deepEqual(opened(text), { answers: before, from: '2' });
    const page = new URLSearchParams({ step: 'place', where: 'map', go: 'change:device:0' });
    assert.deepEqual([...postedAsOfNow('2', page)], [...page]);
  });

  it('brings the open page along: its step, its fields and where it wants to go', () => {
    const page = new URLSearchParams({
      step: 'device',
      device: 'axo',
      blast2: 'person',
      go: 'change:device',
      where: 'map',
    });
    assert.deepEqual(Object.fromEntries(postedAsOfNow('1', page)), {
      step: 'device:0',
      d0_category: 'axo',
      b1_cause: 'person',
      go: 'change:device:0',
      where: 'map',
    });
    assert.deepEqual([...postedAsOfNow(version, page)], [...page]);
  });

  it('gives its answers out for copying when nobody speaks its version any more', () => {
    const answers = { reportId: 'x', values: { oldName: ['by the well'] } };
    const text = `0.${encrypt('seal', JSON.stringify(answers), 'report-form/0').toString('base64url')}`;
    assert.deepEqual(openSeal(text), { lost: { oldName: ['by the well'] } });
  });
});
