import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync } from 'node:crypto';
import { bech32Bytes } from './bech32.ts';

// DER headers of X25519 keys (RFC 8410); the 32 bytes follow.
const pkcs8Start = Buffer.from('302e020100300506032b656e04220420', 'hex');
const spkiStart = Buffer.from('302a300506032b656e032100', 'hex');

/** Shared secret of an age identity (`AGE-SECRET-KEY-1…`) and an age recipient (`age1…`): X25519 (RFC 7748). */
export function sharedSecret(identity: string, recipient: string): Buffer {
  const key = Buffer.concat([pkcs8Start, rawKey(identity, 'age-secret-key-')]);
  return diffieHellman({
    privateKey: createPrivateKey({ key, format: 'der', type: 'pkcs8' }),
    publicKey: publicKeyOf(recipient),
  });
}

/** False for the few points with which every secret is zero: encrypting to them fails, so no card may have them. */
export function isUsable(recipient: string): boolean {
  try {
    diffieHellman({
      privateKey: generateKeyPairSync('x25519').privateKey,
      publicKey: publicKeyOf(recipient),
    });
    return true;
  } catch {
    // The one reason OpenSSL and BoringSSL refuse two well-formed keys; their messages and codes differ.
    return false;
  }
}

const publicKeyOf = (recipient: string) =>
  createPublicKey({ key: Buffer.concat([spkiStart, rawKey(recipient, 'age')]), format: 'der', type: 'spki' });

function rawKey(text: string, prefix: string): Buffer {
  const bytes = bech32Bytes(text, prefix);
  if (bytes === undefined) throw new TypeError('identities and cards hold well-formed age keys');
  return bytes;
}
