import { describe, expect, it } from 'vitest';
import { isResidentId, residentIdBirth, residentIdSex } from '../../../db/model/fields/gb11643.ts';
import { isCreditCode } from '../../../db/model/fields/gb32100.ts';
import { readPhone } from '../../../db/model/fields/phone.ts';
import { creditCodes, phoneNumbers, recordIds, residentIds } from '../../../db/practice/identifiers.ts';
import { seededRandom, weighted } from '../../../db/practice/random.ts';

const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

describe('seeded random', () => {
  it('gives the same sequence for the same seed and another for another', () => {
    const first = seededRandom(7);
    const again = seededRandom(7);
    const other = seededRandom(7 + 2 ** 32);
    const sequence = times(100, () => first.bits());
    expect(times(100, () => again.bits())).toEqual(sequence);
    expect(times(100, () => other.bits())).not.toEqual(sequence);
  });

  it('keeps the sequence it had when practice towns were first written', () => {
    const random = seededRandom(1);
    expect(times(4, () => random.bits())).toMatchInlineSnapshot(`
      [
        573063952,
        3268221502,
        703077755,
        2308299391,
      ]
    `);
  });

  it('draws weighted items in proportion to their weights', () => {
    const draw = weighted([
      ['often', 90],
      ['seldom', 10],
    ]);
    const random = seededRandom(3);
    const seldom = times(20_000, () => draw(random)).filter((item) => item === 'seldom').length;
    expect(seldom / 20_000).toBeGreaterThan(0.09);
    expect(seldom / 20_000).toBeLessThan(0.11);
  });
});

describe('generated identifiers', () => {
  it('makes id numbers that are valid, unique and in an area that no person has', () => {
    const make = residentIds(seededRandom(1));
    const ids = times(3000, (i) => make(i % 3 === 0 ? '1990-02-28' : '1988-12-31', i % 2 === 0));
    expect(new Set(ids).size).toBe(3000);
    expect(ids.every((id) => isResidentId(id) && id.startsWith('999'))).toBe(true);
    expect(residentIdBirth(ids[0] ?? '')).toBe('1990-02-28');
    expect(residentIdSex(ids[0] ?? '')).toBe('1');
    expect(residentIdSex(ids[1] ?? '')).toBe('2');
  });

  it('makes phone numbers that read as numbers, begin with an unused block and never repeat', () => {
    const make = phoneNumbers();
    const numbers = times(5000, make);
    expect(new Set(numbers).size).toBe(5000);
    expect(numbers.every((n) => n.startsWith('154') && readPhone(n) === n)).toBe(true);
  });

  it('makes credit codes whose two check characters are right', () => {
    const make = creditCodes();
    const codes = times(2000, () => make('91'));
    expect(new Set(codes).size).toBe(2000);
    expect(codes.every((code) => isCreditCode(code) && code.startsWith('91999999'))).toBe(true);
  });

  it('makes record ids in the shape of UUIDv7 that sort by their instant', () => {
    const make = recordIds(seededRandom(1));
    const ids = times(1000, (i) => make(1_700_000_000_000 + i));
    expect(
      ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
    ).toBe(true);
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(1000);
  });
});
