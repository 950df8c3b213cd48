import { readyRules } from '../council/ready-rules.ts';
import type { Values } from '../field-kind.ts';
import { readyLists } from '../inspection/ready-lists/index.ts';
import { words, type Localized } from '../localized.ts';

/** A record that ships with the product, for a ledger whose records are rules of the office: taken over, then changed. */
export interface ReadyRecord {
  /** Unique among those of its ledger. */
  readonly id: string;
  readonly ledger: string;
  readonly label: Localized;
  readonly values: Values;
  /** Its parts, without the link to it. */
  readonly parts: { readonly ledger: string; readonly link: string; readonly rows: readonly Values[] } | null;
}

const lists = readyLists.map(({ id, label, values, items }): ReadyRecord => ({
  id,
  ledger: 'check_list',
  label,
  values,
  parts: { ledger: 'check_item', link: 'list', rows: items },
}));

const rules = readyRules.map(({ id, en, values }): ReadyRecord => ({
  id,
  ledger: 'consult_rule',
  label: words(String(values['name']), en),
  values,
  parts: null,
}));

/** Every record that ships with the product. */
const readyRecords: readonly ReadyRecord[] = [...lists, ...rules];

/** Shipped records of a ledger, in the order they are offered. */
export const readyRecordsOf = (ledger: string): readonly ReadyRecord[] =>
  readyRecords.filter((ready) => ready.ledger === ledger);
