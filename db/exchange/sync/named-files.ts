/** An attachment field as a line spells it: a JSON array of digests inside a JSON string, `"[\"9f86…\",\"2c26…\"]"`. */
const opening = Buffer.from(String.raw`"[\"`, 'latin1');
const between = Buffer.from(String.raw`\",\"`, 'latin1');
const closing = Buffer.from(String.raw`\"]"`, 'latin1');
const DIGEST = 64;
const digest = /^[0-9a-f]{64}$/;

/**
 * Digests of attachments that lines of records name. Read from the bytes as they go by: whoever made the lines need not
 * take them apart again, and a million records cost a glance each.
 */
export function* namedFiles(lines: Uint8Array): Generator<string> {
  const bytes = Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength);
  for (let at = bytes.indexOf(opening); at !== -1; at = bytes.indexOf(opening, at + 1)) {
    const found = listAt(bytes, at + opening.length);
    yield* found;
  }
}

function listAt(bytes: Buffer, start: number): readonly string[] {
  const found: string[] = [];
  for (let at = start; at + DIGEST <= bytes.length;) {
    // Most lists are of short codes: nothing is made of them.
    if (bytes[at + DIGEST] !== closing[0]) return [];
    const hash = bytes.toString('latin1', at, at + DIGEST);
    if (!digest.test(hash)) return [];
    found.push(hash);
    at += DIGEST;
    if (startsWith(bytes, at, closing)) return found;
    if (!startsWith(bytes, at, between)) return [];
    at += between.length;
  }
  return [];
}

const startsWith = (bytes: Buffer, at: number, head: Buffer): boolean =>
  bytes.subarray(at, at + head.length).equals(head);
