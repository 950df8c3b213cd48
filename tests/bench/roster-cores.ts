import { sampled, type Figure } from '../../db/cli/bench/measure.ts';
import { startEngine } from '../../db/planner/linear/engine.ts';
import { type CoreProof, proveCore } from '../fixtures/core-proof.ts';
import { plantedConflicts } from '../fixtures/planted-conflicts.ts';

/** Milliseconds an explanation may take for 30 to 60 people. */
const TARGET = { limit: 2000 } as const;

/**
 * Fifty planted conflicts: each core must have the planted cause and no member without which the month still cannot be filled,
 * and at least one way out, every one of which fills it. Whether it does is found by solving the whole month again.
 */
export async function rosterCoreBench(say: (line: string) => void): Promise<readonly Figure[]> {
  const engine = await startEngine();
  const proofs = plantedConflicts().map((planted) => {
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
    {
      name: 'roster.core.unproven',
      value: proofs.filter((proof) => !isGood(proof)).length,
      unit: 'count',
      n: proofs.length,
      target: { limit: 0 },
      note: 'cause not named, not minimal, or an offer that does not fill the month; all solved again as a whole',
    },
  ];
}

function isGood({ missed, idle, empty, relaxations }: CoreProof): boolean {
  return missed.length + idle.length + empty.length === 0 && relaxations.length > 0;
}
