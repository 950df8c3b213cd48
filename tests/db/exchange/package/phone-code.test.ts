import { beforeAll, describe, expect, test } from 'vitest';
import { fc } from '../../../fixtures/fc.ts';
import { makeCard } from '../../../../db/exchange/package/keys/card.ts';
import { rotate } from '../../../../db/exchange/package/keys/identity.ts';
import {
  checkCode,
  makeCode,
  phoneStatuses,
  type PhonedPackage,
} from '../../../../db/exchange/package/phone-code.ts';
import { makeOffices, series, tip, type Offices } from './office.ts';

let offices: Offices;
let atCity: Parameters<typeof makeCode>[0];
let atTown: Parameters<typeof makeCode>[0];
beforeAll(async () => {
  offices = await makeOffices();
  atCity = { self: offices.city.identity, peer: offices.town.card };
  atTown = { self: offices.town.identity, peer: offices.city.card };
});

const subject: PhonedPackage = { unit: '441900121', series, to: 123, digest: tip };

describe('the code for the telephone', () => {
  test('read out at the city says at the town which package arrived and how', () => {
    for (const status of phoneStatuses) {
      const code = makeCode(atCity, subject, status);
      expect(code).toMatch(/^\d{4} \d{4} \d{4} \d{2}$/);
      const others = [{ ...subject, to: 122 }, subject, { ...subject, to: 124 }];
      expect(checkCode(code, atTown, others)).toEqual({ ok: true, package: subject, status });
    }
  });

  test('may be typed with blanks, dashes or full-width digits, or without', () => {
    const code = makeCode(atCity, subject, 'applied');
    const fullWidth = code.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    for (const typed of [
      code.replaceAll(' ', ''),
      code.replaceAll(' ', '-'),
      fullWidth,
      ` ${code}\t`,
      code.replaceAll(' ', '－'),
    ]) {
      expect(checkCode(typed, atTown, [subject]), typed).toMatchObject({ ok: true });
    }
  });

  test('is of no other package, office or status', () => {
    const code = makeCode(atCity, subject, 'applied');
    for (const change of [
      { unit: '441900119' },
      { series: 'other' },
      { to: 124 },
      { digest: 'cd'.repeat(32) },
    ]) {
      expect(checkCode(code, atTown, [{ ...subject, ...change }])).toEqual({ ok: false, reason: 'no-match' });
    }
    const other = { self: offices.otherTown.identity, peer: offices.city.card };
    expect(checkCode(code, other, [subject])).toEqual({ ok: false, reason: 'no-match' });
  });

  test('tells every wrong digit and every swap of neighbours from a wrong code', () => {
    const digits = makeCode(atCity, subject, 'applied').replaceAll(' ', '');
    let tried = 0;
    for (let i = 0; i < digits.length; i += 1) {
      const wrong = Array.from(
        { length: 10 },
        (_, d) => digits.slice(0, i) + String(d) + digits.slice(i + 1),
      );
      const swapped = digits.slice(0, i) + (digits[i + 1] ?? '') + (digits[i] ?? '') + digits.slice(i + 2);
      for (const typed of [...wrong, swapped]) {
        if (typed === digits || typed.length !== digits.length) continue;
        expect(checkCode(typed, atTown, [subject]), typed).toEqual({ ok: false, reason: 'mistyped' });
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(14 * 9);
    for (const typed of ['', '1', digits + '0', digits.slice(1), 'abcdefghijklmn']) {
      expect(checkCode(typed, atTown, [subject])).toEqual({ ok: false, reason: 'mistyped' });
    }
  });

  test('is still understood after either end has changed its keys', async () => {
    const code = makeCode(atCity, subject, 'applied');
    const rotated = await rotate(offices.town.identity);
    expect(checkCode(code, { ...atTown, self: rotated }, [subject])).toMatchObject({ ok: true });
    const later = makeCode({ ...atCity, peer: makeCard(rotated) }, subject, 'held');
    expect(checkCode(later, { ...atTown, self: rotated }, [subject])).toMatchObject({
      ok: true,
      status: 'held',
    });
  });

  test('differs for every package', () => {
    const codes = new Set<string>();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom(...phoneStatuses), (to, status) => {
        codes.add(makeCode(atCity, { ...subject, to }, status));
      }),
      { numRuns: 200 },
    );
    expect(codes.size).toBeGreaterThan(150);
  });
});
