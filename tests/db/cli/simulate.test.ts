import { describe, expect, it } from 'vitest';
import { mergedInto } from '../../../db/model/sync/merge-reason.ts';
import type { SyncRecord } from '../../../db/model/sync/sync-record.ts';
import { simulate, type Defect } from '../../../db/cli/simulate/simulate.ts';

/** Steps of one run: six offices make some forty packages in them. */
const STEPS = 180;
/** `SIMULATION_RUNS=1000 npx vitest run tests/db/cli/simulate.test.ts` plays more; a failing run names its seed. */
const runs = Number(process.env['SIMULATION_RUNS'] ?? 4);
/** One in which a stick from before a restore came late, and the restored office never heard of what it brought. */
const LATE_STICK = 185;
const seeds = [LATE_STICK, ...Array.from({ length: runs }, (_, i) => 1000 + i)];

/** An office that takes its own export for a receipt; alone, the receiver's check of the basis makes it good again. */
const hasty: Defect = (node) => ({
  ...node,
  outgoing: {
    ...node.outgoing,
    add: async (sent) => {
      await node.outgoing.add(sent);
      const { series, to: number, tip, kind, peer } = sent;
      if (kind !== 'receipt') await node.outgoing.setAcknowledged(peer, { series, number, tip });
    },
  },
});
/** An office that applies whatever comes, whether it holds what that builds on or not, and never says so. */
const blind: Defect = (node) => ({
  ...node,
  outgoing: { ...node.outgoing, setAcknowledged: () => undefined },
  incoming: { ...node.incoming, start: (facts) => node.incoming.start({ ...facts, basis: null }) },
});

/** An office that tells merges as it tells any other removal. */
const silent: Defect = (node) => ({
  ...node,
  incoming: {
    ...node.incoming,
    apply: (arrival, records) => node.incoming.apply(arrival, records.map(asAnyRemoval)),
  },
});
const asAnyRemoval = (record: SyncRecord): SyncRecord =>
  mergedInto(record.removal?.reason) === null || record.removal === null
    ? record
    : { ...record, removal: { ...record.removal, reason: '误录' } };

const defects: Readonly<Record<string, Defect>> = {
  'exports taken for receipts, and receivers that do not look at the basis': (node) => blind(hasty(node)),
  'merges told as any other removal': silent,
  'letters that stay behind': ({ files: _kept, ...node }) => node,
  'rows that could not be taken forgotten instead of kept': (node) => ({
    ...node,
    incoming: {
      ...node.incoming,
      apply: (arrival, records) =>
        node.incoming.apply(
          arrival,
          records.filter((_, i) => i % 5 > 0),
        ),
    },
  }),
};

describe('random days of six offices over real stores and packages', { timeout: 300_000 }, () => {
  it.each(seeds)('lose nothing, double nothing and end equal (seed %i)', async (seed) => {
    const { happened, ...result } = await simulate({ seed, steps: STEPS });
    expect(result).toEqual({
      seed,
      steps: STEPS,
      converged: true,
      damagedTaken: 0,
      differing: [],
      lost: [],
      doubled: [],
      misplaced: [],
    });
    expect(happened['deliver']).toBeGreaterThan(10);
  });

  it.each(Object.entries(defects))('are judged by something that notices: %s', async (_name, defect) => {
    let noticed = false;
    for (let seed = 1; seed <= 8 && !noticed; seed += 1) {
      const { converged, lost, doubled, misplaced } = await simulate({ seed, steps: STEPS, defect });
      noticed = !converged || lost.length + doubled.length + misplaced.length > 0;
    }
    expect(noticed).toBe(true);
  });
});
