/** Bytes in which every place looks different, so that a swapped or repeated part is noticed. */
export function content(size_bytes: number): Buffer {
  const bytes = Buffer.alloc(size_bytes);
  for (let at = 0; at + 4 <= size_bytes; at += 4) bytes.writeUInt32LE(Math.imul(at, 2_654_435_761) >>> 0, at);
  return bytes;
}

/** The bytes in pieces of the given length, one after the other, with something to do before each. */
export async function* inPieces(
  bytes: Buffer,
  piece_bytes: number,
  before: (at: number) => void | Promise<void> = () => undefined,
): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += piece_bytes) {
    await before(at);
    yield bytes.subarray(at, at + piece_bytes);
  }
}
