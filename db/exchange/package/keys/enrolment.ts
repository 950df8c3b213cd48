import { z } from 'zod';
import { keyIdShape, nodeShape, timeShape } from '../header.ts';
import {
  cardShape,
  continues,
  hasSameKeys,
  isGenuine,
  isRoleBelow,
  isUnitUnder,
  makeCard,
  type Card,
} from './card.ts';
import { certify, chainShape, chainUnder, verifyCertificate, type Chain } from './certificate.ts';
import { keyIdOf } from './ed25519.ts';
import type { Identity } from './identity.ts';
import type { KeyRefusalCode } from './key-refusals.ts';
import { isSignedWith, signatureShape, signDocument } from './signed-document.ts';
import { changeTrustList, isListGenuine, trustListShape, type TrustList } from './trust-list.ts';

/** Shape of a request. */
export const requestShape = z.strictObject({
  format: z.literal('zw-request'),
  version: z.literal(1),
  card: cardShape,
  /** The parent asked, by the card the child was given. */
  parent: z.strictObject({ node: nodeShape, key: keyIdShape }),
  at: timeShape,
  signatures: z.array(signatureShape).length(1),
});

/** A child's request to its parent to be enrolled, or to have its new keys certified. Carried by stick. */
export type EnrolmentRequest = z.infer<typeof requestShape>;

/** Shape of an enrolment. */
export const enrolmentShape = z.strictObject({
  format: z.literal('zw-enrolment'),
  version: z.literal(1),
  chain: chainShape,
  trust: trustListShape,
});

/** The parent's answer: the child's certificate with its chain, and the parent's trust list. Carried by stick. */
export type Enrolment = z.infer<typeof enrolmentShape>;

/** An expected outcome of work with keys that is not the wished one. */
export interface KeyRefusal {
  readonly ok: false;
  readonly code: KeyRefusalCode;
}
const refuse = (code: KeyRefusalCode): KeyRefusal => ({ ok: false, code });

/** Asks a parent, known by its card, to enrol this node. Also after a rotation. */
export function makeRequest(child: Identity, parent: Card, at: string): EnrolmentRequest {
  const content = {
    format: 'zw-request' as const,
    version: 1 as const,
    card: makeCard(child),
    parent: { node: parent.node, key: keyIdOf(parent.signKey) },
    at,
  };
  return signDocument(content, [child.keys.sign]);
}

/** What a parent needs to enrol children. */
export interface Parent {
  readonly identity: Identity;
  readonly chain: Chain;
  readonly trust: TrustList;
}

/** A city's beginning: it speaks for itself. */
export function beginCity(identity: Identity, trust: TrustList): Chain {
  return chainUnder(
    certify(identity, makeCard(identity), { serial: 1, validFrom: trust.at, trust: trust.number }),
    null,
  );
}

/**
 * Enrols a child, or certifies its keys after a rotation. The fingerprint of a first card must have been compared by voice
 * before. Answers the file for the child and the parent's new trust list; both are to be kept in one step.
 */
export function acceptRequest(
  parent: Parent,
  request: EnrolmentRequest,
  { serial, at }: { readonly serial: number; readonly at: string },
): { readonly ok: true; readonly enrolment: Enrolment; readonly trust: TrustList } | KeyRefusal {
  const { card } = request;
  const fault = faultOf(parent, request);
  if (fault !== null) return refuse(fault);
  const others = parent.trust.cards.filter(
    (known) => known.node !== card.node || known.number === card.number - 1,
  );
  const trust = changeTrustList(parent.identity, parent.trust, { cards: [...others, card], at });
  const certificate = certify(parent.identity, card, { serial, validFrom: at, trust: trust.number });
  const chain = chainUnder(certificate, parent.chain);
  return { ok: true, trust, enrolment: { format: 'zw-enrolment', version: 1, chain, trust } };
}

function faultOf({ identity, trust }: Parent, request: EnrolmentRequest): KeyRefusalCode | null {
  const { card } = request;
  if (request.parent.node !== identity.node) return 'request-for-another';
  if (!isGenuine(card) || !isSignedWith(request, card.signKey)) return 'request-not-genuine';
  if (!isRoleBelow(card.role, identity.role)) return 'role-not-below';
  if (!isUnitUnder(card.unit, identity.unit)) return 'unit-not-under';
  if (
    trust.revoked.some(
      ({ node, key }) => node === card.node && (key === null || key === keyIdOf(card.signKey)),
    )
  ) {
    return 'node-revoked';
  }
  const known = trust.cards.filter(({ node }) => node === card.node);
  const isContinued = known.some((former) => hasSameKeys(card, former) || continues(card, former));
  // Otherwise anybody could make keys for a node that is enrolled already.
  return known.length > 0 && !isContinued ? 'keys-not-continued' : null;
}

/**
 * Checks an enrolment before the child keeps it: the certificate is for its present keys, signed by the parent whose card
 * it was given, and the parent's list is genuine and names it.
 */
export function checkEnrolment(
  child: Identity,
  parent: Card,
  { chain, trust }: Enrolment,
): { readonly ok: true } | KeyRefusal {
  const [certificate, above] = chain.certificates;
  const card = makeCard(child);
  if (certificate === undefined || !hasSameKeys(certificate.card, card))
    return refuse('enrolment-for-another');
  const issuer = trust.issuer;
  const isParent = hasSameKeys(issuer, parent) || continues(issuer, parent);
  if (!isParent || (above !== undefined && !hasSameKeys(above.card, issuer)))
    return refuse('parent-not-known');
  if (!isListGenuine(trust) || !verifyCertificate(certificate, issuer))
    return refuse('enrolment-not-genuine');
  return trust.cards.some((listed) => hasSameKeys(listed, card))
    ? { ok: true }
    : refuse('enrolment-not-genuine');
}
