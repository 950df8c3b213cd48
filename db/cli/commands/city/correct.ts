import { randomUUID } from 'node:crypto';
import type { Correction, PostgresCity } from '../../../city/api.ts';
import type { AnyLedger } from '../../../model/define-ledger.ts';
import type { Stored, Values } from '../../../model/field-kind.ts';
import { words } from '../../../model/localized.ts';
import { divisionCodeOf } from '../../../exchange/sync/unit.ts';
import type { RecordWrite, Store } from '../../../store/api.ts';
import type { Context, Input } from '../../command.ts';
import { parentCommand } from '../../exchange/open-node.ts';
import { checkedValues } from '../../exchange/stored-values.ts';
import { textOf } from '../../exchange/told.ts';
import { ledgerNamed } from '../../ledger-named.ts';
import { UsageError } from '../../refusal.ts';
import { callerOf, invalid, jsonObject, written } from '../../with-store.ts';

/** `zw city correct`: a change made at the office above, which goes down with its next answer. */
export const cityCorrectCommand = parentCommand({
  name: 'city correct',
  summary: words(
    '在市级更正、注销或恢复一条记录，随下次回执下发',
    'Corrects, removes or brings back a record at the office above; goes down with the next answer',
  ),
  positionals: ['LEDGER', 'ID', 'JSON'],
  optionalPositionals: 1,
  options: {
    town: {
      type: 'string',
      value: 'CODE',
      required: true,
      help: words('记录属于哪个下级', 'Office below whose record it is'),
    },
    remove: { type: 'string', value: 'REASON', help: words('注销，写明原因', 'Removes it, for this reason') },
    restore: { type: 'boolean', help: words('恢复已注销的记录', 'Brings a removed record back') },
  },
  prints: '{ledger, id, town}',
  run: async ({ city, store }, input, context) => {
    const ledger = ledgerNamed(input.positionals[0]);
    const [, id = '', json] = input.positionals;
    const values = json === undefined ? {} : checkedValues(ledger, jsonObject(json, 'JSON'));
    const removal = removalIn(input);
    if (Object.keys(values).length === 0 && removal === undefined)
      throw new UsageError(words('请给出 JSON、--remove 或 --restore', 'Give JSON, --remove or --restore'));
    const town = divisionCodeOf(textOf(input, 'town'));
    const wanted = { ledger, id, town, values, ...(removal === undefined ? {} : { removal }) };
    if (city !== null) await correctInCity(city, wanted, context);
    else if (store !== null) correctInStore(store, wanted, context);
    return { ledger: ledger.id, id, town };
  },
});

interface Wanted extends Omit<Correction, 'ledger' | 'values' | 'author'> {
  readonly ledger: AnyLedger;
  readonly values: Values;
}

function removalIn({ options }: Input): Correction['removal'] {
  if (options['restore'] === true) return { reason: null };
  const reason = options['remove'];
  return typeof reason === 'string' ? { reason } : undefined;
}

async function correctInCity(
  city: PostgresCity,
  { ledger, values, ...of }: Wanted,
  context: Context,
): Promise<void> {
  const stored = Object.entries(values).map(([name, value]): [string, Stored] => [
    name,
    value === null ? null : (ledger.fields[name]?.encode(value) ?? null),
  ]);
  const author = callerOf(context).name;
  const outcome = await city.correct({
    ...of,
    ledger: ledger.id,
    values: Object.fromEntries(stored),
    author,
  });
  if (!outcome.ok) throw invalid(outcome.findings);
}

/** A small city's own file: the same as `save`, `remove` and `restore-record` of its window. */
function correctInStore(
  store: Store,
  { ledger: { id: ledger }, id, values, removal }: Wanted,
  context: Context,
): void {
  const target = { ledger, id };
  const known = store.get(ledger, id, callerOf(context)) !== null;
  const writes: RecordWrite[] = [];
  if (removal?.reason === null) writes.push({ ...target, op: 'restore' });
  if (Object.keys(values).length > 0) writes.push({ ...target, op: known ? 'update' : 'create', values });
  if (typeof removal?.reason === 'string') writes.push({ ...target, op: 'remove', reason: removal.reason });
  written(store.write({ writeId: randomUUID(), caller: callerOf(context), writes }));
}
