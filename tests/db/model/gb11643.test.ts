import { fc } from '../../fixtures/fc.ts';
import { describe, expect, it } from 'vitest';
import { documentNumberProblem } from '../../../db/model/fields/document-number.ts';
import {
  checkDigit,
  isResidentId,
  residentIdBirth,
  residentIdFrom15,
  residentIdProblem,
  residentIdSex,
} from '../../../db/model/fields/gb11643.ts';
import { readResidentId } from '../../../db/model/fields/resident-id.ts';

describe('citizen id numbers (GB 11643)', () => {
  it.each(['11010519491231002X', '440524188001010014', '441900199003071238', '441901202002290018'])(
    '%s is valid',
    (id) => {
      expect(isResidentId(id)).toBe(true);
    },
  );

  it('tells birth day and sex', () => {
    expect(residentIdBirth('11010519491231002X')).toBe('1949-12-31');
    expect(residentIdSex('11010519491231002X')).toBe('2');
    expect(residentIdSex('441900199003071238')).toBe('1');
  });

  it.each([
    ['441900199003071239', 'id-check', { expected: '8' }],
    ['441900199002301234', 'id-birth', undefined],
    ['441900187912311231', 'id-birth', undefined],
    ['44190019900307123', 'id-length', { actual: 17 }],
    ['44190019900307123A', 'id-characters', undefined],
  ])('%s is refused with %s', (id, code, args) => {
    expect(residentIdProblem(id)).toEqual({ ok: false, code, ...(args && { args }) });
  });

  it('notices every single wrong digit and every swap of neighbours, as ISO 7064 promises', () => {
    const digits = fc.tuple(
      fc.integer({ min: 0, max: 999 }),
      fc.integer({ min: 0, max: 16 }),
      fc.integer({ min: 1, max: 9 }),
    );
    fc.assert(
      fc.property(digits, ([sequence, place, step]) => {
        const body = `44190019900307${String(sequence).padStart(3, '0')}`;
        const check = checkDigit(body);
        const changed = [...body].map((d, i) => (i === place ? String((Number(d) + step) % 10) : d)).join('');
        expect(checkDigit(changed)).not.toBe(check);
        const [a = '', b = ''] = body.slice(place, place + 2);
        const swapped = body.slice(0, place) + b + a + body.slice(place + 2);
        if (a !== b && b !== '') expect(checkDigit(swapped)).not.toBe(check);
      }),
    );
  });

  it('turns the old 15 digits into 18', () => {
    expect(residentIdFrom15('441900900307123')).toBe('441900199003071238');
    expect(readResidentId('110105491231002', false)).toEqual({ ok: true, value: '11010519491231002X' });
  });

  it('takes an X typed as a look-alike', () => {
    for (const x of ['x', 'Ｘ', 'Х', '×']) {
      expect(readResidentId(`11010519491231002${x}`, false)).toEqual({
        ok: true,
        value: '11010519491231002X',
      });
    }
  });
});

describe('numbers of other documents', () => {
  it.each([
    ['414', 'E12345678'],
    ['516', 'H12345678'],
    ['516', 'M1234567801'],
    ['516', '810000199003071239'],
    ['511', '12345678'],
    ['511', '830000199003071231'],
    ['553', 'USA110123456789'],
    ['114', '军字第1234567号'],
    ['990', 'T虎门0001'],
  ])('kind %s takes %s', (kind, number) => {
    const fixed = /^8[123]0000/.test(number) ? number.slice(0, 17) + checkDigit(number) : number;
    expect(documentNumberProblem(kind, fixed)).toBeNull();
  });

  it.each([
    ['111', 'E12345678', 'id-length'],
    ['414', 'E1', 'bad-document-number'],
    ['516', 'X12345678', 'bad-document-number'],
    ['511', '1234567', 'bad-document-number'],
    ['553', '911124199003071230', 'id-check'],
    ['516', '810000199003071230', 'id-check'],
  ])('kind %s refuses %s with %s', (kind, number, code) => {
    const spoiled =
      number.length === 18 ? number.slice(0, 17) + (checkDigit(number) === '0' ? '1' : '0') : number;
    expect(documentNumberProblem(kind, spoiled)).toMatchObject({ code });
  });
});
