import { describe, expect, it } from 'vitest';
import { acknowledgement, gaps, joined, nextRound, seenOf } from '../../../../db/exchange/sync/rounds.ts';
import type { Holding, Sent } from '../../../../db/model/sync/sync-node.ts';

const sent = (series: string, number: number, more: Partial<Sent> = {}): Sent => ({
  digest: `${series}-${number}`,
  peer: 'city',
  kind: 'increment',
  series,
  from: number,
  to: number,
  tip: `tip-${series}-${number}`,
  upTo: number * 10,
  file: '',
  bytes: 0,
  counts: {},
  at: '2026-11-24T00:00:00.000Z',
  by: '',
  approvedBy: '',
  stick: '',
  verified: 'uncached',
  state: 'carried',
  stateAt: '2026-11-24T00:00:00.000Z',
  ...more,
});
const holding = (series: string, holds: Holding['holds'], numbers: readonly number[]): Holding => ({
  series,
  holds,
  missing: gaps(holds),
  rounds: numbers.map((number) => ({ series, number, tip: `tip-${series}-${number}` })),
});

describe('rounds', () => {
  it('joins ranges that touch and names the numbers between', () => {
    const ranges = joined([
      [16, 16],
      [3, 14],
      [1, 2],
    ]);
    expect(ranges).toEqual([
      [1, 14],
      [16, 16],
    ]);
    expect(gaps(ranges)).toEqual([15]);
  });

  it('carries everything since the acknowledged round, however many sticks are on their way', () => {
    const acknowledged = { series: 'A', number: 4, tip: 'tip-A-4', position: 40 };
    const next = nextRound({
      series: 'A',
      sent: [4, 5, 6].map((n) => sent('A', n)),
      acknowledged,
      onlyNew: false,
    });
    expect(next).toEqual({
      series: 'A',
      from: 5,
      to: 7,
      basis: { series: 'A', number: 4, tip: 'tip-A-4' },
      after: 40,
    });
  });

  it('builds on the last written round when asked for new changes only, unless that stick was lost', () => {
    const of = { series: 'A', acknowledged: null, onlyNew: true };
    expect(nextRound({ ...of, sent: [sent('A', 1)] })).toMatchObject({ from: 2, to: 2, after: 10 });
    expect(nextRound({ ...of, sent: [sent('A', 1, { state: 'lost' })] })).toMatchObject({
      from: 1,
      to: 2,
      after: 0,
    });
  });

  it('begins a new series at 1 on the round of the old one that was acknowledged', () => {
    const acknowledged = { series: 'A', number: 4, tip: 'tip-A-4', position: 40 };
    const next = nextRound({ series: 'B', sent: [sent('A', 4)], acknowledged, onlyNew: false });
    expect(next).toEqual({
      series: 'B',
      from: 1,
      to: 1,
      basis: { series: 'A', number: 4, tip: 'tip-A-4' },
      after: 40,
    });
  });

  it('acknowledges nothing behind a gap', () => {
    const answer = acknowledgement(
      [
        holding(
          'A',
          [
            [1, 2],
            [4, 4],
          ],
          [1, 2, 4],
        ),
      ],
      [1, 2, 3, 4].map((n) => sent('A', n)),
    );
    expect(answer.round).toEqual({ series: 'A', number: 2, tip: 'tip-A-2' });
  });

  it('tells a round with a foreign tip and a round this file does not know apart', () => {
    const held = holding('A', [[1, 3]], [1, 2, 3]);
    const answer = acknowledgement([held], [sent('A', 1), sent('A', 2, { tip: 'other' })]);
    expect(answer.round?.number).toBe(1);
    expect(answer.foreign.map((round) => round.number)).toEqual([2]);
    expect(answer.unknown.map((round) => round.number)).toEqual([3]);
  });

  it('counts nothing from a foreign round on, so that the peer gives back what we do not know', () => {
    const held = holding('A', [[1, 4]], [1, 2, 3, 4]);
    const ours = [1, 2, 3, 4].map((n) => sent('A', n, n === 3 ? { tip: 'other' } : {}));
    expect(acknowledgement([held], ours).round).toEqual({ series: 'A', number: 2, tip: 'tip-A-2' });
  });

  it('names the newest round seen without a gap', () => {
    expect(
      seenOf([
        holding(
          'A',
          [
            [1, 2],
            [4, 4],
          ],
          [1, 2, 4],
        ),
      ]),
    ).toMatchObject({ number: 2 });
    expect(seenOf([])).toBeNull();
  });
});
