import { isLink, type AnyField, type AnyLedger } from '../define-ledger.ts';
import { ledgerById } from '../registry.ts';
import { comparisonsOf, type Comparison } from '../where.ts';
import { definedFiguresOf, namedFields, wheresOf } from './defined-figures.ts';
import type { DefinedFigure } from './define-rate.ts';

/** The figures of a ledger: what follows from its fields, and what is defined beside them. */
export interface LedgerFigures {
  readonly ledger: AnyLedger;
  /** Day or instant that puts a record into a period; `null`: a register, counted as it stands. */
  readonly period: string | null;
  /** Fields a count can be broken down by, in the order of the form. */
  readonly dimensions: readonly string[];
  /** Number fields that are added up. */
  readonly sums: readonly string[];
  readonly defined: readonly DefinedFigure[];
}

/** Derives the figures of a ledger. Of sensitive ones only counts by kind and place: no sums, no words anybody wrote. */
export function figureOf(ledger: AnyLedger): LedgerFigures {
  const fields = Object.entries(ledger.fields).filter(
    ([, field]) => field.storage !== null && field.retired === undefined && field.masked !== true,
  );
  return {
    ledger,
    period: ledger.period ?? null,
    dimensions: fields.filter(([name, field]) => isDimension(ledger, name, field)).map(([name]) => name),
    sums: ledger.sensitive ? [] : fields.filter(([, field]) => isAmount(field)).map(([name]) => name),
    defined: definedFiguresOf(ledger),
  };
}

/** Comparisons of two fields the figures of a ledger make, each once. */
export function figureComparisons(ledger: AnyLedger): readonly Comparison[] {
  const all = figureOf(ledger).defined.flatMap(wheresOf).flatMap(comparisonsOf);
  return [...new Map(all.map((one) => [`${one.field} ${one.how} ${one.other}`, one])).values()];
}

/** Every field the figures of a ledger look at, the period first. */
export function figureFields(ledger: AnyLedger): readonly string[] {
  const { period, dimensions, sums, defined } = figureOf(ledger);
  const all = [...(period === null ? [] : [period]), ...dimensions, ...sums, ...defined.flatMap(namedFields)];
  return [...new Set(all)];
}

/** Units of numbers that say which, how old, how long or what part: a year, a storey, days allowed, per cent. */
const ordinalUnits: readonly string[] = ['年', '层', '岁', '天', '个工作日', '%', '米'];

/** A number with a unit measures something that can be added up; one without is a rank, a seat, the number of an item. */
const isAmount = ({ totals, unit }: AnyField): boolean =>
  totals === 'sum' && unit !== undefined && !ordinalUnits.includes(unit.zh);

/** Areas whose records are too many, and too much each its own, to count others by. */
const ownThings: readonly string[] = ['population', 'housing'];

function isDimension(ledger: AnyLedger, name: string, field: AnyField): boolean {
  if (isLink(field)) return name !== ledger.partOf && isPlaceOrStaff(ledger, field);
  if (field.kind === 'text') return !ledger.sensitive && (field.suggest === true || isPerson(ledger, name));
  return field.totals === 'count-by';
}

function isPlaceOrStaff(ledger: AnyLedger, field: AnyField): boolean {
  const target = ledgerById.get(field.target ?? '');
  if (target === undefined || target.sensitive || ownThings.includes(target.area)) return false;
  if (isEvent(target)) return false;
  return !ledger.sensitive || target.id === 'division' || target.id === 'grid';
}

/** Records of what happened, each its own; who and what has a name lasts, also where statistics count the day it began. */
const isEvent = ({ period, fields, title }: AnyLedger): boolean =>
  period !== undefined && (fields[period]?.kind === 'instant' || fields[title[0] ?? '']?.name !== true);

/** Who has to do something with the record. */
const isPerson = ({ dues, wants }: AnyLedger, name: string): boolean =>
  [...dues, ...wants].some(({ person }) => person === name);
