import { checkDigit } from '../model/fields/gb11643.ts';
import { creditCodeCheck, organisationCodeCheck } from '../model/fields/gb32100.ts';
import type { Random } from './random.ts';

/**
 * Area codes 999000–999999 stand in no edition of GB/T 2260 (province numbers end at 82), so that a generated
 * number passes every check and still cannot be a person's.
 */
const UNASSIGNED_AREA = 999_000;
/** Odd sequence numbers are men, even ones women: 500 each on a birth day of an area (GB 11643). */
const SEQUENCES = 500;

/** Makes resident id numbers; no two calls of one maker give the same. */
export type ResidentIds = (birth: string, male: boolean) => string;

/** Numbers by GB 11643 with a right check digit, in an unassigned area; `birth` is `YYYY-MM-DD`. */
export function residentIds(random: Random): ResidentIds {
  const usedByDay = new Map<string, number>();
  return (birth, male) => {
    const key = male ? birth : `-${birth}`;
    const used = usedByDay.get(key) ?? 0;
    usedByDay.set(key, used + 1);
    // 37 and 500 have no common factor: the sequence number walks all 500 places before it repeats.
    const place = (used * 37) % SEQUENCES;
    const sequence = place * 2 + (male ? 1 : 0);
    const block = Math.floor(used / SEQUENCES);
    if (block >= 10) throw new Error(`more than ${10 * SEQUENCES} people born on ${birth}`);
    const area = UNASSIGNED_AREA + block * 100 + random.below(100);
    const digits = `${area}${birth.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
    return digits + checkDigit(digits);
  };
}

/**
 * Mobile numbers beginning with 154, a block given to no operator (so are 142, 143, 161, 164 and 194; lists of the
 * ministry's allocations up to 2022), so that nobody can be rung up by mistake. 10^8 numbers in a scattered order.
 */
export function phoneNumbers(): () => string {
  let drawn = 0;
  return () => {
    drawn += 1;
    // The step shares no factor with 10^8: every number comes once.
    return `154${String((drawn * 38_196_601) % 100_000_000).padStart(8, '0')}`;
  };
}

/**
 * Unified social credit codes (GB 32100) with both check characters right, in the unassigned district 999999.
 * `kind` is the first two characters: 91 enterprise, 92 sole trader, 11 authority …
 */
export function creditCodes(): (kind: string) => string {
  let drawn = 0;
  return (kind) => {
    drawn += 1;
    const organisation = String((drawn * 7_309_741) % 100_000_000).padStart(8, '0');
    const body = `${kind}999999${organisation}${organisationCodeCheck(organisation)}`;
    return body + (creditCodeCheck(body) ?? '');
  };
}

const HEX = Array.from({ length: 0x1_0000 }, (_, i) => i.toString(16).padStart(4, '0'));
const hex4 = (value: number): string => HEX[value & 0xffff] ?? '';

/** Record ids in the shape of UUIDv7 (RFC 9562), made from the row's own instant and the seed. */
export function recordIds(random: Random): (at_ms: number) => string {
  return (at_ms) => {
    const high = Math.floor(at_ms / 0x1_0000);
    const a = random.bits();
    const b = random.bits();
    const c = random.bits();
    return (
      `${hex4(high >>> 16)}${hex4(high)}-${hex4(at_ms % 0x1_0000)}-${hex4(0x7000 | (a & 0xfff))}-` +
      `${hex4(0x8000 | ((a >>> 12) & 0x3fff))}-${hex4(b >>> 16)}${hex4(b)}${hex4(c)}`
    );
  };
}
