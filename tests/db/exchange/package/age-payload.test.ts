import { randomBytes } from 'node:crypto';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { expect, test } from 'vitest';
import { hasNativeCipher, newAgeFile, sealedPayload } from '../../../../db/exchange/package/age-payload.ts';

const CHUNK = 64 * 1024;

async function* pieces(content: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

async function sealed(content: Uint8Array, recipient: string, size: number): Promise<Buffer> {
  const { head, fileKey } = await newAgeFile([recipient]);
  const parts: Uint8Array[] = [head];
  for await (const part of sealedPayload(pieces(content, size), fileKey)) parts.push(part);
  return Buffer.concat(parts);
}

test('what Node seals, the age library opens, whatever the length and however it comes in pieces', async () => {
  expect(hasNativeCipher()).toBe(true);
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const lengths = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 5 * CHUNK + 77];
  for (const length of lengths) {
    const content = randomBytes(length);
    for (const size of [1000, CHUNK, 1_000_000]) {
      const decrypter = new Decrypter();
      decrypter.addIdentity(identity);
      const opened = await decrypter.decrypt(await sealed(content, recipient, size));
      expect(Buffer.from(opened).equals(content), `${length} bytes in pieces of ${size}`).toBe(true);
    }
  }
});

test('two files for the same receiver share neither key nor salt', async () => {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const one = await newAgeFile([recipient]);
  const other = await newAgeFile([recipient]);
  expect(Buffer.from(one.fileKey).equals(other.fileKey)).toBe(false);
  const [first, second] = await Promise.all(
    [1, 2].map(async () => {
      for await (const part of sealedPayload(pieces(new Uint8Array(9), 9), one.fileKey)) return part;
      throw new Error('nothing was sealed');
    }),
  );
  expect(Buffer.from(first ?? []).equals(Buffer.from(second ?? []))).toBe(false);
});
