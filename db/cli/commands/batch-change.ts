import { randomUUID } from 'node:crypto';
import type { AnyLedger } from '../../model/define-ledger.ts';
import type { Values } from '../../model/field-kind.ts';
import { words } from '../../model/localized.ts';
import { reasonText } from '../../model/reasons.ts';
import type { Store, StoredRecord, Where } from '../../store/api.ts';
import type { StoreContext } from '../command.ts';
import { whereOf } from '../filter.ts';
import { ledgerNamed } from '../ledger-named.ts';
import { readValues } from '../read-values.ts';
import { jsonObject, storeCommand } from '../with-store.ts';

const CHUNK_ROWS = 200;
const PAGE_ROWS = 500;

interface Counts {
  updated: number;
  unchanged: number;
  rejected: number;
}

/** `zw batch-change LEDGER WHERE VALUES`: the same values for every record a filter shows, as one batch. */
export const batchChangeCommand = storeCommand({
  name: 'batch-change',
  summary: words(
    '对筛选出的全部记录写入相同的值，可用 undo-import 撤销',
    'Writes the same values to every record of a filter; undo-import takes it back',
  ),
  positionals: ['LEDGER', 'WHERE', 'VALUES'],
  options: { 'dry-run': { type: 'boolean', help: words('只预览，不写入', 'Preview only, write nothing') } },
  prints: '{batch, count, updated, unchanged, rejected, errors:[{id, title, reason}]}',
  run: (store, input, context) => {
    const [name, where = '', values = ''] = input.positionals;
    const ledger = ledgerNamed(name);
    const filter = whereOf(ledger, { positionals: [], options: { where } });
    const change = readValues(ledger, jsonObject(values, 'VALUES'), store.names(context.language));
    return runBatch(
      store,
      { ledger, where: filter, change, isDryRun: input.options['dry-run'] === true },
      context,
    );
  },
});

interface BatchPlan {
  readonly ledger: AnyLedger;
  readonly where: Where;
  readonly change: Values;
  readonly isDryRun: boolean;
}

function runBatch(store: Store, plan: BatchPlan, context: StoreContext): Readonly<Record<string, unknown>> {
  const batch = randomUUID();
  const counts: Counts = { updated: 0, unchanged: 0, rejected: 0 };
  const errors: Rejected[] = [];
  const { ledger } = plan;
  if (!plan.isDryRun) {
    store.batches.start(
      { id: batch, kind: 'batch-change', ledger: ledger.id, label: ledger.label[context.language] },
      { counts },
    );
  }
  // The ids are fixed before the first is changed: a change may move a row out of the filter.
  const ids = idsOf(store, plan, context);
  for (let from = 0; from < ids.length; from += CHUNK_ROWS) {
    errors.push(
      ...changeChunk(store, { ...plan, batch, ids: ids.slice(from, from + CHUNK_ROWS), counts }, context),
    );
    if (!plan.isDryRun) store.batches.update(batch, { counts }, false);
    context.progress(from, ids.length);
  }
  if (!plan.isDryRun) store.batches.update(batch, { counts }, true);
  return { batch: plan.isDryRun ? null : batch, count: ids.length, ...counts, errors };
}

interface Rejected {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
}
interface Chunk extends BatchPlan {
  readonly batch: string;
  readonly ids: readonly string[];
  readonly counts: Counts;
}

/** Rows that break a rule are named and left out; the others of the chunk go in together. */
function changeChunk(store: Store, chunk: Chunk, context: StoreContext): readonly Rejected[] {
  const { ledger, change, counts, batch } = chunk;
  const errors: Rejected[] = [];
  const good: StoredRecord[] = [];
  for (const id of chunk.ids) {
    const record = store.get(ledger.id, id, context.caller);
    if (record === null) continue;
    const problem = store
      .check(ledger.id, id, change, context.caller)
      .findings.find((f) => f.level === 'error');
    if (problem !== undefined)
      errors.push({
        id,
        title: record.title,
        reason: reasonText(problem.code, problem.args, context.language),
      });
    else if (isSame(record, change)) counts.unchanged += 1;
    else good.push(record);
  }
  counts.rejected += errors.length;
  if (good.length === 0) return errors;
  if (!chunk.isDryRun) {
    const writes = good.map(
      ({ id, version }) => ({ ledger: ledger.id, id, op: 'update', values: change, base: version }) as const,
    );
    const outcome = store.write({ writeId: randomUUID(), caller: context.caller, writes, batch });
    if (!outcome.ok) return [...errors, ...refuseAll(good, { counts, code: outcome.problem.code })];
  }
  counts.updated += good.length;
  return errors;
}

function refuseAll(
  records: readonly StoredRecord[],
  { counts, code }: { readonly counts: Counts; readonly code: string },
): readonly Rejected[] {
  counts.rejected += records.length;
  return records.map(({ id, title }) => ({ id, title, reason: code }));
}

const isSame = (record: StoredRecord, change: Values): boolean =>
  Object.entries(change).every(
    ([name, value]) => JSON.stringify(record.values[name] ?? null) === JSON.stringify(value),
  );

function idsOf(store: Store, { ledger, where }: BatchPlan, { caller }: StoreContext): readonly string[] {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const page = store.page(
      { ledger: ledger.id, where, limit: PAGE_ROWS, fields: [], ...(after === null ? {} : { after }) },
      caller,
    );
    ids.push(...page.rows.map((row) => row.id));
    after = page.next;
  } while (after !== null);
  return ids;
}
