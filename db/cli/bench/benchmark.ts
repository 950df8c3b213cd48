import type { Context } from '../command.ts';
import type { Figure } from './measure.ts';

/** How large: `full` for the page of performance, `small` to see in seconds that a benchmark still runs. */
type Scale = 'full' | 'small';

/** Where a benchmark works. */
export interface BenchPlace {
  /** Towns, sheets and other files are kept in it. */
  readonly folder: string;
  readonly context: Context;
}

/** Sizes of a command line, in place of those of the scale. */
export interface GivenSize {
  /** People of the practice town, or of all towns of a city. */
  readonly people?: number;
  /** Edits of one package. */
  readonly edits?: number;
}

/** A benchmark as it is listed. */
export interface Benchmark {
  readonly name: string;
  /**
   * Files and folders of the repository that its figures depend on, relative to the root. A figure is older once one of
   * them has changed since it was measured, or a package they import has another version (package-lock.json).
   */
  readonly dependsOn: readonly string[];
  at(scale: Scale, given?: GivenSize): SizedBenchmark;
}

/** A benchmark at a size. */
export interface SizedBenchmark {
  /** Figures of every run. */
  readonly figures: readonly string[];
  /** Figures of the first run in a folder only, of making what is kept there. */
  readonly onceFigures: readonly string[];
  /** Figures of what is not on every machine. */
  readonly optionalFigures: readonly string[];
  /** Why it cannot run on this machine; `null` when it can. */
  whyLeftOut(place: BenchPlace): string | null;
  run(place: BenchPlace): Promise<readonly Figure[]>;
}

type NamesOf<Size> = (size: Size) => readonly string[];

interface Definition<Size extends object> {
  readonly name: string;
  readonly dependsOn: readonly string[];
  /** Of the figures that are published. */
  readonly full: Size;
  /** Every part of the work once, within seconds. */
  readonly small: Size;
  readonly figures: NamesOf<Size>;
  readonly onceFigures?: NamesOf<Size>;
  readonly optionalFigures?: NamesOf<Size>;
  readonly whyLeftOut?: (size: Size, place: BenchPlace) => string | null;
  readonly run: (size: Size, place: BenchPlace) => Promise<readonly Figure[]>;
}

/** Defines a benchmark with the figures it promises, its sizes and what its figures depend on. */
export function defineBenchmark<Size extends object>(definition: Definition<Size>): Benchmark {
  const { name, dependsOn } = definition;
  return {
    name,
    dependsOn,
    at(scale, given = {}) {
      const size = { ...definition[scale], ...given };
      return {
        figures: definition.figures(size),
        onceFigures: definition.onceFigures?.(size) ?? [],
        optionalFigures: definition.optionalFigures?.(size) ?? [],
        whyLeftOut: (place) => definition.whyLeftOut?.(size, place) ?? null,
        run: (place) => definition.run(size, place),
      };
    },
  };
}
