import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalBytes } from '../canonical-json.ts';
import { keyIdShape, nameShape, nodeShape, unitShape, type Party } from '../header.ts';
import { keyIdOf } from './ed25519.ts';
import { recipientShape, roleShape, roles, type Identity, type Role } from './identity.ts';
import {
  hasItsSignatures,
  isSignedWith,
  publicKeyShape,
  signatureShape,
  signDocument,
} from './signed-document.ts';
import { isUsable } from './x25519.ts';

/** Shape of a card. */
export const cardShape = z.strictObject({
  format: z.literal('zw-card'),
  version: z.literal(1),
  node: nodeShape,
  unit: unitShape,
  name: nameShape,
  role: roleShape,
  /** Number of the key pair, from 1. */
  number: z.int().positive(),
  signKey: publicKeyShape,
  ageKey: recipientShape,
  /** Key id before a rotation, which has signed this card too; `null` on the first card. */
  former: keyIdShape.nullable(),
  fingerprint: z.string().regex(/^\d{4}( \d{4}){4}$/),
  signatures: z.array(signatureShape).min(1).max(2),
});

/** What a node shows of itself: name, place and public keys, signed by the node. Public; carried by stick. */
export type Card = z.infer<typeof cardShape>;

/** The card of an identity. After a rotation it is signed by the new key and by the one before. */
export function makeCard(identity: Identity): Card {
  const { node, unit, name, role, number, keys, former } = identity;
  const before = former[0]?.sign;
  const facts = { node, unit, name, role, signKey: keys.sign.public, ageKey: keys.age.public };
  const content = {
    format: 'zw-card' as const,
    version: 1 as const,
    ...facts,
    number,
    former: before === undefined ? null : keyIdOf(before.public),
    fingerprint: fingerprintOf(facts),
  };
  return signDocument(content, before === undefined ? [keys.sign] : [keys.sign, before]);
}

/**
 * Twenty digits in groups of four, to be read aloud and compared when a node is enrolled: SHA-256 of the canonical JSON
 * of names and keys, modulo 10^20 (66 bits: too many to search for a second card).
 */
function fingerprintOf({ node, unit, name, role, signKey, ageKey }: CardFacts): string {
  const digest = createHash('sha256')
    .update(canonicalBytes({ node, unit, name, role, signKey, ageKey }))
    .digest('hex');
  const digits = (BigInt(`0x${digest}`) % 10n ** 20n).toString().padStart(20, '0');
  return digits.replace(/(\d{4})(?=\d)/g, '$1 ');
}
type CardFacts = Pick<Card, 'node' | 'unit' | 'name' | 'role' | 'signKey' | 'ageKey'>;

/** True when a card is what it says: signed with its own key, fingerprint right, node id under its unit, keys usable. */
export function isGenuine(card: Card): boolean {
  return (
    card.fingerprint === fingerprintOf(card) &&
    card.node.startsWith(`${card.unit}-`) &&
    isUsable(card.ageKey) &&
    hasItsSignatures(card, card) &&
    isSignedWith(card, card.signKey)
  );
}

/** True when `next` is the card of the same node after one rotation, signed by the key of `card`. */
export function continues(next: Card, card: Card): boolean {
  return (
    next.node === card.node &&
    next.unit === card.unit &&
    next.role === card.role &&
    next.number === card.number + 1 &&
    next.former === keyIdOf(card.signKey) &&
    isGenuine(next) &&
    isSignedWith(next, card.signKey)
  );
}

/** True when both cards have the same keys. */
export const hasSameKeys = (a: Card, b: Card): boolean =>
  a.node === b.node && a.signKey === b.signKey && a.ageKey === b.ageKey;

/** The card as sender or receiver of a package. */
export const partyOf = ({ node, unit, name }: Pick<Card, 'node' | 'unit' | 'name'>): Party => ({
  node,
  unit,
  name,
});

/** True when a role is the next below another: village under town, town under city. */
export const isRoleBelow = (child: Role, parent: Role): boolean =>
  roles.indexOf(child) + 1 === roles.indexOf(parent);

/**
 * True when a unit lies in another by its code. Zeros that only fill a level (441900 for the whole city) do not count:
 * 441900121 lies in 441900, 440305001 in 440300.
 */
export function isUnitUnder(child: string, parent: string): boolean {
  const stem = parent.replace(/(00)+$/, '');
  return child !== parent && child.startsWith(stem);
}
