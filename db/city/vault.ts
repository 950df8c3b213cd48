import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { z } from 'zod';

/** scrypt cost for a passphrase people keep secret: 128 MiB, about a second (OWASP password storage, 2^17/8/1). */
export const SECRET_KDF_COST = 2 ** 17;

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

/** How the city's data key is wrapped, as the table `city_self` keeps it. */
export const vaultShape = z.strictObject({
  // The table is outside the encryption: bounds keep a hostile one from eating the memory.
  n: z
    .int()
    .min(1024)
    .max(2 ** 20),
  r: z.literal(8),
  p: z.literal(1),
  salt: hex(16),
  nonce: hex(12),
  key: hex(32),
  tag: hex(16),
});
export type VaultSlot = z.infer<typeof vaultShape>;

/** Seals and opens the texts that must not lie readable in the database: private keys above all. */
export interface Vault {
  /** `name` is bound to the text, so that two sealed texts cannot be exchanged. */
  seal(name: string, text: string): Uint8Array;
  /** @throws when the bytes were changed or belong to another name */
  open(name: string, sealed: Uint8Array): string;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A new random data key, wrapped under the passphrase. */
export function makeVault(
  passphrase: string,
  cost: number,
): { readonly slot: VaultSlot; readonly vault: Vault } {
  const dataKey = randomBytes(32);
  const parameters = { n: cost, r: 8, p: 1, salt: randomBytes(16).toString('hex') } as const;
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey(passphrase, parameters), nonce);
  cipher.setAAD(associatedData(parameters));
  const key = Buffer.concat([cipher.update(dataKey), cipher.final()]).toString('hex');
  const slot = { ...parameters, nonce: nonce.toString('hex'), key, tag: cipher.getAuthTag().toString('hex') };
  return { slot, vault: vaultOf(dataKey) };
}

/** The vault of a slot; `null` when the passphrase does not open it. */
export function unlockVault(slot: VaultSlot, passphrase: string): Vault | null {
  const decipher = createDecipheriv(
    'aes-256-gcm',
    wrappingKey(passphrase, slot),
    Buffer.from(slot.nonce, 'hex'),
    {
      authTagLength: TAG_BYTES,
    },
  );
  decipher.setAAD(associatedData(slot));
  decipher.setAuthTag(Buffer.from(slot.tag, 'hex'));
  const dataKey = decipher.update(Buffer.from(slot.key, 'hex'));
  try {
    decipher.final();
    return vaultOf(dataKey);
  } catch {
    // The only thing `final` can fail on is the tag: this passphrase does not open this slot.
    return null;
  }
}

function vaultOf(dataKey: Uint8Array): Vault {
  return {
    seal(name, text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', dataKey, nonce);
      cipher.setAAD(Buffer.from(name, 'utf8'));
      const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), data]);
    },
    open(name, sealed) {
      const bytes = Buffer.from(sealed);
      const options = { authTagLength: TAG_BYTES };
      const decipher = createDecipheriv('aes-256-gcm', dataKey, bytes.subarray(0, NONCE_BYTES), options);
      decipher.setAAD(Buffer.from(name, 'utf8'));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const data = bytes.subarray(NONCE_BYTES + TAG_BYTES);
      return Buffer.concat([decipher.update(data), decipher.final()]).toString('utf8');
    },
  };
}

type Parameters = Pick<VaultSlot, 'n' | 'r' | 'p' | 'salt'>;

function wrappingKey(passphrase: string, { n, r, p, salt }: Parameters): Buffer {
  // NFKC: the same passphrase typed by another input method must open the city.
  return scryptSync(passphrase.normalize('NFKC'), Buffer.from(salt, 'hex'), 32, {
    N: n,
    r,
    p,
    maxmem: 128 * n * r + 1024 * 1024 * p * r,
  });
}

/** The parameters in one fixed spelling, so that the cost cannot be changed unnoticed. */
const associatedData = ({ n, r, p, salt }: Parameters): Buffer =>
  Buffer.from(JSON.stringify(['zhiwang-city', 1, 'scrypt', n, r, p, salt]), 'utf8');
