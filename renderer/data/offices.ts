import type { Output } from '../../electron/contract/calls.ts';

/** State of the exchange as the data process tells it. */
export type Overview = Output<'exchange.overview'>;
/** Another office. */
export type Peer = Overview['peers'][number];

/** The parent of this office, if it has one. */
export const parentOf = (overview: Overview): Peer | undefined =>
  overview.peers.find((peer) => peer.role === 'parent');

/** Offices below this one. */
export const childrenOf = (overview: Overview): readonly Peer[] =>
  overview.peers.filter((peer) => peer.role === 'child');

/** True once packages can be written: a city is its own root, everybody else needs the certificate of the parent. */
export const isReady = ({ role, enrolment }: Overview): boolean =>
  role === 'city' || enrolment === 'enrolled';
