/** Shortest passphrase the data process accepts. */
export const SHORTEST_PASSPHRASE = 10;

/**
 * How hard a passphrase is to guess: by length and variety, lowered for repeats and rows of the keyboard.
 * A hint for people, not a rule; the rule is the length.
 */
export function passphraseStrength(passphrase: string): 'short' | 'weak' | 'fair' | 'good' {
  const characters = [...passphrase];
  if (characters.length < SHORTEST_PASSPHRASE) return 'short';
  const distinct = new Set(characters).size;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(passphrase)).length;
  if (distinct < 6 || isRow(passphrase.toLowerCase())) return 'weak';
  if (characters.length >= 16 || (characters.length >= 12 && kinds >= 3)) return 'good';
  return kinds >= 2 || characters.length >= 12 ? 'fair' : 'weak';
}

const rows = [
  '01234567890',
  '09876543210',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
];

/** More than half of it stands in one row of the keyboard or the alphabet. */
function isRow(passphrase: string): boolean {
  const piece = Math.ceil(passphrase.length / 2);
  return rows.some((row) => {
    for (let at = 0; at + piece <= row.length; at++) {
      if (passphrase.includes(row.slice(at, at + piece))) return true;
    }
    return false;
  });
}
