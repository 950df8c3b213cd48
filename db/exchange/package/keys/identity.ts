import { generateKeyPairSync, randomInt } from 'node:crypto';
import { z } from 'zod';
import { nameShape, nodeShape, unitShape } from '../header.ts';
import { bech32Bytes } from './bech32.ts';
import { keyIdOf, isPublicKey } from './ed25519.ts';

/** Place of a node in the tree; each answers to one of the next. */
export const roles = ['village', 'town', 'city'] as const;
export type Role = (typeof roles)[number];
export const roleShape = z.enum(roles);

/** Crockford's base 32, small: no i, l, o, u, which are misread. */
const crockford = '0123456789abcdefghjkmnpqrstvwxyz';

/** `age1…`: an X25519 public key in age's spelling. */
export const recipientShape = z
  .string()
  .max(80)
  .refine((text) => text.startsWith('age1') && bech32Bytes(text, 'age')?.length === 32);
const ageIdentityShape = z
  .string()
  .max(90)
  .refine(
    (text) => text.startsWith('AGE-SECRET-KEY-1') && bech32Bytes(text, 'age-secret-key-')?.length === 32,
  );

const keysShape = z.strictObject({
  sign: z.strictObject({
    public: z.string().refine(isPublicKey),
    private: z.string().regex(/^[A-Za-z0-9+/]{64}$/),
  }),
  age: z.strictObject({ public: recipientShape, private: ageIdentityShape }),
});

/** Private and public keys of a node at one time. */
type NodeKeys = z.infer<typeof keysShape>;

/** Shape of an identity document. */
export const identityShape = z.strictObject({
  format: z.literal('zw-identity'),
  version: z.literal(1),
  node: nodeShape,
  unit: unitShape,
  name: nameShape,
  role: roleShape,
  /** Number of the key pair, from 1; grows by one at every rotation. */
  number: z.int().positive(),
  keys: keysShape,
  /** Keys before, newest first: packages on their way are still encrypted to them. */
  former: z.array(keysShape).max(8),
});

/** Who a node is, with its secrets. Lives in the encrypted database only; never leaves the node. */
export type Identity = z.infer<typeof identityShape>;

/** Makes the identity of a new node: a random node id under the unit's code, and fresh keys. */
export async function makeIdentity(unit: {
  readonly unit: string;
  readonly name: string;
  readonly role: Role;
}): Promise<Identity> {
  const suffix = Array.from({ length: 6 }, () => crockford.charAt(randomInt(crockford.length))).join('');
  const { unit: code, name, role } = unit;
  const node = `${code}-${suffix}`;
  return {
    format: 'zw-identity',
    version: 1,
    node,
    unit: code,
    name,
    role,
    number: 1,
    keys: await freshKeys(),
    former: [],
  };
}

/** The identity with fresh keys; the ones before are kept for what is still on its way. */
export async function rotate(identity: Identity): Promise<Identity> {
  const former = [identity.keys, ...identity.former].slice(0, 8);
  return { ...identity, number: identity.number + 1, keys: await freshKeys(), former };
}

/** The identity without former keys: when every peer is known to use the present ones. */
export const forgetFormerKeys = (identity: Identity): Identity => ({ ...identity, former: [] });

async function freshKeys(): Promise<NodeKeys> {
  const pair = generateKeyPairSync('ed25519');
  const { generateX25519Identity, identityToRecipient } = await import('age-encryption');
  const secret = await generateX25519Identity();
  return {
    sign: {
      public: pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
      private: pair.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    },
    age: { public: await identityToRecipient(secret), private: secret },
  };
}

/** Key id of the key a node signs with now. */
export const signerOf = (identity: Identity): string => keyIdOf(identity.keys.sign.public);

/** age identities that may decrypt what arrives, the present one first. */
export const decryptingKeys = (identity: Identity): readonly string[] =>
  [identity.keys, ...identity.former].map((keys) => keys.age.private);
