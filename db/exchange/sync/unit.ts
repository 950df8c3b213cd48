import type { Role } from '../package/keys/identity.ts';

/**
 * Code of an office in the exchange: the code of its division without the zeros that only fill lower levels
 * (GB/T 2260 six digits for a city, GB/T 10114 nine for a town, twelve for a village).
 */
export function unitOf(divisionCode: string): string {
  let code = divisionCode;
  while (code.length > 6 && code.endsWith('000')) code = code.slice(0, -3);
  return code;
}

/** Code of twelve digits, as division rows have it. */
export const divisionCodeOf = (unit: string): string => unit.padEnd(12, '0');

/** Level of an office by the length of its code. */
export function roleOf(unit: string): Role {
  if (unit.length <= 6) return 'city';
  return unit.length <= 9 ? 'town' : 'village';
}
