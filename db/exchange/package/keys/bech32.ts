/**
 * Bech32 (BIP 173), in which age spells its keys. The age library only takes the spelled form; the telephone code needs
 * the 32 bytes inside.
 */
const letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** The bytes inside a bech32 text with this prefix; `undefined` when it is none or its checksum is wrong. */
export function bech32Bytes(text: string, prefix: string): Buffer | undefined {
  const lower = text.toLowerCase();
  if ((text !== lower && text !== text.toUpperCase()) || !lower.startsWith(`${prefix}1`)) return undefined;
  const values = Array.from(lower.slice(prefix.length + 1), (letter) => letters.indexOf(letter));
  if (values.length < 6 || values.includes(-1)) return undefined;
  return checksum([...expanded(prefix), ...values]) === 1 ? regrouped(values.slice(0, -6)) : undefined;
}

function expanded(prefix: string): number[] {
  const codes = [...prefix].map((letter) => letter.charCodeAt(0));
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
}

function checksum(values: readonly number[]): number {
  return values.reduce((sum, value) => {
    const top = sum >> 25;
    const next = ((sum & 0x1ffffff) << 5) ^ value;
    return generators.reduce((mixed, generator, i) => ((top >> i) & 1 ? mixed ^ generator : mixed), next);
  }, 1);
}

/** Groups of five bits to bytes; left over bits must be fewer than five and zero. */
function regrouped(values: readonly number[]): Buffer | undefined {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const value of values) {
    held = ((held << 5) | value) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 0xff);
    }
  }
  return bits < 5 && (held & ((1 << bits) - 1)) === 0 ? Buffer.from(bytes) : undefined;
}
