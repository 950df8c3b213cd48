import type { z } from 'zod';
import type { SyncNode } from '../../model/sync/sync-node.ts';
import { cardShape, type Card } from '../package/keys/card.ts';
import { chainShape, type Chain } from '../package/keys/certificate.ts';
import { identityShape, type Identity } from '../package/keys/identity.ts';
import type { Trust } from '../package/keys/judge-sender.ts';
import { documentText, readDocument } from '../package/keys/signed-document.ts';
import { trustListShape, type TrustList } from '../package/keys/trust-list.ts';

/** Who this node is to others: its keys, its certificates, whom it trusts. */
export interface Office {
  readonly identity: Identity;
  /** The node's certificate up to the city; `null` before the parent's answer came. */
  readonly chain: Chain | null;
  /** Card of the parent, compared by voice, or what it was changed to since; `null` at a city and before enrolment. */
  readonly parent: Card | null;
  /** The node's own list of children; `null` while it has none. */
  readonly ownList: TrustList | null;
  readonly parentList: TrustList | null;
}

/** Documents of a node, by kind and key; `secret` is the kind a store must keep encrypted. */
const documentKeys = {
  identity: ['secret', 'identity'],
  chain: ['enrolment', 'chain'],
  parent: ['enrolment', 'parent'],
  ownList: ['trust', 'own'],
  parentList: ['trust', 'parent'],
} as const;
type DocumentName = keyof typeof documentKeys;

/** The office of a node; `null` before it was set up. @throws Error when a kept document is damaged. */
export async function officeOf(node: SyncNode): Promise<Office | null> {
  const identity = await kept(node, 'identity', identityShape);
  if (identity === null) return null;
  return {
    identity,
    chain: await kept(node, 'chain', chainShape),
    parent: await kept(node, 'parent', cardShape),
    ownList: await kept(node, 'ownList', trustListShape),
    parentList: await kept(node, 'parentList', trustListShape),
  };
}

/** Keeps a document under its name. */
export async function keep(node: SyncNode, name: DocumentName, document: object): Promise<void> {
  const [kind, key] = documentKeys[name];
  await node.documents.set(kind, key, documentText(document));
}

/** Whom the office believes: its parent and itself, by the lists in force. */
export function trustOf(office: Office): Trust {
  const lists = [office.ownList, office.parentList].filter((list) => list !== null);
  const own = office.chain?.certificates.find(({ card }) => card.node === office.identity.node)?.card;
  return { anchors: [office.parent, own ?? null].filter((card) => card !== null), lists };
}

/** Another office this one exchanges packages with. */
export interface Peer {
  readonly card: Card;
  readonly relation: 'parent' | 'child';
  readonly isRevoked: boolean;
  /** Cards with keys it will change to; packages are encrypted to them too. */
  readonly nextCards: readonly Card[];
}

/** The parent, if any, then the children by unit code; revoked ones are named too while their card is known. */
export function peersOf(office: Office): readonly Peer[] {
  const children = new Map<string, Card[]>();
  for (const card of office.ownList?.cards ?? [])
    children.set(card.node, [...(children.get(card.node) ?? []), card]);
  const revoked = new Set(office.ownList?.revoked.filter(({ key }) => key === null).map(({ node }) => node));
  const below = [...children.values()].flatMap((cards): readonly Peer[] => {
    const [card, ...nextCards] = cards;
    if (card === undefined) return [];
    return [{ card, relation: 'child', isRevoked: revoked.has(card.node), nextCards }];
  });
  return [...parentOf(office), ...below.toSorted((a, b) => (a.card.node < b.card.node ? -1 : 1))];
}

function parentOf({ parent, parentList, chain }: Office): readonly Peer[] {
  const listed = parentList?.issuer ?? parent;
  if (listed === null || chain === null) return [];
  // Keys changed since the list came are known from the first package under them.
  const card = parent !== null && parent.number > listed.number ? parent : listed;
  const nextCards = parentList === null || parentList.next === null ? [] : [parentList.next];
  return [{ card, relation: 'parent', isRevoked: false, nextCards }];
}

/** True after a change of keys, until the parent's certificate for the new ones is taken in. */
export const isRenewing = ({ identity, chain }: Office): boolean =>
  chain !== null && chain.certificates[0]?.card.signKey !== identity.keys.sign.public;

/**
 * Identity and certificates to write with. After a change of keys the certificate for the former ones serves until the
 * parent has certified the new ones.
 */
export function signingAs(office: Office): { readonly identity: Identity; readonly chain: Chain } {
  const { identity, chain } = office;
  if (chain === null) throw new Error('an office without certificate writes no packages');
  const certified = chain.certificates[0]?.card.signKey;
  const all = [identity.keys, ...identity.former];
  const at = all.findIndex((keys) => keys.sign.public === certified);
  const keys = all[at];
  if (keys === undefined) throw new Error('the certificate is for none of the keys of this office');
  return { identity: { ...identity, keys, former: all.slice(at + 1) }, chain };
}

/** Number of the trust list in force for what this office writes; 0: none. */
export const trustNumber = ({ parentList, ownList }: Office): number =>
  parentList?.number ?? ownList?.number ?? 0;

async function kept<T extends z.ZodType>(
  node: SyncNode,
  name: DocumentName,
  shape: T,
): Promise<z.infer<T> | null> {
  const [kind, key] = documentKeys[name];
  const text = await node.documents.get(kind, key);
  if (text === null) return null;
  const document = readDocument(shape, text);
  if (document === undefined) throw new Error(`the kept document ${kind}/${key} is damaged`);
  return document;
}
