import type { KindName } from './field-kind.ts';

/**
 * A running number a record gets when it is first saved: 1, 2, 3 … without gaps or doubles, for case numbers
 * （2026）虎人调字第12号 and the third session of a case. It is taken inside the transaction that keeps the record, and a
 * record that is ended keeps its own, so that no number is given twice. A number that came with the record (an import of
 * old cases) is left as it is, and the next goes on behind the highest. Once given, neither the number nor what it runs within
 * is edited: it would stand twice, or leave a gap.
 */
export interface NumberSpec<N extends string = string> {
  /** Integer field the number goes to; should be `automatic`. What is written of it (the text of a case number) is made by `fill`. */
  readonly field: N;
  /**
   * Fields within whose equal values it runs: organisation and year. While one of them is empty no number is given. An
   * index begins with these, then `field`.
   */
  readonly within: readonly N[];
  /**
   * A word of the linked record that goes with the number, the mark of an organisation: kept with the record, so that the
   * number stays what it was when the organisation is renamed.
   */
  readonly mark?: { readonly link: N; readonly from: string; readonly to: N };
}

interface Checked {
  readonly id: string;
  readonly fields: Readonly<Record<string, { readonly kind: KindName }>>;
  readonly naturalKey: readonly string[];
  readonly indexes: readonly (readonly string[])[];
  readonly numbering?: NumberSpec;
}

/** Checks what the types cannot. @throws with ledger and field named, at start-up. */
export function checkNumbering({ id, fields, naturalKey, indexes, numbering }: Checked): void {
  if (numbering === undefined) return;
  const where = `ledger ${id}: number ${numbering.field}`;
  if (fields[numbering.field]?.kind !== 'integer') throw new Error(`${where} is no integer`);
  const wanted = [...numbering.within, numbering.field];
  const has = [naturalKey, ...indexes].some((index) => wanted.every((name, at) => index[at] === name));
  if (!has) throw new Error(`${where}: no index begins with ${wanted.join(', ')}`);
}
