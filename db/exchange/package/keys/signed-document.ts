import { z } from 'zod';
import { canonicalBytes, readCanonical } from '../canonical-json.ts';
import { keyIdShape } from '../header.ts';
import { limits } from '../limits.ts';
import { isPublicKey, isSigned, keyIdOf, signBytes } from './ed25519.ts';

/** A signature inside a document: key id and base64 of 64 bytes. */
export const signatureShape = z.strictObject({
  key: keyIdShape,
  // Spelled in the one canonical way: the last character of 64 bytes in base64 has four bits to spare.
  value: z
    .string()
    .regex(/^[A-Za-z0-9+/]{86}==$/)
    .refine((text) => Buffer.from(text, 'base64').toString('base64') === text),
});
type Signature = z.infer<typeof signatureShape>;

/** Public half of a signing key as documents carry it. */
export const publicKeyShape = z.string().max(80).refine(isPublicKey);

/** A document with its signatures inside, sorted as they were made. */
export interface Signed {
  readonly signatures: readonly Signature[];
}

/** A signing key pair: SubjectPublicKeyInfo and PKCS #8, both base64. */
export interface SigningKey {
  readonly public: string;
  readonly private: string;
}

/**
 * Signs a document: the signatures are over the canonical JSON of everything but `signatures`. The `format` field of every
 * document, and of a package's header, is part of what is signed, so that one can never stand for another.
 */
export function signDocument<T extends object>(
  content: T,
  keys: readonly SigningKey[],
): T & { signatures: Signature[] } {
  const bytes = canonicalBytes(content);
  const signatures = keys.map((key) => ({
    key: keyIdOf(key.public),
    value: signBytes(key.private, bytes).toString('base64'),
  }));
  return { ...content, signatures };
}

/** True when one of the document's signatures was made with this public key. */
export function isSignedWith(document: Signed, publicKey: string): boolean {
  const { signatures, ...content } = document;
  const id = keyIdOf(publicKey);
  const bytes = canonicalBytes(content);
  return signatures.some(
    ({ key, value }) => key === id && isSigned(publicKey, bytes, Buffer.from(value, 'base64')),
  );
}

/**
 * True when a document of this card's node bears the signatures it should and no others: the card's key, after a rotation
 * also the former one. Otherwise anybody could add to a document without touching what is signed.
 */
export function hasItsSignatures(
  { signatures }: Signed,
  { signKey, former }: { readonly signKey: string; readonly former: string | null },
): boolean {
  const expected = former === null ? [keyIdOf(signKey)] : [keyIdOf(signKey), former];
  return signatures.length === expected.length && signatures.every(({ key }, i) => key === expected[i]);
}

/** Text of a document as it is stored and carried: one line of canonical JSON. */
export const documentText = (document: object): string => canonicalBytes(document).toString('utf8');

/** Reads a document from a text or file; `undefined` when it is not canonical, too long or of another shape. */
export function readDocument<T extends z.ZodType>(
  shape: T,
  text: string | Uint8Array,
): z.infer<T> | undefined {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
  if (bytes.length > limits.document_bytes) return undefined;
  const result = shape.safeParse(readCanonical(bytes));
  return result.success ? result.data : undefined;
}
