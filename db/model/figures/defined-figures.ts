import { isTimed, type AnyLedger } from '../define-ledger.ts';
import { ledgerById } from '../registry.ts';
import { fieldsOf, type Where } from '../where.ts';
import { careFigures } from './care-figures.ts';
import { civicFigures } from './civic-figures.ts';
import { councilFigures } from './council-figures.ts';
import type { DefinedFigure } from './define-rate.ts';
import { disputeFigures } from './dispute-figures.ts';
import { gridFigures } from './grid-rates.ts';
import { inspectionFigures } from './inspection-figures.ts';
import { issueFigures } from './issue-rates.ts';
import { outsideFigures } from './outside-figures.ts';
import { populationFigures } from './population-figures.ts';

/** Rates and named counts of every area, one file each. */
export const definedFigures: readonly DefinedFigure[] = checked([
  ...issueFigures,
  ...disputeFigures,
  ...inspectionFigures,
  ...councilFigures,
  ...civicFigures,
  ...careFigures,
  ...outsideFigures,
  ...populationFigures,
  ...gridFigures,
]);

/** Those of one ledger that its definition can answer: an older one, or a test's, may lack a field. */
export const definedFiguresOf = (ledger: AnyLedger): readonly DefinedFigure[] =>
  definedFigures.filter((figure) => figure.ledger === ledger.id && missingIn(figure, ledger) === undefined);

/** The filters of a definition. */
export function wheresOf(figure: DefinedFigure): readonly Where[] {
  return figure.kind === 'rate' ? [figure.numerator, figure.denominator] : [figure.where];
}

/** Fields a definition names. */
export function namedFields(figure: DefinedFigure): readonly string[] {
  const wheres = wheresOf(figure);
  const sum = figure.kind === 'count' && figure.sum !== undefined ? [figure.sum] : [];
  return [...wheres.flatMap(fieldsOf), ...sum, ...(typeof figure.per === 'string' ? [figure.per] : [])];
}

function missingIn(figure: DefinedFigure, { fields }: AnyLedger): string | undefined {
  return namedFields(figure).find((name) => fields[name] === undefined || fields[name].storage === null);
}

/** @throws at start-up with ledger and figure named. */
function checked(figures: readonly DefinedFigure[]): readonly DefinedFigure[] {
  const seen = new Set<string>();
  for (const figure of figures) {
    const name = `figure ${figure.id} of ${figure.ledger}`;
    const ledger = ledgerById.get(figure.ledger);
    if (ledger === undefined) throw new Error(`${name}: no such ledger`);
    const missing = missingIn(figure, ledger);
    if (missing !== undefined) throw new Error(`${name}: names ${missing}, which is no stored field`);
    const per = figure.per === undefined ? ledger.period : figure.per;
    const field = ledger.fields[per ?? ''];
    if (field !== undefined && !isTimed(field)) throw new Error(`${name}: ${per ?? ''} is no day or instant`);
    if (!/^[a-z][a-z0-9_]*$/.test(figure.id)) throw new Error(`${name}: id is not snake_case`);
    if (seen.has(name)) throw new Error(`${name}: defined twice`);
    seen.add(name);
  }
  return Object.freeze(figures);
}
