import type { SyncNode } from '../../model/sync/sync-node.ts';
import { checkCode, type PhoneStatus } from '../package/phone-code.ts';
import { peersOf } from './office.ts';
import { enrolledOffice, peerOf } from './peer.ts';
import { refuse, type ExchangeRefusal } from './refusal.ts';

/**
 * Takes the short receipt a parent read over the telephone. The package is marked as confirmed by telephone, never more:
 * the sender could make such a code itself, so nothing is dropped and no basis moves on its strength.
 */
export async function confirmByPhone(
  node: SyncNode,
  typed: string,
): Promise<{ readonly ok: true; readonly digest: string; readonly status: PhoneStatus } | ExchangeRefusal> {
  const office = await enrolledOffice(node);
  if (!office.ok) return office;
  const parent = peerOf(peersOf(office.office), null);
  if (!parent.ok) return parent;
  const { identity } = office.office;
  const sent = (await node.outgoing.list(parent.peer.card.node)).filter((one) => one.kind !== 'receipt');
  const candidates = sent.map(({ series, to, digest }) => ({ unit: identity.unit, series, to, digest }));
  const verdict = checkCode(typed, { self: identity, peer: parent.peer.card }, candidates);
  if (!verdict.ok) return refuse(verdict.reason === 'mistyped' ? 'code-mistyped' : 'code-unknown');
  const { digest } = verdict.package;
  const isOpen = sent.some((one) => one.digest === digest && one.state !== 'acknowledged');
  if (isOpen) await node.outgoing.setState(digest, verdict.status === 'held' ? 'held' : 'phoned');
  return { ok: true, digest, status: verdict.status };
}
