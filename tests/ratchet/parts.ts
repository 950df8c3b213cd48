import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { CountingDriver } from './counters/counting-driver.ts';
import type { Measured } from './figure.ts';
import { fixWorld } from './fixed-world.ts';
import type { Contest } from './group.ts';
import { counterGroups, keyProbe, ratioGroups } from './groups.ts';
import { outcomeOf } from './ratios/pairs.ts';
import { makeTown, withFolder } from './towns.ts';

/** Variable that names a part to a process of its own: this very program. */
const VARIABLE = 'ZW_RATCHET_PART';
/** Far beyond what any part takes, also on a busy machine. */
const LIMIT_MS = 600_000;

const partShape = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('town'), size: z.enum(['large', 'small']) }),
  /** `isPlanted`: one more statement follows each probe for a key. */
  z.strictObject({ of: z.literal('counters'), group: z.string(), isPlanted: z.boolean() }),
  /** `planted`: share by which the product is slowed down in samples beside. */
  z.strictObject({ of: z.literal('ratio'), group: z.string(), planted: z.number().nullable() }),
]);

/** Work that is done in a process of its own, so that nothing before it changes what it measures. */
export type Part = z.infer<typeof partShape>;

const measuredShape = z.array(
  z.object({
    name: z.string(),
    kind: z.enum(['counter', 'ratio']),
    value: z.number(),
    unit: z.string(),
    of: z.string(),
    means: z.string(),
  }),
);

/** A bundle of this program, and the repository it measures. */
export interface Place {
  readonly program: string;
  readonly folder: string;
}

const here = (): Place => ({ program: process.argv[1] ?? '', folder: process.cwd() });

/** Runs a part in a process of its own. A planted ratio comes twice, the slowed one last. */
export async function runApart(
  part: Part,
  { program, folder }: Place = here(),
): Promise<readonly Measured[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [program], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, [VARIABLE]: JSON.stringify(part) },
    timeout: LIMIT_MS,
    maxBuffer: 2 ** 26,
  });
  return measuredShape.parse(JSON.parse(stdout));
}

/** The part this process was started for; `null` when it was started by a person. */
export function partAsked(): Part | null {
  const asked = process.env[VARIABLE];
  return asked === undefined ? null : partShape.parse(JSON.parse(asked));
}

/** Carries a part out in this process. */
export async function runPart(part: Part): Promise<readonly Measured[]> {
  if (part.of === 'town') {
    fixWorld(`town ${part.size}`, { isTimeless: false });
    await makeTown(part.size);
    return [];
  }
  return part.of === 'counters' ? countersOf(part) : ratioOf(part);
}

async function countersOf({
  group: name,
  isPlanted,
}: Extract<Part, { of: 'counters' }>): Promise<readonly Measured[]> {
  const group = counterGroups.find((one) => one.name === name);
  if (group === undefined) throw new Error(`there is no group ${name}`);
  fixWorld(name, { isTimeless: true });
  const driver = new CountingDriver();
  if (isPlanted) driver.plant(keyProbe);
  const folder = isPlanted ? `${name}-planted` : name;
  const measured = await withFolder(folder, async (own) => group.measure({ folder: own, driver }));
  const foreign = measured.find((one) => !one.name.startsWith(`${name}.`));
  if (foreign !== undefined) throw new Error(`${foreign.name} does not begin with ${name}.`);
  return measured;
}

async function ratioOf({
  group: name,
  planted,
}: Extract<Part, { of: 'ratio' }>): Promise<readonly Measured[]> {
  const group = ratioGroups.find((one) => one.name === name);
  if (group === undefined) throw new Error(`there is no group ${name}`);
  fixWorld(name, { isTimeless: false });
  return withFolder(name, async (folder) => {
    const contest = await group.prepare({ folder });
    const { ratio, slowed, product, floor } = await outcomeOf(contest, planted);
    contest.end?.();
    const of = `${contest.of}: ${amount(contest, product)} over ${amount(contest, floor)}`;
    const figure = { name, kind: group.kind, unit: group.floor, of, means: group.means };
    return [ratio, slowed].flatMap((value) => (value === null ? [] : [{ ...figure, value }]));
  });
}

/** Seconds of the processor as milliseconds; what a side answers itself as it is. */
const amount = ({ product }: Contest, value: number): string =>
  product.isAnswered === true ? value.toPrecision(3) : `${(value * 1000).toPrecision(3)} ms`;
