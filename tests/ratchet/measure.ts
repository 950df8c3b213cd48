import type { Measured } from './figure.ts';
import type { Group } from './group.ts';
import { besideFormer, type Former, formerRatio, short } from './former.ts';
import { counterGroups, plantedRatios, ratioGroups } from './groups.ts';
import { judge } from './judge.ts';
import { type Part, runApart } from './parts.ts';
import { RUNS, scatterOf } from './ratios/scatter.ts';
import { hasTown } from './towns.ts';
import { limitOf, type Values } from './values.ts';

/** The slow-down that must always be seen. */
const SLOWED_BY = 0.25;
/** Parts that only count run at once. */
const AT_ONCE = 2;

/** A loss that was planted, and whether it was noticed. */
interface Plant {
  readonly name: string;
  readonly isSeen: boolean;
  readonly said: string;
}

/** Everything a run measured. */
export interface Run {
  readonly measured: readonly Measured[];
  readonly plants: readonly Plant[];
  /** Of ratios that lay beyond their limit: what the commit that set it gives on this machine. */
  readonly formers: Readonly<Record<string, Former>>;
}

export type Say = (line: string) => void;

/** Measures the groups named, all without names: counters two at a time, then ratios one by one. */
export async function measureAll(names: readonly string[], values: Values, say: Say): Promise<Run> {
  await makeTowns(say);
  const isWanted = ({ name }: Group): boolean => names.length === 0 || names.includes(name);
  const counted = await countAll(counterGroups.filter(isWanted), say);
  const timed: Measured[] = [];
  const plants = [...counted.plants];
  const formers: Record<string, Former> = {};
  for (const { name } of ratioGroups.filter(isWanted)) {
    const planted = plantedRatios.includes(name) ? SLOWED_BY : null;
    const [ratio, slowed] = await timedPart({ of: 'ratio', group: name, planted }, say);
    if (ratio === undefined) throw new Error(`${name} was not measured`);
    const sure = await sureOf(ratio, values, say);
    const isEnough = (former: Former): boolean => isLost(sure, besideFormer(values, { [name]: former }));
    const former = isLost(sure, values) ? await formerRatio(name, values, { say, isEnough }) : null;
    if (former !== null) formers[name] = former;
    timed.push(former === null ? sure : { ...sure, of: `${sure.of}; ${inWords(former)}` });
    if (slowed !== undefined) plants.push(slowDownSeen(ratio, slowed, values));
  }
  return { measured: [...counted.measured, ...timed], plants, formers };
}

const inWords = ({ commit, value }: Former): string =>
  `${short(commit)}, which set the limit, gives ${value.toPrecision(4)} here`;

function isLost({ name, value }: Measured, { figures }: Values): boolean {
  const kept = figures[name];
  return kept !== undefined && value > limitOf(kept);
}

/** A loss is measured twice more, and the least counts: a program that woke up meanwhile only adds, and a loss is in all three. */
async function sureOf(ratio: Measured, values: Values, say: Say): Promise<Measured> {
  if (!isLost(ratio, values)) return ratio;
  const again = await scatterOfRatio(ratio.name, 2);
  const all = [ratio, ...again].toSorted((a, b) => a.value - b.value);
  say(`${ratio.name}: looked at again, ${all.map(({ value }) => value.toPrecision(4)).join(', ')}`);
  return all[0] ?? ratio;
}

/** One run of a ratio after the other. */
export async function scatterOfRatio(name: string, runs = RUNS): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (let i = 0; i < runs; i += 1)
    measured.push(...(await runApart({ of: 'ratio', group: name, planted: null })));
  return measured;
}

/** The ratios that are new or better, measured so often that their mean and tolerance can be kept. */
export async function settledRatios(run: Run, values: Values, say: Say): Promise<readonly Measured[]> {
  const settled: Measured[] = [];
  for (const { verdict, measured } of judge(values, run.measured)) {
    if (measured?.kind !== 'ratio' || (verdict !== 'new' && verdict !== 'better')) continue;
    const runs = await scatterOfRatio(measured.name);
    const { mean, spread, tolerance } = scatterOf(runs.map(({ value }) => value));
    say(`${measured.name}: mean ${mean.toPrecision(4)} of ${String(RUNS)} runs, scatter ${share(spread)}`);
    settled.push({ ...measured, value: Number(mean.toPrecision(4)), tolerance });
  }
  return settled;
}

/** A share in per cent. */
export const share = (value: number): string => `${(value * 100).toFixed(1)} %`;

/** Makes the towns that are not there. */
export async function makeTowns(say: Say): Promise<void> {
  const missing = (['large', 'small'] as const).filter((size) => !hasTown(size));
  await Promise.all(missing.map((size) => timedPart({ of: 'town', size }, say)));
}

async function countAll(groups: readonly Group[], say: Say): Promise<Omit<Run, 'formers'>> {
  const parts: Part[] = groups.map(({ name }) => ({ of: 'counters', group: name, isPlanted: false }));
  const isSearchIn = groups.some(({ name }) => name === 'search');
  if (isSearchIn) parts.push({ of: 'counters', group: 'search', isPlanted: true });
  const results: (readonly Measured[])[] = [];
  let next = 0;
  const take = async (): Promise<void> => {
    for (let i = next++; i < parts.length; i = next++) {
      const part = parts[i];
      if (part !== undefined) results[i] = await timedPart(part, say);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
  if (!isSearchIn) return { measured: results.flat(), plants: [] };
  const planted = results.pop() ?? [];
  const measured = results.flat();
  return { measured, plants: [extraStatementSeen(measured, planted)] };
}

async function timedPart(part: Part, say: Say): Promise<readonly Measured[]> {
  const start_ms = performance.now();
  const measured = await runApart(part);
  const what = part.of === 'town' ? `${part.size} town` : part.group;
  say(`${what}: ${((performance.now() - start_ms) / 1000).toFixed(1)} s`);
  return measured;
}

/** Held against the same program without the plant: what the file keeps does not matter here. */
function extraStatementSeen(measured: readonly Measured[], planted: readonly Measured[]): Plant {
  const name = 'search.codes.statements';
  const figures = Object.fromEntries(
    measured.map(({ name: of, unit, value }) => [of, { unit, kept: value, best: value }]),
  );
  const judged = judge({ figures, retired: {} }, planted).find((one) => one.name === name);
  return {
    name: 'plant: one more statement with each key probe',
    isSeen: judged?.verdict === 'worse' && judged.isRed,
    said: `${name} ${String(judged?.kept?.kept)} → ${String(judged?.measured?.value)}`,
  };
}

/** Held against the ratio of the same samples, with the tolerance of the file. */
function slowDownSeen(ratio: Measured, slowed: Measured, values: Values): Plant {
  const { name, unit, value } = ratio;
  const tolerance = values.figures[name]?.tolerance ?? Infinity;
  const figures = { [name]: { unit, kept: value, best: value, tolerance } };
  const [judged] = judge({ figures, retired: {} }, [slowed]);
  return {
    name: `plant: ${name} slowed down by a quarter`,
    isSeen: judged?.verdict === 'worse' && judged.isRed,
    said: `${value.toPrecision(4)} → ${slowed.value.toPrecision(4)}, tolerance ${share(tolerance)}`,
  };
}
