import type { KindName } from './field-kind.ts';
import type { Localized } from './localized.ts';

/** Rows a due or a want speaks of: any of `values` in `field`, as in skip logic. */
interface Only<N extends string> {
  readonly field: N;
  readonly values: readonly string[];
}

/**
 * Something that must be done with a record by a day: a visit, a re-check, a term that ends. From it come the lines of
 * the first page, the calendar and `zw due`.
 */
export interface DueSpec<N extends string = string> {
  /** Day or instant field; empty = nothing is due. The index that answers in a town of a million rows is derived. */
  readonly field: N;
  /** What is to be done, as a verb or noun of the office: 走访, 复查, 合同到期. */
  readonly label: Localized;
  /** Field that names who is to do it: a text or a link. */
  readonly person?: N;
  /** Only while the record is in one of these states. */
  readonly while?: Only<N>;
  /** Only as long as this field is empty: it tells that the thing has been done. */
  readonly until?: N;
  /** The moment is when something begins (a session), not when it must be done: it is not late before its day is over. */
  readonly isAppointment?: true;
}

/** A document or fact a record must have by its state: counted on the first page under what is missing. */
export interface WantSpec<N extends string = string> {
  /** Field that is empty when the thing is missing. */
  readonly field: N;
  /** What is missing: 调解协议书, 整改照片. */
  readonly label: Localized;
  readonly person?: N;
  /** A wanted thing is wanted in some states. */
  readonly while: Only<N>;
}

interface Checked {
  readonly id: string;
  readonly fields: Readonly<Record<string, { readonly kind: KindName }>>;
  readonly dues: readonly DueSpec[];
  readonly wants: readonly WantSpec[];
  readonly period?: string;
}

/** Checks what the types cannot. @throws with ledger and field named, at start-up. */
export function checkDues(ledger: Checked): void {
  const { fields, dues, wants, period } = ledger;
  const isTimed = (name: string): boolean => ['day', 'instant'].includes(fields[name]?.kind ?? '');
  const isStored = (name: string): boolean => name in fields && fields[name]?.kind !== 'computed';
  const claims: readonly (readonly [boolean, string])[] = [
    ...dues.map((due) => [isTimed(due.field), `due ${due.field} is no day or instant`] as const),
    ...wants.map((want) => [isStored(want.field), `wants ${want.field}, which is no stored field`] as const),
    ...dues.map(
      ({ until }) => [until === undefined || isStored(until), `${until} is no stored field`] as const,
    ),
    ...[...dues, ...wants].flatMap(({ person, while: only }) =>
      [person, only?.field].map(
        (name) => [name === undefined || name in fields, `${name} is no field`] as const,
      ),
    ),
    [period === undefined || isTimed(period), `period ${period} is no day or instant`],
  ];
  const broken = claims.find(([holds]) => !holds);
  if (broken !== undefined) throw new Error(`ledger ${ledger.id}: ${broken[1]}`);
}
