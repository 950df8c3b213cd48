import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scryptSync } from 'node:crypto';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { z } from 'zod';
import { writeDurably } from './durable-file.ts';
import type { Places } from './places.ts';

/** scrypt cost for a passphrase people keep secret: 128 MiB, about a second (OWASP password storage, 2^17/8/1). */
export const SECRET_KDF_COST = 2 ** 17;
/** Practice files have a public passphrase; a dear derivation would protect nothing. */
export const PRACTICE_KDF_COST = 2 ** 14;

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
const slotShape = z.object({
  id: z.string(),
  kind: z.literal('passphrase'),
  created_at: z.string(),
  kdf: z.object({
    name: z.literal('scrypt'),
    // A slot file is outside the encryption: bounds keep a hostile one from eating the memory.
    N: z
      .int()
      .min(1024)
      .max(2 ** 20),
    r: z.int().min(1).max(16),
    p: z.int().min(1).max(4),
    salt: hex(16),
  }),
  wrap: z.object({ name: z.literal('aes-256-gcm'), nonce: hex(12), data: hex(32), tag: hex(16) }),
});
const fileShape = z.object({
  format: z.literal('zhiwang-keyslots'),
  version: z.literal(1),
  cipher: z.literal('aegis'),
  practice: z.boolean(),
  slots: z.array(slotShape).min(1).max(64),
});
type Slot = z.infer<typeof slotShape>;
/** The key slot file (LUKS manner): the data key wrapped once for every passphrase. */
export type Keyslots = z.infer<typeof fileShape>;

/** Keys derived from the data key; each use has its own. */
export interface DerivedKeys {
  readonly database: Uint8Array;
  readonly attachments: Uint8Array;
}

/** A new random data key in its first slot. */
export function makeKeyslots(options: {
  readonly passphrase: string;
  readonly practice: boolean;
  readonly cost: number;
  readonly now: Date;
}): { readonly keyslots: Keyslots; readonly keys: DerivedKeys } {
  const dataKey = randomBytes(32);
  const slot = wrap(dataKey, options);
  return {
    keyslots: {
      format: 'zhiwang-keyslots',
      version: 1,
      cipher: 'aegis',
      practice: options.practice,
      slots: [slot],
    },
    keys: deriveKeys(dataKey),
  };
}

/** Keys of the first slot the passphrase opens; `null` when it opens none. */
export function unlock(keyslots: Keyslots, passphrase: string): DerivedKeys | null {
  for (const slot of keyslots.slots) {
    const dataKey = unwrap(keyslots.practice, slot, passphrase);
    if (dataKey !== null) return deriveKeys(dataKey);
  }
  return null;
}

/** Slots of a database; `null` when the file is missing or unreadable. */
export function readKeyslots(file: string): Keyslots | null {
  if (!existsSync(file)) return null;
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  const parsed = fileShape.safeParse(json);
  return parsed.success ? parsed.data : null;
}

/** Writes the slots durably and keeps the generation before. */
export function writeKeyslots(places: Places, keyslots: Keyslots): void {
  if (existsSync(places.keys)) renameSync(places.keys, places.olderKeys);
  writeDurably(places.keys, `${JSON.stringify(keyslots, null, 2)}\n`);
}

function wrap(
  dataKey: Uint8Array,
  options: {
    readonly passphrase: string;
    readonly practice: boolean;
    readonly cost: number;
    readonly now: Date;
  },
): Slot {
  const header = {
    id: randomBytes(8).toString('hex'),
    kind: 'passphrase' as const,
    created_at: options.now.toISOString(),
    kdf: { name: 'scrypt' as const, N: options.cost, r: 8, p: 1, salt: randomBytes(16).toString('hex') },
  };
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey(options.passphrase, header.kdf), nonce);
  cipher.setAAD(associatedData(options.practice, header));
  const data = Buffer.concat([cipher.update(dataKey), cipher.final()]).toString('hex');
  const tag = cipher.getAuthTag().toString('hex');
  return { ...header, wrap: { name: 'aes-256-gcm', nonce: nonce.toString('hex'), data, tag } };
}

function unwrap(practice: boolean, slot: Slot, passphrase: string): Uint8Array | null {
  const decipher = createDecipheriv(
    'aes-256-gcm',
    wrappingKey(passphrase, slot.kdf),
    Buffer.from(slot.wrap.nonce, 'hex'),
    { authTagLength: 16 },
  );
  decipher.setAAD(associatedData(practice, slot));
  decipher.setAuthTag(Buffer.from(slot.wrap.tag, 'hex'));
  const dataKey = decipher.update(Buffer.from(slot.wrap.data, 'hex'));
  try {
    decipher.final();
    return dataKey;
  } catch {
    // The only thing `final` can fail on is the tag: this passphrase does not open this slot.
    return null;
  }
}

function wrappingKey(passphrase: string, kdf: Slot['kdf']): Buffer {
  const { N, r, p } = kdf;
  // NFKC: the same passphrase typed by another input method must open the file.
  return scryptSync(passphrase.normalize('NFKC'), Buffer.from(kdf.salt, 'hex'), 32, {
    N,
    r,
    p,
    maxmem: 128 * N * r + 1024 * 1024 * p * r,
  });
}

/** The slot header in one fixed spelling, so that kind, cost and the practice flag cannot be changed unnoticed. */
function associatedData(practice: boolean, slot: Omit<Slot, 'wrap'>): Buffer {
  const { N, r, p, salt } = slot.kdf;
  const header = [
    'zhiwang-keyslots',
    1,
    'aegis',
    practice,
    slot.id,
    slot.kind,
    slot.created_at,
    'scrypt',
    N,
    r,
    p,
    salt,
  ];
  return Buffer.from(JSON.stringify(header), 'utf8');
}

function deriveKeys(dataKey: Uint8Array): DerivedKeys {
  const derive = (use: string): Uint8Array =>
    new Uint8Array(hkdfSync('sha256', dataKey, Buffer.alloc(0), `zhiwang ${use} key v1`, 32));
  return { database: derive('database'), attachments: derive('attachments') };
}
