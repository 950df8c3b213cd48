import { isTimed, type AnyLedger } from '../define-ledger.ts';
import { unknownName } from '../filter-names.ts';
import { ledgerById } from '../registry.ts';
import { fieldsOf, namedLink, type Where } from '../where.ts';
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
import { staffingFigures } from './staffing-figures.ts';

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
  ...staffingFigures,
]);

/** Those of one ledger that its definition can answer: an older one, or a test's, may lack a field. */
export const definedFiguresOf = (ledger: AnyLedger): readonly DefinedFigure[] =>
  definedFigures.filter((figure) => figure.ledger === ledger.id && missingIn(figure, ledger) === undefined);

/** Records a figure counts: of its own ledger, or of another. */
interface Counted {
  readonly ledger: string;
  readonly where: Where;
}

/** What a figure counts: one thing, or a numerator and a denominator. */
export function countsOf(figure: DefinedFigure): readonly Counted[] {
  const { ledger } = figure;
  if (figure.kind === 'count') return [{ ledger, where: figure.where }];
  if (figure.kind === 'ratio') return [{ ledger, where: figure.numerator }, figure.denominator];
  const { countedIn = ledger, numerator, denominator } = figure;
  return [numerator, denominator].map((where) => ({ ledger: countedIn, where }));
}

/** Filters of a definition that look at its own ledger. */
export function wheresOf(figure: DefinedFigure): readonly Where[] {
  return countsOf(figure).flatMap(({ ledger, where }) => (ledger === figure.ledger ? [where] : []));
}

/** Other ledgers a figure counts in. */
export function othersOf(figure: DefinedFigure): readonly string[] {
  return [...new Set(countsOf(figure).map(({ ledger }) => ledger))].filter((id) => id !== figure.ledger);
}

/** Fields of its own ledger a definition names. */
export function namedFields(figure: DefinedFigure): readonly string[] {
  const filtered = wheresOf(figure)
    .flatMap(fieldsOf)
    .filter((name) => namedLink(name) === null);
  const sum = figure.kind === 'count' && figure.sum !== undefined ? [figure.sum] : [];
  return [...filtered, ...sum, ...(typeof figure.per === 'string' ? [figure.per] : [])];
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
    const flaw = flawOf(figure, ledger);
    if (flaw !== null) throw new Error(`${name}: ${flaw}`);
    if (seen.has(name)) throw new Error(`${name}: defined twice`);
    seen.add(name);
  }
  return Object.freeze(figures);
}

function flawOf(figure: DefinedFigure, ledger: AnyLedger): string | null {
  const missing = missingIn(figure, ledger) ?? missingBeyond(figure);
  if (missing !== undefined) return `names ${missing}, which is no stored field`;
  if (joinsSensitive(figure, ledger)) return 'no sensitive ledger goes with another';
  const per = figure.per === undefined ? ledger.period : figure.per;
  const field = ledger.fields[per ?? ''];
  if (field !== undefined && !isTimed(field)) return `${per ?? ''} is no day or instant`;
  return /^[a-z][a-z0-9_]*$/.test(figure.id) ? null : 'id is not snake_case';
}

/** A figure over several ledgers is told to whoever may see the one it stands under. */
function joinsSensitive(figure: DefinedFigure, ledger: AnyLedger): boolean {
  const others = othersOf(figure).map((id) => ledgerById.get(id));
  return others.length > 0 && [ledger, ...others].some((one) => one?.sensitive === true);
}

/** What a filter names that its ledger, or one that links to it, does not have. */
function missingBeyond(figure: DefinedFigure): string | undefined {
  for (const { ledger: id, where } of countsOf(figure)) {
    const ledger = ledgerById.get(id);
    const unknown = ledger === undefined ? id : unknownName(ledger, where);
    if (unknown !== null) return unknown;
  }
  return undefined;
}
