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
  /** Card of the parent, compared by voice; `null` at a city and before enrolment. */
  readonly parent: Card | null;
  /** The node's own list of children; `null` while it has none. */
  readonly ownList: TrustList | null;
  readonly parentList: TrustList | null;
}

/** Documents of a node, by kind and key; `secret` is the kind a store must keep encrypted. */
export const documentKeys = {
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
}

/** The parent, if any, then the children by unit code; revoked ones are named too while their card is known. */
export function peersOf(office: Office): readonly Peer[] {
  const parent = office.parentList?.issuer ?? office.parent;
  const newest = new Map<string, Card>();
  for (const card of office.ownList?.cards ?? []) newest.set(card.node, card);
  const revoked = new Set(office.ownList?.revoked.filter(({ key }) => key === null).map(({ node }) => node));
  const children = [...newest.values()].map((card): Peer => ({
    card,
    relation: 'child',
    isRevoked: revoked.has(card.node),
  }));
  const above: readonly Peer[] =
    parent === null || office.chain === null ? [] : [{ card: parent, relation: 'parent', isRevoked: false }];
  return [...above, ...children.toSorted((a, b) => (a.card.node < b.card.node ? -1 : 1))];
}

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
