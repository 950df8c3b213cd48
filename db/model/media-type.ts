/** First bytes of the kinds of file a record may carry; the name of a file says nothing certain. */
const signatures: readonly (readonly [string, readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

/** Media type of what is no picture or scan: it is kept and passed on, but shown by nobody. */
export const UNKNOWN_MEDIA_TYPE = 'application/octet-stream';

/** Media type by content; `null` for what a record may not carry (programs, archives, pages with script). */
export function mediaTypeOf(bytes: Uint8Array): string | null {
  const known = signatures.find(([, head]) => head.every((byte, i) => bytes[i] === byte));
  return known?.[0] ?? null;
}

/** A photo of a good camera is 15 MB, a scanned dossier 40; what is larger belongs into a folder, not into a ledger. */
export const largestAttachment_bytes = 50_000_000;

/** Whether a file may be kept with a record: its media type, or why not. */
export function readAttachment(
  bytes: Uint8Array,
): { readonly mediaType: string } | { readonly refused: 'attachment-too-large' | 'attachment-kind' } {
  if (bytes.length > largestAttachment_bytes) return { refused: 'attachment-too-large' };
  const mediaType = mediaTypeOf(bytes);
  return mediaType === null ? { refused: 'attachment-kind' } : { mediaType };
}
