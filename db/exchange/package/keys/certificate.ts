import { z } from 'zod';
import { keyIdShape, nodeShape, timeShape } from '../header.ts';
import { limits } from '../limits.ts';
import { cardShape, isGenuine, isRoleBelow, isUnitUnder, type Card } from './card.ts';
import { keyIdOf } from './ed25519.ts';
import type { Identity } from './identity.ts';
import { isSignedWith, signatureShape, signDocument } from './signed-document.ts';

/** Shape of a certificate. */
const certificateShape = z.strictObject({
  format: z.literal('zw-certificate'),
  version: z.literal(1),
  card: cardShape,
  issuer: z.strictObject({ node: nodeShape, key: keyIdShape }),
  /** Counts the issuer's certificates. */
  serial: z.int().positive(),
  /** For people; clocks decide nothing. */
  validFrom: timeShape,
  /** Number of the issuer's trust list that first names the card. */
  trust: z.int().nonnegative(),
  signatures: z.array(signatureShape).length(1),
});

/** A parent's word for a child's card. A city speaks for itself. */
export type Certificate = z.infer<typeof certificateShape>;

/** Shape of `certificate.json`: the node's certificate, its parent's, up to the city. */
export const chainShape = z.strictObject({
  format: z.literal('zw-chain'),
  version: z.literal(1),
  certificates: z.array(certificateShape).min(1).max(limits.chain),
});
export type Chain = z.infer<typeof chainShape>;

/** Signs a certificate for a card. */
export function certify(
  issuer: Identity,
  card: Card,
  facts: Pick<Certificate, 'serial' | 'validFrom' | 'trust'>,
): Certificate {
  const content = {
    format: 'zw-certificate' as const,
    version: 1 as const,
    card,
    issuer: { node: issuer.node, key: keyIdOf(issuer.keys.sign.public) },
    ...facts,
  };
  return signDocument(content, [issuer.keys.sign]);
}

/** Chain of a certificate under the chain of its issuer (`null`: the issuer speaks for itself). */
export function chainUnder(certificate: Certificate, parent: Chain | null): Chain {
  return { format: 'zw-chain', version: 1, certificates: [certificate, ...(parent?.certificates ?? [])] };
}

/** True when a certificate is a city's own. */
export const isOwn = ({ card, issuer }: Certificate): boolean =>
  card.role === 'city' && issuer.node === card.node && issuer.key === keyIdOf(card.signKey);

/**
 * True when `issuer` has signed the certificate and may have: the card is genuine, one level below the issuer and in
 * its unit (or the city's own). Says nothing about revocation or whether the issuer itself is known: `judgeSender`.
 */
export function verifyCertificate(certificate: Certificate, issuer: Card): boolean {
  const { card } = certificate;
  const isPlaced =
    (isOwn(certificate) && card.node === issuer.node) ||
    (isRoleBelow(card.role, issuer.role) && isUnitUnder(card.unit, issuer.unit));
  return (
    isPlaced &&
    certificate.issuer.node === issuer.node &&
    certificate.issuer.key === keyIdOf(issuer.signKey) &&
    isGenuine(card) &&
    isSignedWith(certificate, issuer.signKey)
  );
}
