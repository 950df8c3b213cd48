import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';

// The first twelve bytes of every Ed25519 public key in SubjectPublicKeyInfo form (RFC 8410); the key's 32 bytes follow.
const spkiStart = Buffer.from('302a300506032b6570032100', 'hex');

/** Signature of bytes with a private key (PKCS #8, base64): 64 bytes, what `openssl pkeyutl -sign -rawin` gives. */
export function signBytes(privateKey: string, bytes: Uint8Array): Buffer {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' });
  return sign(null, bytes, key);
}

/** True when the signature of the bytes was made with the private half of a public key (see `isPublicKey`). */
export function isSigned(publicKey: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  return verify(null, bytes, key, signature);
}

/** True for the base64 of an Ed25519 public key in SubjectPublicKeyInfo form, spelled in the one canonical way. */
export function isPublicKey(text: string): boolean {
  const bytes = Buffer.from(text, 'base64');
  return (
    bytes.length === spkiStart.length + 32 &&
    bytes.subarray(0, spkiStart.length).equals(spkiStart) &&
    bytes.toString('base64') === text
  );
}

/** Name of a signing key: the first 32 hex digits of the SHA-256 of its SubjectPublicKeyInfo. */
export const keyIdOf = (publicKey: string): string =>
  createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 32);
