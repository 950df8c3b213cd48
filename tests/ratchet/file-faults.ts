import { isDeepStrictEqual } from 'node:util';
import { type KeptFigure, limitOf, type RetiredFigure, type Values } from './values.ts';

/** A slow-down of a quarter must always be seen: no tolerance may come near it. */
export const LARGEST_TOLERANCE = 0.15;

/** What is wrong with the file by itself; empty when nothing is. */
export function fileFaults(values: Values): readonly string[] {
  const { figures, retired } = values;
  const retiredTwice = Object.keys(retired).filter((name) => figures[name] !== undefined);
  return [
    ...Object.entries(figures).flatMap(([name, figure]) => figureFaults(figure).map((f) => `${name}: ${f}`)),
    ...retiredTwice.map((name) => `${name}: is retired and kept at once`),
    ...Object.keys(retired).flatMap((name) => successorFaults(name, values)),
  ];
}

/** What is measured in the place of a figure is no worse than it was, as far as both count the same. */
function successorFaults(name: string, { figures, retired }: Values): readonly string[] {
  const was = retired[name];
  if (was === undefined || was.successor === null) return [];
  const next = was.successor === name ? undefined : (figures[was.successor] ?? retired[was.successor]);
  if (next === undefined) return [`${name}: its successor ${was.successor} is kept nowhere`];
  // What it was loosened to later has a reason of its own.
  const value = 'best' in next ? next.best : next.kept;
  if (next.unit !== was.unit || value <= limitOf(was)) return [];
  return [`${name}: its successor ${was.successor} is worse, ${String(value)}, not ${String(was.kept)}`];
}

function figureFaults({ kept, best, tolerance = 0, loosened }: KeptFigure): readonly string[] {
  return [
    ...(kept < best ? [`kept ${String(kept)} is better than the best, ${String(best)}`] : []),
    ...(kept > best && loosened === undefined
      ? [`kept ${String(kept)} is worse than the best, ${String(best)}, and no reason is given`]
      : []),
    ...(loosened !== undefined && kept > loosened.to
      ? [`kept ${String(kept)} is worse than it was loosened to, ${String(loosened.to)}`]
      : []),
    ...(tolerance > LARGEST_TOLERANCE ? [`a tolerance of ${String(tolerance)} would let too much pass`] : []),
  ];
}

/** What got worse without a reason anywhere in a history of the file, oldest version first. */
export const lossesOfHistory = (history: readonly Values[]): readonly string[] =>
  history.slice(1).flatMap((later, i) => unexplainedLosses(history[i] ?? later, later));

/**
 * What got worse between two versions of the file without a reason in the later one; empty when nothing did. The reason of
 * an earlier loss does not count for the next one.
 */
export function unexplainedLosses(earlier: Values, later: Values): readonly string[] {
  const revived = Object.keys(earlier.retired).filter((name) => later.retired[name] === undefined);
  return [
    ...revived.map((name) => `${name}: was retired, its name is not used again`),
    ...worse(earlier, later),
  ];
}

function worse(earlier: Values, later: Values): readonly string[] {
  return Object.entries(earlier.figures).flatMap(([name, was]) => {
    const is = later.figures[name];
    if (is === undefined) return retirementFaults(name, earlier, later);
    if (is.best > was.best) return [`${name}: the best was ${String(was.best)}, not ${String(is.best)}`];
    const isWorse = is.kept > was.kept || limitOf(is) > limitOf(was);
    if (!isWorse || isExplained(was, is)) return [];
    const limits = `${String(was.kept)} to ${String(is.kept)} (limit ${String(limitOf(was))} to ${String(limitOf(is))})`;
    return [`${name}: loosened from ${limits} without a reason of its own`];
  });
}

function retirementFaults(name: string, earlier: Values, later: Values): readonly string[] {
  const [was, end] = [earlier.figures[name], later.retired[name]];
  if (was === undefined || end === undefined) return [`${name}: taken out without a reason`];
  if (!isSameFigure(was, end)) return [`${name}: retired as ${valueOf(end)}, it was kept as ${valueOf(was)}`];
  if (end.successor !== null) return [];
  const came = Object.entries(later.figures)
    .filter(([other]) => earlier.figures[other] === undefined)
    .find(([other, { unit }]) => unit === end.unit && groupOf(other) === groupOf(name));
  return came === undefined ? [] : [`${name}: retired without a successor, while ${came[0]} came`];
}

type FigureValue = Pick<RetiredFigure, 'unit' | 'kept' | 'tolerance'>;

const isSameFigure = (one: FigureValue, other: FigureValue): boolean =>
  one.unit === other.unit && one.kept === other.kept && one.tolerance === other.tolerance;

const valueOf = ({ unit, kept, tolerance }: FigureValue): string =>
  `${String(kept)} ${unit}${tolerance === undefined ? '' : ` within ${String(tolerance)}`}`;

const groupOf = (name: string): string => name.split('.')[0] ?? name;

const isExplained = (was: KeptFigure, { kept, loosened }: KeptFigure): boolean =>
  loosened !== undefined &&
  loosened.from === was.kept &&
  loosened.to === kept &&
  !isDeepStrictEqual(loosened, was.loosened);
