import { writeFileSync } from 'node:fs';
import type { Tally } from '../../build/report.ts';
import { fileFaults } from './file-faults.ts';
import { besideFormer } from './former.ts';
import { ratioGroups } from './groups.ts';
import { explained, judge, type Judged, shown, tightened } from './judge.ts';
import { lockFaults, writeLock } from './limits-lock.ts';
import { makeTowns, measureAll, type Run, scatterOfRatio, settledRatios, share } from './measure.ts';
import { partAsked, runPart } from './parts.ts';
import { scatterOf } from './ratios/scatter.ts';
import { limitOf, readValues, type Values, writeValues } from './values.ts';

// `npm run ratchet [-- name …]`: measures what must not get worse and holds it against `values.json`; with `--tighten` writes
// down what got better. `--scatter RUNS [name …]` shows how far the ratios scatter, and writes nothing.

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(args: readonly string[]): Promise<void> {
  const part = partAsked();
  if (part !== null) {
    process.stdout.write(JSON.stringify(await runPart(part)));
    return;
  }
  if (args[0] === '--scatter') await showScatter(Number(args[1]), args.slice(2));
  else if (args.includes('--tighten')) await tighten(args.filter((arg) => arg !== '--tighten'));
  else await check(args);
}

async function check(names: readonly string[]): Promise<void> {
  const values = readValues();
  const run = await measureAll(names, values, say);
  report(values, run, names);
}

async function tighten(names: readonly string[]): Promise<void> {
  // Before minutes of measuring: what was loosened by hand must have its reason.
  writeLock('.');
  const values = readValues();
  const run = await measureAll(names, values, say);
  const settled = await settledRatios(run, values, say);
  const byName = new Map(settled.map((figure) => [figure.name, figure]));
  const measured = run.measured.map((figure) => byName.get(figure.name) ?? figure);
  const better = tightened(values, measured);
  writeValues(better);
  writeLock('.');
  report(better, { ...run, measured }, names);
}

async function showScatter(runs: number, names: readonly string[]): Promise<void> {
  let passed = 0;
  await makeTowns(say);
  for (const { name } of ratioGroups.filter((group) => names.length === 0 || names.includes(group.name))) {
    const start_ms = performance.now();
    const measured = await scatterOfRatio(name, runs);
    const { mean, spread, tolerance } = scatterOf(measured.map(({ value }) => value));
    const seconds = (performance.now() - start_ms) / 1000 / runs;
    const all = measured.map(({ value }) => value.toPrecision(4)).join(' ');
    say(`${name}: mean ${mean.toPrecision(4)}, scatter ${share(spread)}, tolerance ${share(tolerance)}`);
    say(`  ${seconds.toFixed(1)} s a run; ${measured.at(-1)?.of ?? ''}; ${all}`);
    passed += 1;
  }
  tell({ passed, failed: passed === 0 ? 1 : 0, troubles: [] });
}

/** Every figure in a line, then what is red once more; the exit code, and the count for whoever started this. */
function report(values: Values, { measured, plants, formers }: Run, names: readonly string[]): void {
  const judged = judge(besideFormer(asked(values, names), formers), measured);
  for (const one of judged) say(lineOf(one));
  for (const { name, isSeen, said } of plants) say(`${isSeen ? 'seen  ' : 'UNSEEN'} ${name}: ${said}`);
  const gains = judged.filter((one) => one.verdict === 'better' && !one.isRed).map(explained);
  for (const gain of gains) say(gain);
  const troubles = [
    ...fileFaults(values).map((fault) => `tests/ratchet/values.json: ${fault}`),
    ...lockFaults('.'),
    ...judged.filter(({ isRed }) => isRed).map(explained),
    ...plants.filter(({ isSeen }) => !isSeen).map(({ name, said }) => `${name} was not seen: ${said}`),
  ];
  const passed = judged.filter(({ isRed }) => !isRed).length + plants.filter(({ isSeen }) => isSeen).length;
  tell({ passed, failed: troubles.length, troubles });
}

/** Told to build/ratchet.ts, which started this. */
function tell(tally: Tally): void {
  const file = process.env['TEST_REPORT'];
  if (file !== undefined) writeFileSync(file, JSON.stringify(tally));
  process.exitCode = tally.failed > 0 ? 1 : 0;
}

/** The part of the file that belongs to the groups named. */
function asked(values: Values, names: readonly string[]): Values {
  if (names.length === 0) return values;
  const isAsked = (figure: string): boolean =>
    names.some((name) => figure === name || figure.startsWith(`${name}.`));
  return {
    ...values,
    figures: Object.fromEntries(Object.entries(values.figures).filter(([name]) => isAsked(name))),
  };
}

function lineOf({ name, verdict, isRed, kept, measured }: Judged): string {
  const is = measured === null ? '-' : shown(measured.value);
  const was = kept === null ? '-' : shown(kept.kept);
  const limit = kept?.tolerance === undefined ? '' : `, limit ${shown(limitOf(kept))}`;
  const of = measured === null ? '' : `  ${measured.kind === 'counter' ? measured.unit : ''} ${measured.of}`;
  return `${isRed ? 'RED   ' : 'ok    '} ${verdict.padEnd(7)} ${name}: ${is} (kept ${was}${limit})${of}`;
}

void main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
