/** Memory smaller than this may lie in Node's pool. */
const LARGE_BYTES = 64 * 1024;

/**
 * Gives the memory of a chunk that is no longer needed back at once; smaller ones, and views of larger memory, are left
 * to the collector. Left to it, what passes by of a first package, gigabytes, stays until 64 MB of it have piled up, and
 * makes it search the whole heap again and again, which took a quarter of the time.
 */
export function letGo(chunk: Uint8Array): void {
  const { buffer } = chunk;
  const isWhole = chunk.byteOffset === 0 && chunk.byteLength === buffer.byteLength;
  if (isWhole && buffer instanceof ArrayBuffer && chunk.byteLength >= LARGE_BYTES) buffer.transfer(0);
}

/** The same for memory that was given out in parts, the last of them reaching its end: before it, nothing happens. */
export function letGoAtEnd(part: Uint8Array): void {
  if (part.byteOffset + part.byteLength === part.buffer.byteLength) letGo(new Uint8Array(part.buffer));
}
