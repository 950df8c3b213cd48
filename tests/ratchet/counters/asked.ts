import type { Measured } from '../figure.ts';
import type { CountingDriver } from './counting-driver.ts';
import { pagesReadBy } from './page-reads.ts';

/** What some work asked of the file. */
export interface Asked {
  /** Statements executed. */
  readonly statements: number;
  /** Rows handed over to JavaScript. */
  readonly rows: number;
  /** Pages of the file looked at, each time anew; see `forgetPages`. */
  readonly pages: number;
}

export const nothingAsked: Asked = { statements: 0, rows: 0, pages: 0 };

/** Both together. */
export const added = (a: Asked, b: Asked): Asked => ({
  statements: a.statements + b.statements,
  rows: a.rows + b.rows,
  pages: a.pages + b.pages,
});

/** What `work` asks of the file. It must not wait for anything. */
export function askedBy(driver: CountingDriver, work: () => unknown): Asked {
  const before = driver.counts();
  const { pages } = pagesReadBy(work);
  const after = driver.counts();
  return { statements: after.statements - before.statements, rows: after.rows - before.rows, pages };
}

/** The three figures of one piece of work. @throws when it asked nothing: then it did not do what it is there for */
export function askedFigures(
  name: string,
  asked: Asked,
  { of, means }: Pick<Measured, 'of' | 'means'>,
): readonly Measured[] {
  if (asked.statements === 0) throw new Error(`${name} asked nothing of the file`);
  return (['statements', 'rows', 'pages'] as const).map((unit) =>
    counter(`${name}.${unit}`, asked[unit], { unit, of, means }),
  );
}

/** One counter. */
export const counter = (
  name: string,
  value: number,
  rest: Pick<Measured, 'unit' | 'of' | 'means'>,
): Measured => ({ name, kind: 'counter', value, ...rest });
