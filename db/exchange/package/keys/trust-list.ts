import { z } from 'zod';
import { canonicalJson } from '../canonical-json.ts';
import { keyIdShape, nodeShape, suite, timeShape } from '../header.ts';
import { cardShape, continues, hasSameKeys, isGenuine, makeCard, type Card } from './card.ts';
import { keyIdOf } from './ed25519.ts';
import type { Identity } from './identity.ts';
import { hasItsSignatures, isSignedWith, signatureShape, signDocument } from './signed-document.ts';

const revocationShape = z.strictObject({
  node: nodeShape,
  /** One key of the node, `null`: the node with all its keys, present and to come. */
  key: keyIdShape.nullable(),
  /**
   * Packages that stay good: of these series, up to this round. Everything else of the node is refused, also new
   * series: whoever holds a stolen key can begin one and can write any date.
   */
  keeps: z.array(z.strictObject({ series: z.string().min(1).max(64), to: z.int().positive() })).max(100),
  /** For people. */
  at: timeShape,
  reason: z.string().min(1).max(200),
});
/** A node or key that is no longer trusted. */
export type Revocation = z.infer<typeof revocationShape>;

/** Shape of a trust list. */
export const trustListShape = z.strictObject({
  format: z.literal('zw-trust'),
  version: z.literal(1),
  /** Grows by one with every change; a list is never replaced by one with a lower number. */
  number: z.int().positive(),
  at: timeShape,
  issuer: cardShape,
  /** Card the issuer will change to; children encrypt to both from now on. `null`: no change is planned. */
  next: cardShape.nullable(),
  /** Cards of the children, by node and number. During a rotation a node has two. */
  cards: z.array(cardShape).max(4000),
  revoked: z.array(revocationShape).max(4000),
  /** What packages must at least be: cipher suites allowed, oldest format version. */
  minima: z.strictObject({ suites: z.array(z.string().min(1).max(64)).max(8), version: z.int().positive() }),
  signatures: z.array(signatureShape).min(1).max(2),
});

/** Whom a parent trusts, carried down with receipts. */
export type TrustList = z.infer<typeof trustListShape>;

/** What of a list may change. */
export interface TrustChange {
  readonly next?: Card | null;
  readonly cards?: readonly Card[];
  readonly revoked?: readonly Revocation[];
  readonly minima?: TrustList['minima'];
}

/** The first list of a parent. */
export function beginTrustList(issuer: Identity, at: string): TrustList {
  return signList(issuer, {
    number: 1,
    at,
    next: null,
    cards: [],
    revoked: [],
    minima: { suites: [suite], version: 1 },
  });
}

/**
 * The list after a change, signed anew. After a rotation of the issuer it is signed by the key before too, and the card
 * before joins the cards: what the issuer sent under it may still be on its way. `withoutFormer` takes it off.
 */
export function changeTrustList(
  issuer: Identity,
  list: TrustList,
  change: TrustChange & { at: string },
): TrustList {
  const { next, cards, revoked, minima, number } = { ...list, ...change, number: list.number + 1 };
  const isRotated = list.issuer.number !== issuer.number;
  const facts = { number, at: change.at, revoked, minima };
  if (!isRotated) return signList(issuer, { ...facts, next, cards });
  const others = cards.filter(({ node }) => node !== issuer.node);
  return signList(issuer, { ...facts, next: null, cards: [...others, list.issuer] });
}

/** Cards of a list without those a node has given up: only its newest is left, of the issuer none. */
export function withoutFormer({ cards, issuer }: TrustList, node: string): readonly Card[] {
  const newest = Math.max(...cards.filter((card) => card.node === node).map(({ number }) => number));
  return cards.filter((card) => card.node !== node || (node !== issuer.node && card.number === newest));
}

type ListContent = Required<TrustChange> & Pick<TrustList, 'number' | 'at'>;

function signList(issuer: Identity, facts: ListContent): TrustList {
  const before = issuer.former[0]?.sign;
  const content = {
    format: 'zw-trust' as const,
    version: 1 as const,
    issuer: makeCard(issuer),
    ...facts,
    cards: facts.cards.toSorted(byNodeAndNumber),
    revoked: [...facts.revoked],
  };
  return signDocument(content, before === undefined ? [issuer.keys.sign] : [issuer.keys.sign, before]);
}

const byNodeAndNumber = (a: Card, b: Card): number =>
  a.node === b.node ? a.number - b.number : a.node < b.node ? -1 : 1;

/** Takes a node, or one of its keys, off the list. */
export function revoke(issuer: Identity, list: TrustList, revocation: Revocation): TrustList {
  const cards = list.cards.filter(
    (card) =>
      card.node !== revocation.node || (revocation.key !== null && keyIdOf(card.signKey) !== revocation.key),
  );
  return changeTrustList(issuer, list, { cards, revoked: [...list.revoked, revocation], at: revocation.at });
}

/** How a list that arrives stands to the one in force. */
export type TrustVerdict = 'newer' | 'same' | 'rolled-back' | 'not-genuine' | 'other-issuer';

/**
 * Compares a list with the one in force (at the first time: with the card that was compared by voice). A list must be
 * signed by the issuer's key that is trusted now; when it brings a new key, by that one too.
 */
export function judgeTrustList(incoming: TrustList, known: TrustList | Card): TrustVerdict {
  const card = known.format === 'zw-card' ? known : known.issuer;
  if (incoming.issuer.node !== card.node) return 'other-issuer';
  if (!isListGenuine(incoming)) return 'not-genuine';
  const isSameKey = hasSameKeys(incoming.issuer, card);
  const isHandedOver = continues(incoming.issuer, card) && isSignedWith(incoming, card.signKey);
  if (!isSameKey && !isHandedOver) return 'not-genuine';
  if (known.format === 'zw-card') return 'newer';
  if (incoming.number < known.number) return 'rolled-back';
  if (incoming.number > known.number) return 'newer';
  // The same number with other content: somebody else signs lists with this key.
  return contentOf(incoming) === contentOf(known) ? 'same' : 'not-genuine';
}

function contentOf(list: TrustList): string | undefined {
  const { signatures: _, ...content } = list;
  return canonicalJson(content);
}

/** True when a list is signed with its issuer's key and every card in it is what it says. */
export function isListGenuine(list: TrustList): boolean {
  const { issuer, next } = list;
  return (
    isGenuine(issuer) &&
    hasItsSignatures(list, issuer) &&
    isSignedWith(list, issuer.signKey) &&
    (next === null || continues(next, issuer)) &&
    list.cards.every(isGenuine)
  );
}

/** Cards of a node a package is encrypted to: the one in force first, then the one it changes to. Empty: not on the list. */
export function cardsOf(list: TrustList, node: string): readonly Card[] {
  const cards =
    node === list.issuer.node ? [list.issuer, ...(list.next === null ? [] : [list.next])] : list.cards;
  return cards.filter((card) => card.node === node);
}
