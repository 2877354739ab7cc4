import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findPersonal } from './find-personal.ts';

const found = (text: string) => findPersonal(text).map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`);

describe('findPersonal', () => {
  const cases: [string, string[]][] = [
    ['Zəng edin: (050) 555-12-34, Vüqar müəllim bilir.', ['phone: (050) 555-12-34', 'name: Vüqar müəllim']],
    ['Leyla xanım və Əliyev Rəşad Vəli oğlu gördü.', ['name: Leyla xanım', 'name: Əliyev Rəşad Vəli oğlu']],
    [
      'FİN 5ABC12D, vəsiqə AZE 12345678, maşın 10-AB-123.',
      ['identity: 5ABC12D', 'identity: AZE 12345678', 'plate: 10-AB-123'],
    ],
    ['Հարցրեք պրն. Պետրոսյանին, հեռ. +374 91 12 34 56։', ['name: պրն. Պետրոսյանին', 'phone: +374 91 12 34 56']],
    [
      'Տիկին Անահիտ Սարգսյանը, անձնագիր AN1234567, 34 AB 567։',
      ['name: Տիկին Անահիտ Սարգսյանը', 'identity: AN1234567', 'plate: 34 AB 567'],
    ],
    [
      'Спросите г-на Иванова или Марию Петровну, тел. 8 (912) 345-67-89.',
      ['name: г-на Иванова', 'name: Марию Петровну', 'phone: 8 (912) 345-67-89'],
    ],
    [
      'Гражданин Сидоров, паспорт 4509 123456, машина А123ВС 77, мой @sidorov_77',
      ['name: Гражданин Сидоров', 'identity: 4509 123456', 'plate: А123ВС 77', 'email: @sidorov_77'],
    ],
    [
      'Mr. John Smith, john.smith@example.org, passport C01234567',
      ['name: Mr. John Smith', 'email: john.smith@example.org', 'identity: C01234567'],
    ],
  ];
  for (const [text, expected] of cases)
    it(`flags what points to a person: ${text.slice(0, 24)}`, () => assert.deepEqual(found(text), expected));

  it('leaves places, dates, coordinates, counts and devices alone', () => {
    for (const text of [
      'Ağdam yaxınlığında, 14.05.2024 saat 12:30, 3 inək, 200 metr.',
      'Ակնա գյուղից 2 կմ հյուսիս, 2024-05-14։',
      'Около Агдама, координаты 39.81771 46.75281, мина ПМН-2 и ТМ-62.',
      'On the ridge behind the mill, 38N 650020 4408994, PMN-2 and OZM-72, at 650 m.',
    ])
      assert.deepEqual(found(text), [], text);
  });

  it('gives marks in order that lie within the text and never over each other', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Mr. Aram Petrosyan', '050 555 12 34', 'a@b.org', '10-AA-123', ' ', 'x,'), {
          maxLength: 12,
        }),
        (parts) => {
          const text = parts.join(' ');
          let last = 0;
          for (const { start, end } of findPersonal(text)) {
            assert.ok(start >= last && end > start && end <= text.length);
            last = end;
          }
        },
      ),
    );
  });
});
