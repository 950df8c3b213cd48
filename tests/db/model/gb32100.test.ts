import { describe, expect, it } from 'vitest';
import { creditCodeCheck, isCreditCode, organisationCodeCheck } from '../../../db/model/fields/gb32100.ts';

describe('unified social credit codes (GB 32100)', () => {
  it('accepts a code right in both of its layers', () => {
    expect(isCreditCode('91350100M000100Y43')).toBe(true);
    expect(creditCodeCheck('91350100M000100Y4')).toBe('3');
    expect(organisationCodeCheck('M000100Y')).toBe('4');
  });

  it('refuses a code whose organisation code is wrong although the last character fits', () => {
    const body = '91350100M000100Y5';
    expect(isCreditCode(body + String(creditCodeCheck(body)))).toBe(false);
  });

  it.each(['91350100M000100Y4', '91350100M000100Y433', '9135010OM000100Y43', '', '91350100M000100y43'])(
    'refuses %j',
    (code) => {
      expect(isCreditCode(code)).toBe(false);
    },
  );

  it('gives no check character for letters the code does not use', () => {
    expect(creditCodeCheck('9135010IM000100Y4')).toBeNull();
  });
});
