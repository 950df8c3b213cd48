import type { Measured } from './figure.ts';
import { type KeptFigure, limitOf, type Values } from './values.ts';

/**
 * - `kept`: as it was, within the tolerance.
 * - `better`: a gain that is not locked in yet.
 * - `worse`: a loss.
 * - `new`: measured, but not in the file.
 * - `missing`: in the file, but not measured.
 */
type Verdict = 'kept' | 'better' | 'worse' | 'new' | 'missing';

/** A figure with its verdict. */
export interface Judged {
  readonly name: string;
  readonly verdict: Verdict;
  /** Whether it fails the run. */
  readonly isRed: boolean;
  readonly kept: KeptFigure | null;
  readonly measured: Measured | null;
}

/** Tells every gain to be written down. */
const TIGHTEN = 'run "npm run ratchet -- --tighten" and commit the file';

/**
 * Holds what was measured against what is kept, figure by figure, in the order measured; what is missing comes last.
 * A counter that got better is red too: until it is written down, it could be lost again unseen. A ratio that got better
 * is not: on a faster machine it may be so by itself.
 */
export function judge(values: Values, measured: readonly Measured[]): readonly Judged[] {
  const names = new Set(measured.map(({ name }) => name));
  const missing = Object.entries(values.figures).filter(([name]) => !names.has(name));
  return [
    ...measured.map((one) => judgeOne(values.figures[one.name] ?? null, one)),
    ...missing.map(([name, kept]): Judged => ({
      name,
      verdict: 'missing',
      isRed: true,
      kept,
      measured: null,
    })),
  ];
}

function judgeOne(kept: KeptFigure | null, measured: Measured): Judged {
  const verdict = kept === null ? 'new' : verdictOf(kept, measured);
  const isGainOfRatio = verdict === 'better' && measured.kind === 'ratio';
  return { name: measured.name, verdict, isRed: verdict !== 'kept' && !isGainOfRatio, kept, measured };
}

function verdictOf(kept: KeptFigure, { value }: Measured): Verdict {
  if (value > limitOf(kept)) return 'worse';
  return value < kept.kept * (1 - (kept.tolerance ?? 0)) ? 'better' : 'kept';
}

/** One line for a verdict that is not `kept`: what was, what is, what it means, what to do. */
export function explained({ name, verdict, kept, measured }: Judged): string {
  const was = kept === null ? '' : `kept ${shown(kept.kept)}, limit ${shown(limitOf(kept))} ${kept.unit}`;
  const is = measured === null ? '' : `measured ${shown(measured.value)} (${measured.of})`;
  if (verdict === 'new') return `${name}: ${is}, not in the file yet: ${TIGHTEN}`;
  if (verdict === 'missing')
    return `${name}: ${was}, not measured any more: measure it, or move it to "retired" with a reason (tests/ratchet/README.md)`;
  if (verdict === 'better') return `${name}: ${was}, ${is}: a gain; ${TIGHTEN}`;
  const loss = `${name}: ${was}, ${is}. A loss: ${measured?.means ?? ''}`;
  return `${loss} If it must be, give the reason (tests/ratchet/README.md): ${entryOf(kept, measured)}`;
}

/** What to write into the file for a loss that must be; refused until it has a reason and a day. */
function entryOf(kept: KeptFigure | null, measured: Measured | null): string {
  const loosened = { from: kept?.kept, to: measured?.value, why: '', date: '' };
  return `"kept": ${String(measured?.value)}, "loosened": ${JSON.stringify(loosened)}`;
}

/** Four digits of a ratio, all of a counter. */
export const shown = (value: number): string =>
  Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4)));

/**
 * The file with every gain in it and new figures beside; what got worse stays as it was. A reason for a loss is dropped
 * when the best is reached again.
 * @throws for a new ratio without a tolerance: it has to be measured many times first
 */
export function tightened(values: Values, measured: readonly Measured[]): Values {
  const figures = { ...values.figures };
  for (const { name, verdict, kept, measured: one } of judge(values, measured)) {
    if (one === null || (verdict !== 'new' && verdict !== 'better')) continue;
    if (values.retired[name] !== undefined) throw new Error(`${name} was retired: take another name`);
    figures[name] = withGain(kept, one);
  }
  return { ...values, figures };
}

function withGain(kept: KeptFigure | null, { kind, name, value, unit, tolerance }: Measured): KeptFigure {
  const best = Math.min(value, kept?.best ?? value);
  const isOpen = kept?.loosened !== undefined && value > best;
  const share = tolerance ?? kept?.tolerance;
  if (kind === 'ratio' && share === undefined) throw new Error(`${name} needs a tolerance`);
  return {
    unit,
    kept: value,
    best,
    ...(share === undefined ? {} : { tolerance: share }),
    ...(isOpen && kept.loosened !== undefined ? { loosened: kept.loosened } : {}),
  };
}
