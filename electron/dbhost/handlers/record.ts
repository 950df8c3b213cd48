import type { Values } from '../../../db/model/field-kind.ts';
import type { Caller, RecordWrite, Store } from '../../../db/store/api.ts';
import { Refusal } from '../../contract/serve.ts';
import type { Asking } from '../asking.ts';
import { defined } from '../defined.ts';
import type { Desk, HandlersOf } from './desk.ts';
import { toWhere } from './to-where.ts';
import { recordStates } from '../exchange/record-states.ts';
import { unitNames } from '../exchange/unit-names.ts';
import { findingText, isWithheld, withheldFields, writtenRecord } from './write-answer.ts';

/** Calls about one record or a list of them. */
export function createRecordHandlers(desk: Desk): HandlersOf<'record' | 'change'> {
  return { ...reading(), ...looking(), ...writing(desk) };
}

type Handlers = HandlersOf<'record' | 'change'>;

function reading(): Pick<
  Handlers,
  'record.page' | 'record.total' | 'record.get' | 'record.history' | 'record.related' | 'record.states'
> {
  return {
    'record.page': ({ where, ...query }, { store, caller }) =>
      store.page({ ...defined(query), where: toWhere(where) }, caller),
    'record.total': ({ ledger, where }, { store, caller }) => store.total(ledger, toWhere(where), caller),
    'record.get': ({ ledger, id }, { store, caller }) => store.get(ledger, id, caller),
    'record.history': async ({ ledger, id }, asking) => {
      const { store, caller } = asking;
      const unitOf = await unitNames(asking);
      return store.history(ledger, id, caller).map(({ node, ...change }) => ({
        ...change,
        unit: node === null || node === store.sync.node ? '' : unitOf(node),
      }));
    },
    'record.states': ({ ledger, ids }, asking) => recordStates(asking, ledger, ids),
    'record.related': ({ ledger, id }, { store, caller }) => store.related(ledger, id, caller),
  };
}

function looking(): Pick<Handlers, 'record.reveal' | 'record.check' | 'record.suggest' | 'record.options'> {
  return {
    'record.reveal': ({ ledger, id, field }, { store, caller }) => {
      const record = store.get(ledger, id, { ...caller, seesMasked: true });
      if (record === null) return new Refusal('not-found', 'record');
      store.logView({ ledger, id, field }, caller);
      return { value: record.values[field] ?? null, text: record.texts[field] ?? '' };
    },
    'record.check': ({ ledger, id, values, emptied }, { store, caller }) => {
      const entered = touched(store, { ledger, id, values, emptied }, caller);
      const { findings, filled, duplicates } = store.check(ledger, id, entered, caller);
      return {
        findings: findings.map((finding) => findingText(finding, caller)),
        filled: id === null ? filled : withoutWithheld(ledger, { filled, entered }, caller),
        duplicates,
      };
    },
    'record.suggest': ({ ledger, field, text }, { store }) => store.suggest(ledger, field, text),
    'record.options': ({ ledger, text, limit }, { store, caller }) =>
      store.options(ledger, text, limit, caller),
  };
}

function writing(
  desk: Desk,
): Pick<Handlers, 'record.save' | 'record.remove' | 'record.restore' | 'change.undo'> {
  const one = (writeId: string, write: RecordWrite, { store, caller }: Asking) => {
    const outcome = store.write({ writeId, caller, writes: [write] });
    const written = writtenRecord(outcome, { ledger: write.ledger, caller });
    if (written instanceof Refusal) return written;
    // Beside the record those that follow it: the person a visit was paid to.
    for (const { ledger, id, change } of outcome.ok ? outcome.records : [])
      if (change !== null) desk.changed(ledger, [id]);
    return { id: written.id, version: written.version, change: written.change };
  };
  return {
    'record.save': ({ writeId, ledger, id, base, values, emptied }, asking) => {
      const isNew = base === 0;
      const kept = isNew ? values : touched(asking.store, { ledger, id, values, emptied }, asking.caller);
      const write = { ledger, id, values: kept };
      return one(writeId, isNew ? { ...write, op: 'create' } : { ...write, op: 'update', base }, asking);
    },
    'record.remove': ({ writeId, ledger, id, base, reason }, asking) =>
      one(writeId, { ledger, id, op: 'remove', base, reason }, asking),
    'record.restore': ({ writeId, ledger, id }, asking) =>
      one(writeId, { ledger, id, op: 'restore' }, asking),
    'change.undo': ({ writeId, change }, { store, caller }) => {
      const outcome = store.undo(change, writeId, caller);
      const [record] = outcome.ok ? outcome.records : [];
      const written = writtenRecord(outcome, { ledger: record?.ledger ?? '', caller });
      if (written instanceof Refusal) return written;
      // All that went back with it: a move touches several ledgers.
      for (const other of outcome.ok ? outcome.records : []) desk.changed(other.ledger, [other.id]);
      return { ledger: written.ledger, id: written.id, version: written.version, change: written.change };
    },
  };
}

interface Edit {
  readonly ledger: string;
  readonly id: string | null;
  readonly values: Values;
  /** Withheld fields whose `null` is meant. */
  readonly emptied: readonly string[] | undefined;
}

/**
 * The values somebody really entered. A withheld value arrives as `null` in `record.get`, so a `null` sent back for it
 * means "not touched": nobody empties what he has not seen, unless the field is named as emptied.
 */
function touched(store: Store, { ledger, id, values, emptied = [] }: Edit, caller: Caller): Values {
  if (id === null) return values;
  const withheld = withheldFields(store, { ledger, id }, caller).filter((field) => !emptied.includes(field));
  return Object.fromEntries(
    Object.entries(values).filter(([field, value]) => value !== null || !withheld.includes(field)),
  );
}

/** A check of a stored record reads its whole row; what the caller may not see and did not enter stays here. */
function withoutWithheld(
  ledger: string,
  { filled, entered }: { readonly filled: Values; readonly entered: Values },
  caller: Caller,
): Values {
  return Object.fromEntries(
    Object.entries(filled).filter(
      ([field]) => Object.hasOwn(entered, field) || !isWithheld(ledger, field, caller),
    ),
  );
}
