import type { SyncNode } from '../../model/sync/sync-node.ts';
import { answerCase, goOn, handUp, remark, type GivenAnswer } from './cases.ts';
import { Dice } from './dice.ts';
import { judge, type Verdict } from './judge.ts';
import { createPerson, createTwins, editPerson, endOrRevive, mergeTwins } from './people.ts';
import type { Write } from './records.ts';
import { answerDown, deliver, deliverDamaged, exportUp, restore, resume } from './travel.ts';
import { buildWorld, copyAside, endWorld, type SimNode, type World } from './world.ts';

/** What a run did and found. */
export interface SimulationResult extends Verdict {
  readonly seed: number;
  readonly steps: number;
  readonly happened: Readonly<Record<string, number>>;
  /** Damaged packages that were taken in: must be 0. */
  readonly damagedTaken: number;
  readonly converged: boolean;
}

/** A defect planted to see whether the judge notices: what the protocol sees of every office instead of the real thing. */
export type Defect = (node: SyncNode) => SyncNode;
const soundly: Defect = (node) => node;

/** A run to be played. */
export interface SimulationOrder {
  readonly seed: number;
  readonly steps: number;
  readonly defect?: Defect;
}

/** How often each thing happens. */
const weights = {
  create: 6,
  edit: 12,
  end: 2,
  merge: 8,
  handUp: 4,
  goOn: 8,
  reply: 8,
  remark: 3,
  export: 7,
  answer: 4,
  deliver: 12,
  lose: 1,
  damage: 2,
  backup: 2,
  snapshot: 2,
  restore: 2,
  resume: 2,
  skew: 1,
} as const;
type Step = keyof typeof weights;

/** Rounds of a complete exchange at the end: a restored office needs one to be noticed and two to be made whole. */
const LAST_ROUNDS = 6;

/**
 * Plays random days of three villages, two towns and a city over real stores and real packages: edits, merges, cases
 * handed up and answered with letters, sticks that are lost, late, twice, damaged, backups restored, snapshots resumed, clocks that are wrong. Then every package
 * arrives, and the offices are compared. The same seed plays the same run, but for ids and keys.
 */
export async function simulate(
  { seed, steps, defect = soundly }: SimulationOrder,
  onProgress: (done: number) => void = () => undefined,
): Promise<SimulationResult> {
  const world = await buildWorld(new Dice(seed), defect);
  try {
    const writes: Write[] = [
      ...createTwins(world),
      ...world.nodes.flatMap((node, i) => handUp(node, -1 - i).writes),
    ];
    await exchangeAll(world);
    const answers: GivenAnswer[] = [];
    const happened: Record<string, number> = {};
    let damagedTaken = 0;
    for (let step = 0; step < steps; step += 1) {
      world.clock_ms += 60_000 + world.dice.below(3_600_000);
      const what = world.dice.weighted(weights);
      const outcome = await plays[what]({ world, node: anyNode(world), no: step, writes, answers });
      if (outcome === 'damage-taken') damagedTaken += 1;
      if (outcome !== 'nothing') happened[what] = (happened[what] ?? 0) + 1;
      onProgress(step + 1);
    }
    // What is on some computer now must be found afterwards; what only a restored file knew is gone for good.
    const survivors = new Set(world.nodes.flatMap((node) => [...node.held]));
    for (let round = 0; round < LAST_ROUNDS; round += 1) await exchangeAll(world);
    const verdict = judge(world, { writes, answers, survivors });
    const converged = verdict.differing.length === 0;
    return { seed, steps, happened, damagedTaken, converged, ...verdict };
  } finally {
    endWorld(world);
  }
}

type Outcome = 'done' | 'nothing' | 'damage-taken';

/** One happening at an office drawn by lot. */
interface Turn {
  readonly world: World;
  readonly node: SimNode;
  readonly no: number;
  readonly writes: Write[];
  readonly answers: GivenAnswer[];
}

const plays: Readonly<Record<Step, (turn: Turn) => Outcome | Promise<Outcome>>> = {
  create: ({ world, node, no, writes }) => noted(writes, createPerson(world, node, no)),
  edit: ({ world, node, no, writes }) => noted(writes, editPerson(world, node, no)),
  end: ({ world, node }) => done(endOrRevive(world, node)),
  merge: ({ world, node }) => (mergeTwins(world, node) ? 'done' : 'nothing'),
  handUp: ({ node, no, writes }) => noted(writes, handUp(node, no).writes),
  goOn: ({ world, node, no, writes }) => noted(writes, goOn(world, node, no).writes),
  remark: ({ world, node, no, writes }) => noted(writes, remark(world, node, no).writes),
  reply: ({ world, no, writes, answers }) => {
    const { writes: made, answer, isDone } = answerCase(world, no);
    if (answer !== null) answers.push(answer);
    noted(writes, made);
    return isDone ? 'done' : 'nothing';
  },
  export: async ({ world, node }) => (node.parent === null ? 'nothing' : done(await exportUp(world, node))),
  answer: async ({ world, node }) =>
    node.parent === null ? 'nothing' : done(await answerDown(world, node.parent, node)),
  deliver: async ({ world }) => {
    const parcel = world.dice.pick(world.parcels.slice(-RECENT));
    return parcel === undefined ? 'nothing' : done(await deliver(world, parcel));
  },
  lose: ({ world }) => {
    const parcel = world.dice.pick(world.parcels.slice(-RECENT));
    return parcel === undefined ? 'nothing' : done(world.parcels.splice(world.parcels.indexOf(parcel), 1));
  },
  damage: async ({ world }) => {
    const parcel = world.dice.pick(world.parcels.slice(-RECENT));
    if (parcel === undefined) return 'nothing';
    return (await deliverDamaged(world, parcel)) ? 'done' : 'damage-taken';
  },
  backup: ({ world, node }) => done(copyAside(world, node, true)),
  snapshot: ({ world, node }) => done(copyAside(world, node, false)),
  restore: ({ world, node }) => (restore(world, node) ? 'done' : 'nothing'),
  resume: ({ world, node }) => (resume(world, node) ? 'done' : 'nothing'),
  skew: ({ world, node }) => done((node.skew_ms = (world.dice.below(21) - 10) * DAY_MS)),
};

/** Sticks handled are among the newest ones, as on a desk. */
const RECENT = 30;
const DAY_MS = 86_400_000;

const done = (_finished: unknown): Outcome => 'done';

function noted(writes: Write[], made: readonly Write[]): Outcome {
  writes.push(...made);
  return made.length > 0 ? 'done' : 'nothing';
}

/** Every office tells its parent everything and hears its answer. */
async function exchangeAll(world: World): Promise<void> {
  // Villages first: what they carry up goes on with the towns' packages.
  const fromBelow = world.nodes
    .filter(({ parent }) => parent !== null)
    .toSorted((a, b) => depth(b) - depth(a));
  for (const node of fromBelow) {
    world.clock_ms += 60_000;
    world.parcels.length = 0;
    await exportUp(world, node);
    for (const parcel of world.parcels) await deliver(world, parcel);
  }
  for (const node of fromBelow.toReversed()) {
    world.clock_ms += 60_000;
    world.parcels.length = 0;
    if (node.parent !== null) await answerDown(world, node.parent, node);
    for (const parcel of world.parcels) await deliver(world, parcel);
  }
}

const depth = (node: SimNode): number => (node.parent === null ? 0 : 1 + depth(node.parent));

function anyNode(world: World): SimNode {
  const node = world.dice.pick(world.nodes);
  if (node === undefined) throw new Error('a world without offices');
  return node;
}
