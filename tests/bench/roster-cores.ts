import { defineBenchmark } from '../../db/cli/bench/benchmark.ts';
import { mustBeNone, sampled, type Figure } from '../../db/cli/bench/measure.ts';
import { rosterPaths } from '../../db/cli/bench/roster/roster-bench.ts';
import { startEngine } from '../../db/planner/linear/engine.ts';
import { type CoreProof, proveCore } from '../fixtures/core-proof.ts';
import { plantedConflicts } from '../fixtures/planted-conflicts.ts';

/** Milliseconds an explanation may take for 30 to 60 people. */
const TARGET = { limit: 2000 } as const;

/**
 * Fifty planted conflicts: each core must have the planted cause and no member without which the month still cannot be filled,
 * and at least one way out, every one of which fills it. Whether it does is found by solving the whole month again.
 */
export const rosterCores = defineBenchmark({
  name: 'roster-cores',
  dependsOn: [
    ...rosterPaths,
    'tests/bench/roster-cores.ts',
    'tests/fixtures/core-proof.ts',
    'tests/fixtures/planted-conflicts.ts',
  ],
  full: { conflicts: 50 },
  small: { conflicts: 10 },
  figures: () => ['roster.core', 'roster.core.unproven'],
  run: ({ conflicts }, { context }) => coreFigures(conflicts, (line) => context.say(line)),
});

async function coreFigures(conflicts: number, say: (line: string) => void): Promise<readonly Figure[]> {
  const engine = await startEngine();
  const all = plantedConflicts();
  const step = Math.floor(all.length / conflicts);
  const proofs = Array.from({ length: conflicts }, (_, i) => all[i * step] ?? [])
    .flat()
    .map((planted) => {
      const proof = proveCore(engine, planted);
      if (!isGood(proof)) say(`${planted.name}: ${JSON.stringify(proof)}`);
      return proof;
    });
  const offers = proofs.reduce((sum, { relaxations }) => sum + relaxations.length, 0);
  return [
    sampled(
      'roster.core',
      proofs.map(({ wall_ms, cpu_ms }) => ({ wall_ms, cpu_ms })),
      { target: TARGET, note: `why a month cannot be filled, with ${offers} ways out solved` },
    ),
    mustBeNone('roster.core.unproven', proofs.filter((proof) => !isGood(proof)).length, {
      n: proofs.length,
      note: 'cause not named, not minimal, or an offer that does not fill the month; all solved again as a whole',
    }),
  ];
}

function isGood({ missed, idle, empty, relaxations }: CoreProof): boolean {
  return missed.length + idle.length + empty.length === 0 && relaxations.length > 0;
}
