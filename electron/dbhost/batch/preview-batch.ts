import { ledgerOf } from '../../../db/model/registry.ts';
import type { Value, Values } from '../../../db/model/field-kind.ts';
import { reasonText } from '../../../db/model/reasons.ts';
import type { Caller, Store, StoredRecord } from '../../../db/store/api.ts';
import { selectedIds, type Selection } from './selected-ids.ts';

/** The same values for many records. */
export interface BatchChange {
  readonly ledger: string;
  readonly selection: Selection;
  readonly values: Values;
  readonly caller: Caller;
}

/** Rows really looked at before the user decides; a thousand take about a second. */
const MOST_CHECKED = 1000;
const SAMPLE = 20;
const BREATHE_EVERY = 50;

interface Blocked {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
}
interface Sample {
  readonly id: string;
  readonly title: string;
  readonly texts: Record<string, [string, string]>;
}

/** What a batch change would do: how many rows, which cannot be changed and why, the first few before and after. */
export async function previewBatch(store: Store, change: BatchChange) {
  const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const ids = await selectedIds(store, change, breathe);
  const checked = ids.slice(0, MOST_CHECKED);
  const blocked: Blocked[] = [];
  const sample: Sample[] = [];
  let unchanged = 0;
  for (const [i, id] of checked.entries()) {
    if (i % BREATHE_EVERY === 0) await breathe();
    const record = store.get(change.ledger, id, change.caller);
    if (record === null) continue;
    const reason = whyBlocked(store, record, change);
    if (reason !== null) blocked.push({ id, title: record.title, reason });
    else if (isUnchanged(record, change.values)) unchanged += 1;
    else if (sample.length < SAMPLE)
      sample.push({ id, title: record.title, texts: texts(store, record, change) });
  }
  return { count: ids.length, checked: checked.length, unchanged, blocked, sample };
}

const closed = { zh: '记录已注销', en: 'The record was closed' } as const;

function whyBlocked(store: Store, record: StoredRecord, { values, caller }: BatchChange): string | null {
  if (record.removedAt !== null) return closed[caller.language];
  const { findings } = store.check(record.ledger, record.id, values, caller);
  const error = findings.find((finding) => finding.level === 'error');
  return error === undefined ? null : reasonText(error.code, error.args, caller.language);
}

/** A withheld value counts as different: what it is must not be found out by trying. */
function isUnchanged(record: StoredRecord, values: Values): boolean {
  return Object.entries(values).every(
    ([name, value]) => !record.maskedFields.includes(name) && isSame(record.values[name] ?? null, value),
  );
}

const isSame = (a: Value, b: Value): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Display texts before and after, for the fields the change touches. */
function texts(
  store: Store,
  record: StoredRecord,
  { values, caller }: BatchChange,
): Record<string, [string, string]> {
  const names = store.names(caller.language);
  const { fields } = ledgerOf(record.ledger);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const after = value === null ? '' : (fields[name]?.toText(value, names) ?? '');
      return [name, [record.texts[name] ?? '', after]];
    }),
  );
}
