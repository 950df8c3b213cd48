import { randomUUID } from 'node:crypto';
import type { AnyLedger } from '../../model/define-ledger.ts';
import type { Values } from '../../model/field-kind.ts';
import { words } from '../../model/localized.ts';
import { reasonText } from '../../model/reasons.ts';
import type { Caller, RecordWrite, Store } from '../../store/api.ts';
import type { Input, StoreContext } from '../command.ts';
import { ledgerNamed } from '../ledger-named.ts';
import { readValues } from '../read-values.ts';
import { UsageError } from '../refusal.ts';
import { jsonObject, storeCommand, written } from '../with-store.ts';

/** `zw save LEDGER JSON|-`: creates a record, or updates the one with this id or natural key. */
export const saveCommand = storeCommand({
  name: 'save',
  summary: words(
    '新建或修改一条记录：有 id 按 id，否则按台账的自然主键对应已有记录',
    'Creates or changes a record: by id where given, else by the natural key of the ledger',
  ),
  positionals: ['LEDGER', 'JSON|-'],
  options: {
    'write-id': {
      type: 'string',
      value: 'UUID',
      help: words(
        '写入编号；重试时用同一编号不会重复写入',
        'Id of this write; repeating it with the same id changes nothing',
      ),
    },
  },
  prints: '{id, change}',
  run: (store, input, context) => {
    const ledger = ledgerNamed(input.positionals[0]);
    const given = jsonObject(textOf(input, context), 'JSON');
    const values = readValues(ledger, given, store.names(context.language));
    const write = writeOf(store, ledger, { given, values, caller: context.caller });
    const writeId = input.options['write-id'];
    sayWarnings(store, write, context);
    const records = written(
      store.write({
        writeId: typeof writeId === 'string' ? writeId : randomUUID(),
        caller: context.caller,
        writes: [write],
      }),
    );
    return { id: records[0]?.id ?? write.id, change: records[0]?.change ?? null };
  },
});

function textOf(input: Input, context: StoreContext): string {
  const text = input.positionals[1] ?? '';
  return text === '-' ? context.readStdin() : text;
}

/** Create, or update of the record meant. A `version` in the JSON is the version the edit was based on. */
function writeOf(
  store: Store,
  ledger: AnyLedger,
  {
    given,
    values,
    caller,
  }: {
    readonly given: Readonly<Record<string, unknown>>;
    readonly values: Values;
    readonly caller: Caller;
  },
): RecordWrite {
  const named = given['id'];
  if (typeof named === 'string' && !/^[\u0020-\u{10ffff}]{1,64}$/u.test(named))
    throw new UsageError(words('id 应为 1 到 64 个字符', 'id must have 1 to 64 characters'));
  const id = typeof named === 'string' ? named : (store.findByKey(ledger.id, values, caller)?.id ?? null);
  const known = id !== null && store.get(ledger.id, id, caller) !== null;
  if (id === null || !known) return { ledger: ledger.id, id: id ?? randomUUID(), op: 'create', values };
  const base = given['version'];
  return { ledger: ledger.id, id, op: 'update', values, ...(typeof base === 'number' ? { base } : {}) };
}

function sayWarnings(store: Store, write: RecordWrite, context: StoreContext): void {
  const { findings, duplicates } = store.check(
    write.ledger,
    write.op === 'create' ? null : write.id,
    write.values ?? {},
    context.caller,
  );
  for (const f of findings.filter((finding) => finding.level === 'warning')) {
    context.say(`${f.field ?? ''} ${reasonText(f.code, f.args, context.language)}`);
  }
  for (const d of duplicates)
    context.say(`${context.language === 'en' ? 'perhaps the same' : '可能重复'}: ${d.title} ${d.id}`);
}
