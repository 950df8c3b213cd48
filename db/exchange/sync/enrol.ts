import type { SyncNode } from '../../model/sync/sync-node.ts';
import {
  cardShape,
  continues,
  hasSameKeys,
  isGenuine,
  isRoleBelow,
  isUnitUnder,
  makeCard,
  type Card,
} from '../package/keys/card.ts';
import { chainUnder, certify } from '../package/keys/certificate.ts';
import {
  acceptRequest,
  beginCity,
  checkEnrolment,
  enrolmentShape,
  makeRequest,
  requestShape,
} from '../package/keys/enrolment.ts';
import { makeIdentity, rotate, type Identity } from '../package/keys/identity.ts';
import { documentText, readDocument } from '../package/keys/signed-document.ts';
import { beginTrustList, changeTrustList, judgeTrustList, revoke } from '../package/keys/trust-list.ts';
import { noteReplaced } from './give-back.ts';
import { isRenewing, keep, officeOf, type Office } from './office.ts';
import { enrolledOffice } from './peer.ts';
import { refuse, type ExchangeRefusal } from './refusal.ts';
import { divisionCodeOf, roleOf, unitOf } from './unit.ts';

/** A file of keys as it goes onto a stick. */
export interface KeyFile {
  readonly ok: true;
  readonly name: string;
  readonly text: string;
  /** Whose keys it is about; the fingerprint is compared by telephone. */
  readonly card: Card;
}

/**
 * The identity of a node; made at the first call, from the code and name of its unit (`made`: by the caller before, where the
 * place that keeps records had to know the node's id first). A city also certifies itself.
 */
export async function setUpOffice(node: SyncNode, now: Date, made?: Identity): Promise<Office> {
  const known = await officeOf(node);
  if (known !== null) return known;
  const identity = made ?? (await makeOfficeIdentity(node.facts.unit));
  await keep(node, 'identity', identity);
  await nameNode(node, 'self', identity.node);
  if (identity.role === 'city') {
    const list = beginTrustList(identity, now.toISOString());
    await keep(node, 'ownList', list);
    await keep(node, 'chain', beginCity(identity, list));
  }
  return settled(await officeOf(node));
}

/** Fresh keys for a unit, by the code and name of its division. */
export const makeOfficeIdentity = (division: {
  readonly code: string;
  readonly name: string;
}): Promise<Identity> => {
  const unit = unitOf(division.code);
  return makeIdentity({ unit, name: division.name, role: roleOf(unit) });
};

/** This node's card, for the offices below it. */
export async function cardFile(node: SyncNode, now: Date): Promise<KeyFile> {
  const { identity } = await setUpOffice(node, now);
  const card = makeCard(identity);
  return { ok: true, name: `${identity.name}_名片.zwcard`, text: documentText(card), card };
}

/** Asks the parent whose card was handed over to enrol this node (or to certify its new keys). */
export async function requestFile(
  node: SyncNode,
  cardText: string | Uint8Array,
  now: Date,
): Promise<(KeyFile & { readonly parent: Pick<Card, 'node' | 'name' | 'fingerprint'> }) | ExchangeRefusal> {
  if (node.facts.isPractice) return refuse('practice');
  const parent = readDocument(cardShape, cardText);
  if (parent === undefined || !isGenuine(parent)) return refuse('not-a-card');
  const office = await setUpOffice(node, now);
  const fault = parentFault(office, parent);
  if (fault !== null) return fault;
  await keep(node, 'parent', parent);
  const request = makeRequest(office.identity, parent, now.toISOString());
  return {
    ok: true,
    name: `${office.identity.name}_登记申请.zwrequest`,
    text: documentText(request),
    card: request.card,
    parent: { node: parent.node, name: parent.name, fingerprint: parent.fingerprint },
  };
}

/** Why a card cannot be that of the parent. Once enrolled, the keys compared by voice stay what counts. */
function parentFault({ identity, chain, parent: known }: Office, card: Card): ExchangeRefusal | null {
  const { name } = card;
  if (!isRoleBelow(identity.role, card.role) || !isUnitUnder(identity.unit, card.unit))
    return refuse('parent-not-above', { name });
  if (chain === null || known === null) return null;
  if (known.node !== card.node) return refuse('enrolled-elsewhere', { name: known.name });
  return hasSameKeys(known, card) || continues(card, known) ? null : refuse('parent-keys-changed', { name });
}

/** Enrols the child that asks; its fingerprint has been compared by telephone before. */
export async function acceptFile(
  node: SyncNode,
  requestText: string | Uint8Array,
  now: Date,
): Promise<KeyFile | ExchangeRefusal> {
  const request = readDocument(requestShape, requestText);
  if (request === undefined) return refuse('not-a-request');
  const office = await setUpOffice(node, now);
  const { identity, chain } = office;
  if (chain === null) return refuse('not-enrolled');
  // The chain for the child would not fit the keys that sign it.
  if (isRenewing(office)) return refuse('keys-not-certified');
  const at = now.toISOString();
  const trust = office.ownList ?? beginTrustList(identity, at);
  const serial = trust.number + 1;
  const accepted = acceptRequest({ identity, chain, trust }, request, { serial, at });
  if (!accepted.ok) return refuse(accepted.code);
  await keep(node, 'ownList', accepted.trust);
  await namePeer(node, request.card);
  await noteReplaced(node, request.card.node, request.card.unit);
  const name = `${request.card.name}_登记证书.zwcert`;
  return { ok: true, name, text: documentText(accepted.enrolment), card: request.card };
}

/** Takes the parent's certificate in; from now on packages can be written. */
export async function installFile(
  node: SyncNode,
  enrolmentText: string | Uint8Array,
): Promise<{ readonly ok: true; readonly parent: Card } | ExchangeRefusal> {
  const enrolment = readDocument(enrolmentShape, enrolmentText);
  if (enrolment === undefined) return refuse('not-a-certificate');
  const office = await officeOf(node);
  if (office === null || office.parent === null) return refuse('not-requested');
  const checked = checkEnrolment(office.identity, office.parent, enrolment);
  if (!checked.ok) return refuse(checked.code);
  const { parentList } = office;
  if (parentList !== null && judgeTrustList(enrolment.trust, parentList) === 'rolled-back')
    return refuse('certificate-stale');
  await keep(node, 'chain', enrolment.chain);
  await keep(node, 'parent', enrolment.trust.issuer);
  await keep(node, 'parentList', enrolment.trust);
  await nameNode(node, 'parent', enrolment.trust.issuer.node);
  await namePeer(node, enrolment.trust.issuer);
  return { ok: true, parent: enrolment.trust.issuer };
}

/** Takes a lost or retired child off the list; its packages up to the rounds held here stay good. */
export async function revokeNode(
  node: SyncNode,
  of: { readonly node: string; readonly reason: string; readonly now: Date },
): Promise<{ readonly ok: true; readonly trust: number } | ExchangeRefusal> {
  const office = await officeOf(node);
  if (office?.ownList?.cards.some((card) => card.node === of.node) !== true)
    return refuse('peer-unknown', { name: of.node });
  const holdings = await node.incoming.holdings(of.node);
  const keeps = holdings.flatMap(({ series, holds }) => {
    const last = holds.at(-1)?.[1];
    return last === undefined ? [] : [{ series, to: last }];
  });
  const at = of.now.toISOString();
  const list = revoke(office.identity, office.ownList, {
    node: of.node,
    key: null,
    keeps,
    at,
    reason: of.reason,
  });
  await keep(node, 'ownList', list);
  return { ok: true, trust: list.number };
}

/**
 * Changes this node's keys. A city certifies itself anew at once; any other node must take a new request to its parent:
 * until the certificate comes back, what it writes still reaches the parent under the certificate for the former keys.
 * Not again before that: the parent believes only keys signed by those it has listed. Children follow with the first
 * package they take in; a child that takes none in between two changes must be enrolled again.
 */
export async function rotateKeys(
  node: SyncNode,
  now: Date,
): Promise<{ readonly ok: true; readonly identity: Identity } | ExchangeRefusal> {
  const enrolled = await enrolledOffice(node);
  if (!enrolled.ok) return enrolled;
  const { office } = enrolled;
  if (isRenewing(office)) return refuse('keys-not-certified');
  const identity = await rotate(office.identity);
  const at = now.toISOString();
  await keep(node, 'identity', identity);
  const list = office.ownList === null ? null : changeTrustList(identity, office.ownList, { at });
  if (list !== null) await keep(node, 'ownList', list);
  if (identity.role === 'city') {
    const own = certify(identity, makeCard(identity), { serial: 1, validFrom: at, trust: list?.number ?? 1 });
    await keep(node, 'chain', chainUnder(own, null));
  }
  return { ok: true, identity };
}

/** What the place that keeps records must know of nodes: who is itself, who is above, and their units by node id. */
async function nameNode(node: SyncNode, key: 'self' | 'parent', id: string): Promise<void> {
  await node.documents.set('node', key, JSON.stringify({ id }));
}
async function namePeer(node: SyncNode, { node: id, unit, name }: Card): Promise<void> {
  await node.documents.set('peer', id, JSON.stringify({ unit: { code: divisionCodeOf(unit), name } }));
}

function settled(office: Office | null): Office {
  if (office === null) throw new Error('the identity was not kept');
  return office;
}
