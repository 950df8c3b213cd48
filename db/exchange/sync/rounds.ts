import type { Holding, Ranges, Round, Sent } from '../../model/sync/sync-node.ts';

/** Round numbers as ranges: sorted, joined where they touch. */
export function joined(ranges: Ranges): Ranges {
  const sorted = ranges.toSorted((a, b) => a[0] - b[0]);
  const out: (readonly [number, number])[] = [];
  for (const [first, last] of sorted) {
    const before = out.at(-1);
    if (before !== undefined && first <= before[1] + 1)
      out[out.length - 1] = [before[0], Math.max(before[1], last)];
    else out.push([first, last]);
  }
  return out;
}

/** Numbers between the ranges, and before the first: what never arrived although something later did. */
export function gaps(ranges: Ranges): readonly number[] {
  const missing: number[] = [];
  let next = 1;
  for (const [first, last] of ranges) {
    for (let number = next; number < first; number += 1) missing.push(number);
    next = last + 1;
  }
  return missing;
}

/** A round without what else is known of it. */
export const roundOf = ({ series, number, tip }: Round): Round => ({ series, number, tip });

/** Where the next package to a peer begins and what it builds on. */
export interface NextRound {
  readonly series: string;
  readonly from: number;
  readonly to: number;
  readonly basis: Round | null;
  /** Position of our log the basis stands at; 0 when there is none. */
  readonly after: number;
}

/**
 * The next package carries everything since the round the peer has acknowledged (`onlyNew`: since the last one
 * written, so that sticks still on their way are not repeated). A series begins anew at 1 but may build on a round of
 * an older one.
 */
export function nextRound(of: {
  readonly series: string;
  readonly sent: readonly Sent[];
  readonly acknowledged: (Round & { readonly position: number }) | null;
  readonly onlyNew: boolean;
}): NextRound {
  const { series, acknowledged } = of;
  const ofSeries = of.sent.filter((one) => one.series === series && one.kind !== 'receipt');
  const last = ofSeries.reduce<Sent | null>(
    (top, one) => (top === null || one.to > top.to ? one : top),
    null,
  );
  const to = (last?.to ?? 0) + 1;
  if (of.onlyNew && last !== null && last.state !== 'lost')
    return { series, from: to, to, basis: { series, number: last.to, tip: last.tip }, after: last.upTo };
  const from = acknowledged?.series === series ? acknowledged.number + 1 : 1;
  const basis = acknowledged === null ? null : roundOf(acknowledged);
  return { series, from, to, basis, after: acknowledged?.position ?? 0 };
}

/** What a receipt says about our rounds, compared with what we know we sent. */
export interface Acknowledgement {
  /** Newest round the peer holds without a gap and with our own tip; `null`: it holds nothing of what we know. */
  readonly round: Round | null;
  /** Rounds the peer holds with a tip that is not ours: a copy of this file, or a resumed snapshot, sent them. */
  readonly foreign: readonly Round[];
  /** Newest round the peer holds that this file knows nothing of (it was restored from an older backup). */
  readonly unknown: readonly Round[];
}

/**
 * Newest acknowledged round. A round counts when the peer names it with our tip and holds all before it; behind a round
 * with a foreign tip nothing counts: the peer is to see that we do not know what it has from there on, and gives it back.
 */
export function acknowledgement(holdings: readonly Holding[], sent: readonly Sent[]): Acknowledgement {
  const foreign: Round[] = [];
  const unknown: Round[] = [];
  let best: Sent | null = null;
  for (const holding of holdings) {
    const compared = holding.rounds.map((round) => ({ round, ours: sentRound(sent, round) }));
    for (const { round, ours } of compared) {
      if (ours === undefined) unknown.push(round);
      else if (ours.tip !== round.tip) foreign.push(round);
    }
    const strange = compared.filter(({ round, ours }) => ours !== undefined && ours.tip !== round.tip);
    const end = Math.min(topOf(holding) + 1, ...strange.map(({ round }) => round.number));
    for (const { round, ours } of compared)
      if (ours !== undefined && round.number < end && (best === null || ours.upTo >= best.upTo)) best = ours;
  }
  const round = best === null ? null : { series: best.series, number: best.to, tip: best.tip };
  return { round, foreign, unknown };
}

const sentRound = (sent: readonly Sent[], { series, number }: Round): Sent | undefined =>
  sent.find((one) => one.kind !== 'receipt' && one.series === series && one.to === number);

/** Newest round held without a gap. */
const topOf = ({ holds }: Holding): number => holds.find(([first]) => first <= 1)?.[1] ?? 0;

/** Newest round of a peer we hold without a gap; goes into our packages so that the peer knows what we have seen. */
export function seenOf(holdings: readonly Holding[]): Round | null {
  let newest: Round | null = null;
  for (const holding of holdings) {
    for (const round of holding.rounds) if (round.number <= topOf(holding)) newest = round;
  }
  return newest;
}
