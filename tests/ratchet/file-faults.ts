import { isDeepStrictEqual } from 'node:util';
import { type KeptFigure, limitOf, type Values } from './values.ts';

/** A slow-down of a quarter must always be seen: no tolerance may come near it. */
export const LARGEST_TOLERANCE = 0.15;

/** What is wrong with the file by itself; empty when nothing is. */
export function fileFaults({ figures, retired }: Values): readonly string[] {
  const retiredTwice = Object.keys(retired).filter((name) => figures[name] !== undefined);
  return [
    ...Object.entries(figures).flatMap(([name, figure]) => figureFaults(figure).map((f) => `${name}: ${f}`)),
    ...retiredTwice.map((name) => `${name}: is retired and kept at once`),
  ];
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
    if (is === undefined)
      return later.retired[name] === undefined ? [`${name}: taken out without a reason`] : [];
    if (is.best > was.best) return [`${name}: the best was ${String(was.best)}, not ${String(is.best)}`];
    const isWorse = is.kept > was.kept || limitOf(is) > limitOf(was);
    if (!isWorse || isExplained(was, is)) return [];
    const limits = `${String(was.kept)} to ${String(is.kept)} (limit ${String(limitOf(was))} to ${String(limitOf(is))})`;
    return [`${name}: loosened from ${limits} without a reason of its own`];
  });
}

const isExplained = (was: KeptFigure, { kept, loosened }: KeptFigure): boolean =>
  loosened !== undefined &&
  loosened.from === was.kept &&
  loosened.to === kept &&
  !isDeepStrictEqual(loosened, was.loosened);
