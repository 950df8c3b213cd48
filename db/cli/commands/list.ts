import { words } from '../../model/localized.ts';
import type { Caller, Page, PageQuery, Store, StoredRecord } from '../../store/api.ts';
import { WhereError } from '../../store/index.ts';
import { fieldsOf, sortOf, whereOf, whereOption } from '../filter.ts';
import { ledgerNamed } from '../ledger-named.ts';
import { recordJson } from '../record-json.ts';
import { UsageError } from '../refusal.ts';
import { storeCommand, wholeNumber } from '../with-store.ts';

const DEFAULT_LIMIT = 50;
const LARGEST_LIMIT = 500;

/** `zw list LEDGER`: one page of a list, filtered and sorted by the store. */
export const listCommand = storeCommand({
  name: 'list',
  summary: words('分页列出记录', 'Lists records, a page at a time'),
  positionals: ['LEDGER'],
  options: {
    where: whereOption,
    sort: {
      type: 'string',
      value: 'FIELD',
      help: words('排序字段，倒序加 - 号（--sort -name）', 'Field to sort by; descending: --sort -name'),
    },
    limit: {
      type: 'string',
      value: 'N',
      help: words('每页条数，1 到 500，默认 50', 'Records a page, 1 to 500, default 50'),
    },
    after: { type: 'string', value: 'KEY', help: words('上一页的 next', '`next` of the page before') },
    fields: { type: 'string', value: 'a,b', help: words('只输出这些字段', 'Print these fields only') },
  },
  prints: '{rows:[record], total, exact, next}',
  run: (store, input, { caller }) => {
    const ledger = ledgerNamed(input.positionals[0]);
    const where = whereOf(ledger, input);
    const limit = wholeNumber(input, 'limit', { fallback: DEFAULT_LIMIT, min: 1, max: LARGEST_LIMIT });
    const fields = fieldsOf(ledger, input);
    const after = input.options['after'];
    const behind = typeof after === 'string' ? { after } : {};
    const page = pageOf(
      store,
      { ledger: ledger.id, where, ...sortOf(ledger, input), limit, ...behind },
      caller,
    );
    const rows = page.rows.flatMap((row) => store.get(ledger.id, row.id, caller) ?? []);
    const { total, exact } = store.total(ledger.id, where, caller);
    return { rows: rows.map((row) => printed(row, fields)), total, exact, next: page.next };
  },
});

function printed(record: StoredRecord, fields: readonly string[] | null): Readonly<Record<string, unknown>> {
  const whole = recordJson(record);
  if (fields === null) return whole;
  return {
    id: record.id,
    version: record.version,
    ...Object.fromEntries(fields.map((name) => [name, whole[name] ?? null])),
  };
}

/** Filter and order are checked before: what is left to be wrong is the place. */
function pageOf(store: Store, query: PageQuery, caller: Caller): Page {
  try {
    return store.page(query, caller);
  } catch (error) {
    if (!(error instanceof WhereError)) throw error;
    throw new UsageError(words('--after 应为上一页的 next', '--after must be `next` of the page before'));
  }
}
