import { checkDues, type DueSpec, type WantSpec } from './due-spec.ts';
import type { FieldKind, KindName, Values } from './field-kind.ts';
import { checkNumbering, type NumberSpec } from './number-spec.ts';
import type { FollowSpec } from './follow-spec.ts';
import { sortedSet } from './fields/sorted-set.ts';
import { checkInterval, type IntervalSpec } from './interval-spec.ts';
import type { Language, Localized } from './localized.ts';
import type { Finding } from './reasons.ts';
import type { TakeSpec } from './take-spec.ts';
import { checkCases, dueOfStep } from './workflow/check-cases.ts';
import { sqlWords } from './rules/sql-words.ts';
import type { WorkflowSpec } from './workflow/workflow-spec.ts';

/** Navigation areas of the window, in their order (二标四实 first). */
export const areas = {
  population: { zh: '实有人口', en: 'Population' },
  housing: { zh: '标准地址与房屋', en: 'Addresses and housing' },
  unit: { zh: '单位与设施', en: 'Units and facilities' },
  grid: { zh: '网格', en: 'Grids' },
  issue: { zh: '问题隐患', en: 'Issues' },
  dispute: { zh: '矛盾纠纷', en: 'Disputes' },
  inspection: { zh: '检查巡查', en: 'Inspections' },
  care: { zh: '特殊人群', en: 'Special care' },
  duty: { zh: '值班排班', en: 'Duty rosters' },
  council: { zh: '协商与驻点', en: 'Consultation' },
  party: { zh: '党建引领', en: 'Party building' },
  safety: { zh: '平安建设', en: 'Safe town' },
  security: { zh: '社会治安', en: 'Public security' },
  law: { zh: '法治宣传', en: 'Rule of law' },
  society: { zh: '社会组织', en: 'Social organisations' },
  base: { zh: '基础数据', en: 'Reference data' },
} as const satisfies Record<string, Localized>;
export type AreaId = keyof typeof areas;

/** What a ledger says of a field beside its kind. */
export interface FieldOptions {
  readonly label: Localized;
  /** One sentence shown while the field has the focus. */
  readonly help?: Localized;
  /** Ledger revision that introduced the field. Default 1. Later fields are optional in storage. */
  readonly since?: number;
  /** Revision after which the field is no longer shown. Its column stays for ever. */
  readonly retired?: number;
  /** Must have a value when a row is written by hand or by import. */
  readonly required?: boolean;
  /** Tokens of the value go to the search index. */
  readonly search?: boolean;
  /** Shown masked to callers without the right to see it in full. */
  readonly masked?: boolean;
  /** Gets an index of its own, so that lists sort and filter by it at any size. */
  readonly indexed?: boolean;
  /** Column titles other offices use for it; matched after the label and the field name. */
  readonly aliases?: readonly string[];
  /** Field name of the standard where it differs from ours, e.g. `GB/T 31000 公民身份号码`. */
  readonly source?: string;
  /** Unit shown inside the input: 平方米, 元, 人. */
  readonly unit?: Localized;
  /** Shown and entered only while the condition holds (skip logic). A hidden field keeps its value. */
  readonly when?: Condition;
  /** Typing offers what the town already wrote in this field. */
  readonly suggest?: boolean;
  /** Worked out by the program (`fill`, `follows`): shown in the form, never entered. */
  readonly automatic?: boolean;
  /** Another field says it (the parts of a written number): kept, exported and filtered by, but left out of forms, pages and paper. */
  readonly aside?: boolean;
}

/** Skip logic as data, so that the form, the importer and the checker agree: any of `values` in `field`. */
export interface Condition {
  readonly field: string;
  readonly values: readonly string[];
}

// `any` is the variance escape hatch of this file: one ledger holds fields of different value types.
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyField = FieldKind<any> & FieldOptions;
export type Fields = Readonly<Record<string, AnyField>>;

/** A group of fields of the form, under a heading. */
export interface Section<N extends string = string> {
  readonly label: Localized;
  readonly fields: readonly N[];
  readonly when?: Condition;
  /** Hand-made part of the window that stands in for the fields in form and page, where it knows one of this name. */
  readonly panel?: string;
}

/** Facts about a row that a check needs from outside itself. */
export interface RuleContext {
  /** Today in the office's calendar, `YYYY-MM-DD`. */
  readonly today: string;
  /** Language of the sentences a rule writes itself (`rule-broken`, labels in arguments). Default zh. */
  readonly language?: Language;
}

/** A cross-field check; pure. */
export interface LedgerRule {
  (row: Values, context: RuleContext): readonly Finding[];
  /**
   * Groups of fields it reads together, so that a receiver of some changed fields knows when it needs the others.
   * Absent: it may read anything.
   */
  readonly reads?: readonly (readonly string[])[];
}

/**
 * Sheets that give every code a column of its own (村 × 总收入, 纯收入, 净资产) are read as one record a cell. Names the
 * fields such a cell fills, and those that the title lines above the columns and the brackets in a column's title tell.
 */
export interface SpreadSpec<N extends string = string> {
  /** Choice whose codes are column titles. */
  readonly kind: N;
  readonly value: N;
  /** Unit in brackets behind a title: 总收入（万元）. */
  readonly unit?: N;
  /** Month as `YYYY-MM`, from a title line such as 2026年10月情况表. */
  readonly month?: N;
}

/** A ledger (台账) as the derivations see it: table, form, grid, sheet, search, history, package. */
export interface AnyLedger {
  /** Table name, package dataset and call name. snake_case; never changes, never reused. */
  readonly id: string;
  /** Raised by one with every released change of the definition. */
  readonly revision: number;
  readonly area: AreaId;
  readonly label: Localized;
  /** Measure word of a count: 人, 户, 宗, 条. */
  readonly counter: Localized;
  /** Law, standard or form the ledger follows. */
  readonly source: string;
  readonly fields: Fields;
  /** Fields that make the title of a record, joined by a blank; the first is the main one. */
  readonly title: readonly string[];
  /** Fields shown in grey behind the title where room allows (search hits, pickers). */
  readonly subtitle: readonly string[];
  /**
   * Main titles a record may bear when a cell of another ledger names it by `text`; pure. Looked up when no record has
   * `text` itself as key, title or id, and taken only when exactly one exists.
   */
  readonly linkAliases?: (text: string) => readonly string[];
  readonly sections: readonly Section[];
  /** Columns of the grid as first seen. */
  readonly list: readonly string[];
  /** Fields that identify the same real thing on two machines; import and packages match on them. Empty = none. */
  readonly naturalKey: readonly string[];
  /** Field a list is sorted by at first; `-field` = descending. */
  readonly sort: string;
  /** Combined indexes: filter fields first, then the sort field. */
  readonly indexes: readonly (readonly string[])[];
  /** Sets of fields that, when equal, make a warning "perhaps already recorded". */
  readonly duplicates: readonly (readonly string[])[];
  /** Cross-field checks; pure. */
  readonly rules: readonly LedgerRule[];
  /** Fills empty fields from others before a row is checked (birth day from id number) and sorts sets; pure. */
  readonly fill: (row: Values) => Values;
  /**
   * Fields that `fill` makes of others (the full path of an address of its levels): after an edit of those they are
   * made anew, unless somebody wrote them by hand. See `derive/refill.ts`.
   */
  readonly derived: readonly string[];
  /** The verb that ends a record's life: 注销 (vacate), 作废 (void), 删除 (soft delete with reason). */
  readonly ending: 'vacate' | 'void' | 'remove';
  /** GB/T 31000 sensitive classes: never in a general export, each view is logged. */
  readonly sensitive: boolean;
  /** The records are intervals of a subject and are moved by action: 迁入, 变更, 迁出, 注销. */
  readonly interval?: IntervalSpec;
  /**
   * Required link to the record these are parts of (sessions of a case, items of a check list): they are shown on its
   * page and do not stand in the navigation.
   */
  readonly partOf?: string;
  /** Fields that follow the record's parts and rules kept as data. */
  readonly follows: readonly FollowSpec[];
  /** The running number a new record gets. */
  readonly numbering?: NumberSpec;
  /** The records are cases that go from state to state by declared actions only; see `workflow/workflow-spec.ts`. */
  readonly workflow?: WorkflowSpec;
  /** What must be done by a day; the deadline of a workflow's step among them. */
  readonly dues: readonly DueSpec[];
  /** What a record must have in some states. */
  readonly wants: readonly WantSpec[];
  /** Day or instant by which statistics count a record into a month: when it was collected, not when it was closed. */
  readonly period?: string;
  /** How a sheet with a column for every code is read. */
  readonly spread?: SpreadSpec;
  /** What it takes over from records it is linked to. */
  readonly takes: readonly TakeSpec[];
}

type Name<F> = keyof F & string;

/** What the author of a ledger writes; field names are checked against `fields` by the compiler. */
export interface LedgerSpec<F extends Fields> {
  readonly id: string;
  readonly revision: number;
  readonly area: AreaId;
  readonly label: Localized;
  readonly counter: Localized;
  readonly source: string;
  readonly fields: F;
  readonly title: readonly [Name<F>, ...Name<F>[]];
  readonly subtitle?: readonly Name<F>[];
  readonly linkAliases?: (text: string) => readonly string[];
  readonly sections: readonly Section<Name<F>>[];
  readonly list: readonly Name<F>[];
  readonly naturalKey: readonly Name<F>[];
  readonly sort: Name<F> | `-${Name<F>}`;
  readonly indexes?: readonly (readonly Name<F>[])[];
  readonly duplicates?: readonly (readonly Name<F>[])[];
  readonly rules?: AnyLedger['rules'];
  readonly fill?: AnyLedger['fill'];
  readonly derived?: readonly Name<F>[];
  readonly ending?: AnyLedger['ending'];
  readonly sensitive?: boolean;
  readonly interval?: IntervalSpec<Name<F>>;
  readonly partOf?: Name<F>;
  readonly follows?: readonly FollowSpec<Name<F>>[];
  readonly workflow?: WorkflowSpec<Name<F>>;
  readonly numbering?: NumberSpec<Name<F>>;
  readonly dues?: readonly DueSpec<Name<F>>[];
  readonly wants?: readonly WantSpec<Name<F>>[];
  readonly period?: Name<F>;
  readonly spread?: SpreadSpec<Name<F>>;
  readonly takes?: readonly TakeSpec<Name<F>>[];
}

/** A ledger that still knows the types of its fields. */
export interface Ledger<F extends Fields> extends AnyLedger {
  readonly fields: F;
}

type ValueOf<F> = F extends FieldKind<infer T> ? T : never;

/** Row type inferred from a ledger; nobody writes it a second time. */
export type RowOf<L> =
  L extends Ledger<infer F>
    ? { readonly [K in keyof F]: F[K] extends { required: true } ? ValueOf<F[K]> : ValueOf<F[K]> | null }
    : never;

/** Column names every ledger table has; no field may take one. */
export const reservedColumns = [
  'rid',
  'id',
  'version',
  'created_at',
  'updated_at',
  'removed_at',
  'removed_reason',
  'batch',
  'twin_of',
  'extra',
] as const;

/**
 * Makes a ledger and checks what types cannot. A mistake throws at start-up with the ledger and field named,
 * never at a user's click.
 */
export function defineLedger<const F extends Fields>(spec: LedgerSpec<F>): Ledger<F> {
  const ledger: Ledger<F> = {
    subtitle: [],
    indexes: [],
    duplicates: [],
    rules: [],
    derived: [],
    ending: 'remove',
    sensitive: false,
    follows: [],
    wants: [],
    takes: [],
    ...spec,
    dues: [...(spec.workflow ? [dueOfStep(spec.workflow)] : []), ...(spec.dues ?? [])],
    fill: withSortedSets(spec),
  };
  if (!/^[a-z][a-z0-9_]*$/.test(ledger.id)) throw new Error(`ledger ${ledger.id}: id is not snake_case`);
  for (const [name, field] of Object.entries(ledger.fields)) checkField(ledger, name, field);
  checkReferences(ledger);
  checkInterval(ledger);
  checkPart(ledger);
  checkDues(ledger);
  checkSpread(ledger);
  checkCases(ledger);
  checkNumbering(ledger);
  return Object.freeze(ledger);
}

/** The ledger's own fill; then sets of codes, which come in the order they were clicked, in the form they are kept. */
function withSortedSets<F extends Fields>({ fields, fill }: LedgerSpec<F>): AnyLedger['fill'] {
  const sets = Object.keys(fields).filter((name) => fields[name]?.kind === 'multi-choice');
  return (row) => {
    const filled = fill ? fill(row) : row;
    const changed = sets.flatMap((name): [string, Values[string]][] => {
      const value = filled[name];
      if (typeof value !== 'object' || value === null) return [];
      const kept = value.length === 0 ? null : sortedSet(value);
      return kept === value ? [] : [[name, kept]];
    });
    return changed.length === 0 ? filled : { ...filled, ...Object.fromEntries(changed) };
  };
}

function checkField(ledger: AnyLedger, name: string, field: AnyField): void {
  const where = `ledger ${ledger.id}, field ${name}`;
  checkColumnName(where, name);
  checkRevisions(ledger, where, field);
  if (field.label.zh === '' || field.label.en === '') throw new Error(`${where}: a label is empty`);
  if (field.storage === null && (field.required || field.indexed || field.search)) {
    throw new Error(`${where}: a computed field cannot be required, indexed or searched`);
  }
  if (field.when && !(field.when.field in ledger.fields)) {
    throw new Error(`${where}: shown when ${field.when.field}, which is no field`);
  }
}

function checkColumnName(where: string, name: string): void {
  const reserved: readonly string[] = reservedColumns;
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`${where}: name is not snake_case`);
  // The store keeps the pinyin of a name beside it under this ending.
  if (name.endsWith('_py')) throw new Error(`${where}: a name must not end in _py`);
  if (reserved.includes(name)) throw new Error(`${where}: the name is reserved`);
  if (sqlWords.has(name)) throw new Error(`${where}: the name is a word of SQL`);
}

function checkRevisions(ledger: AnyLedger, where: string, { since = 1, retired }: AnyField): void {
  if (since > ledger.revision)
    throw new Error(`${where}: since ${since} is after revision ${ledger.revision}`);
  if (retired !== undefined && retired > ledger.revision) {
    throw new Error(`${where}: retired ${retired} is after revision ${ledger.revision}`);
  }
}

function checkPart({ id, fields, partOf }: AnyLedger): void {
  if (partOf === undefined) return;
  const whole = fields[partOf];
  if (whole?.kind !== 'link' || whole.required !== true)
    throw new Error(`ledger ${id}: part of ${partOf}, which is no required link`);
}

function checkSpread({ id, fields, spread }: AnyLedger): void {
  if (spread !== undefined && fields[spread.kind]?.kind !== 'choice')
    throw new Error(`ledger ${id}: spread by ${spread.kind}, which is no choice`);
}

function checkReferences(ledger: AnyLedger): void {
  const uses: readonly (readonly [string, readonly string[]])[] = [
    ['title', ledger.title],
    ['subtitle', ledger.subtitle],
    ['list', ledger.list],
    ['naturalKey', ledger.naturalKey],
    ['sort', [ledger.sort.replace(/^-/, '')]],
    ...ledger.sections.map((s): [string, readonly string[]] => [`section ${s.label.en}`, s.fields]),
    ['derived', ledger.derived],
    ...ledger.indexes.map((fields): [string, readonly string[]] => ['indexes', fields]),
    ...ledger.duplicates.map((fields): [string, readonly string[]] => ['duplicates', fields]),
  ];
  for (const [use, fields] of uses) {
    const missing = fields.find((name) => !(name in ledger.fields));
    if (missing !== undefined)
      throw new Error(`ledger ${ledger.id}, field ${missing}: named by ${use}, but no such field`);
  }
  for (const { label, when } of ledger.sections) {
    if (when && !(when.field in ledger.fields)) {
      throw new Error(
        `ledger ${ledger.id}, section ${label.en}: shown when ${when.field}, which is no field`,
      );
    }
  }
  const placed = ledger.sections.flatMap((s) => s.fields);
  const twice = placed.find((name, i) => placed.indexOf(name) !== i);
  if (twice !== undefined) throw new Error(`ledger ${ledger.id}, field ${twice}: in two sections`);
  const lost = Object.entries(ledger.fields).find(
    ([name, f]) => f.retired === undefined && !placed.includes(name),
  );
  if (lost !== undefined) throw new Error(`ledger ${ledger.id}, field ${lost[0]}: in no section`);
}

/** Puts the options of a ledger's field on its kind. Used by the kinds' own makers. */
export function field<T, const O extends FieldOptions>(kind: FieldKind<T>, options: O): FieldKind<T> & O {
  return { ...kind, ...options };
}

/** True when the field holds, or links, records of another ledger. */
export const isLink = (f: { readonly kind: KindName }): boolean =>
  f.kind === 'link' || f.kind === 'address' || f.kind === 'grid';

/** True when the field says when: a day or an instant. */
export const isTimed = (f: { readonly kind: KindName }): boolean => f.kind === 'day' || f.kind === 'instant';
