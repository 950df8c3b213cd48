import { createHmac, hkdfSync } from 'node:crypto';
import type { Card } from './keys/card.ts';
import type { Identity } from './keys/identity.ts';
import { sharedSecret } from './keys/x25519.ts';

/** What a code says of a package. */
export const phoneStatuses = ['applied', 'held', 'fork'] as const;
export type PhoneStatus = (typeof phoneStatuses)[number];

/** The package a code speaks of; `unit` is the unit code of the sender. */
export interface PhonedPackage {
  readonly unit: string;
  readonly series: string;
  readonly to: number;
  readonly digest: string;
}

/** The two ends of a call, seen from one: its secrets, and the card of the other. */
export interface PhoneEnds {
  readonly self: Identity;
  readonly peer: Card;
}

/** What typing a code in gave. `mistyped`: not fourteen digits, or the check digits are wrong; `no-match`: of no such package. */
export type PhoneVerdict =
  | { readonly ok: true; readonly package: PhonedPackage; readonly status: PhoneStatus }
  | { readonly ok: false; readonly reason: 'mistyped' | 'no-match' };

const codeDigits = 12;

/**
 * The receipt for one package as digits for the telephone, grouped 4-4-4-2: twelve digits of an HMAC only these two
 * nodes can make, and two check digits (ISO 7064 MOD 97-10) that catch every single wrong digit and every swap of
 * neighbours. Since the sender could make it too, it confirms to people and never lets anything be dropped.
 */
export function makeCode(ends: PhoneEnds, subject: PhonedPackage, status: PhoneStatus): string {
  const [key] = sharedKeys(ends);
  if (key === undefined) throw new TypeError('an identity always has a key');
  const code = codeFor(key, subject, status);
  return grouped(code + checkDigits(code));
}

/** Finds the package and status a typed code stands for. Blanks, dashes and full-width digits are taken. */
export function checkCode(
  typed: string,
  ends: PhoneEnds,
  candidates: readonly PhonedPackage[],
): PhoneVerdict {
  const digits = typed.normalize('NFKC').replace(/[\s\-‐-―]/gu, '');
  const code = digits.slice(0, codeDigits);
  if (!/^\d{14}$/.test(digits) || digits.slice(codeDigits) !== checkDigits(code)) {
    return { ok: false, reason: 'mistyped' };
  }
  for (const key of sharedKeys(ends)) {
    for (const subject of candidates) {
      const status = phoneStatuses.find((name) => codeFor(key, subject, name) === code);
      if (status !== undefined) return { ok: true, package: subject, status };
    }
  }
  return { ok: false, reason: 'no-match' };
}

function codeFor(key: Buffer, { unit, series, to, digest }: PhonedPackage, status: PhoneStatus): string {
  const mac = createHmac('sha256', key)
    .update(['ZWRC1', unit, series, to, digest, status].join('|'))
    .digest();
  return (mac.readBigUInt64BE(0) % 10n ** BigInt(codeDigits)).toString().padStart(codeDigits, '0');
}

/** ISO 7064 MOD 97-10: the whole number leaves 1 when divided by 97. */
function checkDigits(code: string): string {
  return (98n - ((BigInt(code) * 100n) % 97n)).toString().padStart(2, '0');
}

const grouped = (digits: string) => digits.replace(/(\d{4})(?=\d)/g, '$1 ');

/** HKDF over X25519 of both ends, the present key first; both ends put the public keys in the same order. */
function sharedKeys({ self, peer }: PhoneEnds): readonly Buffer[] {
  return [self.keys, ...self.former].map(({ age }) => {
    const secret = sharedSecret(age.private, peer.ageKey);
    const ends = [age.public, peer.ageKey].toSorted().join('|');
    return Buffer.from(hkdfSync('sha256', secret, '', `zw-phone-1|${ends}`, 32));
  });
}
