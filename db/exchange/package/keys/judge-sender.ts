import type { PackageHeader } from '../header.ts';
import { continues, hasSameKeys, isGenuine, partyOf, type Card } from './card.ts';
import { isOwn, verifyCertificate, type Certificate, type Chain } from './certificate.ts';
import { keyIdOf } from './ed25519.ts';
import type { Revocation, TrustList } from './trust-list.ts';

/** Whom a node trusts. */
export interface Trust {
  /** Cards compared by voice, or handed over from one that was: the parent's, at a city its own. */
  readonly anchors: readonly Card[];
  /** Lists in force: the node's own (when it has children) and its parent's. */
  readonly lists: readonly TrustList[];
}

/** What a header must say for its sender to be judged. */
type Claim = Pick<PackageHeader, 'sender' | 'signer' | 'series' | 'to'>;

/** The sender's card when it is to be believed, otherwise why not. */
export type SenderVerdict =
  | { readonly ok: true; readonly card: Card; readonly isNewKey: boolean }
  | {
      readonly ok: false;
      readonly code: 'certificate-invalid' | 'signer-unknown' | 'signer-superseded' | 'signer-revoked';
    };

/**
 * Decides whether the chain in a package makes its signer known here: every link signed by the one above, the last by a
 * card this node knows; nobody on the way revoked; the leaf the sender of the header; its key the one in force.
 */
export function judgeSender(claim: Claim, chain: Chain, trust: Trust): SenderVerdict {
  const leaf = chain.certificates[0]?.card;
  if (leaf === undefined || !isSenderOf(claim, leaf)) return { ok: false, code: 'certificate-invalid' };
  if (isRevoked(claim, chain, trust)) return { ok: false, code: 'signer-revoked' };
  const standing = standingOf(leaf, trust);
  const broken = brokenLink(chain.certificates, trust);
  // A listed card needs no chain: after a rotation of the parent, children's certificates bear its former signature.
  const isExcused = broken === 'signer-unknown' && standing !== 'unknown';
  if (broken !== null && !isExcused) return { ok: false, code: broken };
  if (standing === 'superseded') return { ok: false, code: 'signer-superseded' };
  return { ok: true, card: leaf, isNewKey: standing === 'new-key' };
}

/** How a card stands to those known of its node. */
function standingOf(leaf: Card, trust: Trust): 'unknown' | 'listed' | 'new-key' | 'superseded' {
  const known = knownCards(trust).filter((card) => card.node === leaf.node);
  if (known.length === 0) return 'unknown';
  if (known.some((card) => hasSameKeys(card, leaf))) return 'listed';
  return known.some((card) => continues(leaf, card)) ? 'new-key' : 'superseded';
}

function isRevoked(claim: Claim, { certificates }: Chain, { lists }: Trust): boolean {
  const revocations = lists.flatMap((list) => list.revoked);
  return certificates.some(({ card }, i) =>
    revocations.some((revocation) => strikes(revocation, card, i === 0 ? claim : null)),
  );
}

function isSenderOf({ sender, signer }: Claim, card: Card): boolean {
  const { node, unit } = partyOf(card);
  // The name may have changed since the certificate; node and unit never do.
  return node === sender.node && unit === sender.unit && keyIdOf(card.signKey) === signer && isGenuine(card);
}

/** Walks the chain from the leaf upwards until a known card has signed; `null` when all is well. */
function brokenLink(
  certificates: readonly Certificate[],
  trust: Trust,
): 'certificate-invalid' | 'signer-unknown' | null {
  const known = knownCards(trust);
  for (const [i, certificate] of certificates.entries()) {
    if (isOwn(certificate)) {
      if (!verifyCertificate(certificate, certificate.card)) return 'certificate-invalid';
      const isKnown = known.some(
        (card) => hasSameKeys(card, certificate.card) || continues(certificate.card, card),
      );
      return isKnown ? null : 'signer-unknown';
    }
    const issuer = known.find(
      (card) => card.node === certificate.issuer.node && keyIdOf(card.signKey) === certificate.issuer.key,
    );
    if (issuer !== undefined) return verifyCertificate(certificate, issuer) ? null : 'certificate-invalid';
    // A parent this node knows signs its children's certificates with keys of its own list, now or earlier.
    const above = certificates[i + 1]?.card;
    if (above === undefined) return 'signer-unknown';
    if (!verifyCertificate(certificate, above)) return 'certificate-invalid';
  }
  return 'signer-unknown';
}

function strikes(revocation: Revocation, card: Card, claim: Claim | null): boolean {
  if (revocation.node !== card.node) return false;
  if (revocation.key !== null && revocation.key !== keyIdOf(card.signKey)) return false;
  return !revocation.keeps.some(
    ({ series, to }) => claim !== null && claim.series === series && claim.to <= to,
  );
}

/**
 * An anchor counts until its node's list is in force: from then on the list says which keys the node has. One that is newer
 * than the list counts too: its node has changed its keys since, and the list of that change has not come.
 */
function knownCards({ anchors, lists }: Trust): readonly Card[] {
  const listed = new Map(lists.map(({ issuer }) => [issuer.node, issuer.number]));
  return [
    ...anchors.filter(({ node, number }) => number > (listed.get(node) ?? 0)),
    ...lists.flatMap((list) => [list.issuer, ...(list.next === null ? [] : [list.next]), ...list.cards]),
  ];
}
