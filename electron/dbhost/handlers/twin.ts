import { referencesTo } from '../../../db/model/derive/references.ts';
import { ledgerById } from '../../../db/model/registry.ts';
import type { AnyField } from '../../../db/model/define-ledger.ts';
import type { Values } from '../../../db/model/field-kind.ts';
import type { Caller } from '../../../db/store/api/caller.ts';
import type { Twins } from '../../../db/store/api/sync.ts';
import type { Store } from '../../../db/store/api.ts';
import { Refusal } from '../../contract/serve.ts';
import { fieldLabel, shownTitle } from '../exchange/labels.ts';
import type { Desk, HandlersOf } from './desk.ts';
import { problemAnswer } from './write-answer.ts';

const MOST_LISTED = 500;

/** Records that stand twice (重复记录): merged, or kept apart. */
export function createTwinHandlers(desk: Desk): HandlersOf<'twin'> {
  return {
    'twin.list': (_input, { store, caller }) =>
      store.sync.twins
        .list({ all: true, limit: MOST_LISTED }, caller)
        .flatMap((one) => (one.state === 'apart' ? [] : [row(store, { ...one, state: one.state }, caller)])),
    'twin.merge': ({ writeId, id, keep }, { store, caller }) => {
      const found = store.sync.twins.find(Number(id), caller);
      if (found === null) return new Refusal('not-found', 'twin');
      const { ledger, older, younger } = found;
      const pair = [older.id, younger.id];
      const drop = pair.find((one) => one !== keep);
      if (!pair.includes(keep) || drop === undefined) return new Refusal('invalid-input', 'not-a-twin');
      const values = filledFrom(store, { ledger, keep, drop }, caller);
      const outcome = store.sync.twins.merge({ ledger, keep, drop, values }, { writeId, caller });
      if (!outcome.ok) return problemAnswer(outcome.problem, ledger, caller);
      for (const record of outcome.records) desk.changed(record.ledger, [record.id]);
      const moved = outcome.records.filter((record) => !pair.includes(record.id)).length;
      return { moved };
    },
    'twin.part': ({ writeId, id }, { store, caller }) => {
      const found = store.sync.twins.find(Number(id), caller);
      if (found === null) return new Refusal('not-found', 'twin');
      const { ledger, no } = found;
      const outcome = store.sync.twins.part(no, { writeId, caller });
      if (!outcome.ok) return problemAnswer(outcome.problem, ledger, caller);
      const linking = referencesTo(ledger, [...ledgerById.values()]).map((reference) => reference.ledger.id);
      for (const changed of new Set([ledger, ...linking])) desk.changed(changed);
      return {};
    },
    'twin.renumber': ({ writeId, id }, { store, caller }) => {
      const found = store.sync.twins.find(Number(id), caller);
      if (found === null) return new Refusal('not-found', 'twin');
      const { ledger, younger } = found;
      const outcome = store.sync.twins.renumber(found.no, { writeId, caller });
      if (!outcome.ok) return problemAnswer(outcome.problem, ledger, caller);
      desk.changed(ledger, [younger.id]);
      // Read before: once they have different numbers they are no pair any more.
      const number = store.get(ledger, younger.id, caller)?.texts[found.number ?? ''] ?? '';
      return { number, change: outcome.records[0]?.change ?? null };
    },
    'twin.keepApart': ({ id }, { store, caller }) => {
      const found = store.sync.twins.find(Number(id), caller);
      if (found === null) return new Refusal('not-found', 'twin');
      store.sync.twins.keepApart(found.no, caller);
      return {};
    },
  };
}

function row(store: Store, twins: Twins & { readonly state: 'open' | 'merged' }, caller: Caller) {
  const { no, ledger, older, younger, foundAt, state, number } = twins;
  const pair = [older, younger].map(({ id }) => store.get(ledger, id, caller)?.texts ?? {});
  const [first = {}, second = {}] = pair;
  const fields = Object.keys(ledgerById.get(ledger)?.fields ?? {});
  return {
    id: String(no),
    records: [shownTitle(store, older, caller), shownTitle(store, younger, caller)] as const,
    differences: fields
      .filter((field) => (first[field] ?? '') !== (second[field] ?? ''))
      .map((field) => ({
        field,
        label: fieldLabel({ ledger, field }, caller),
        texts: [first[field] ?? '', second[field] ?? ''] as const,
      })),
    foundAt,
    state,
    /** What both are called by, where it is a running number: 案号. */
    number: number === null ? null : fieldLabel({ ledger, field: number }, caller),
  };
}

/** What the one that stays lacks and the one that goes has, withheld values too. */
function filledFrom(
  store: Store,
  { ledger, keep, drop }: { readonly ledger: string; readonly keep: string; readonly drop: string },
  caller: Caller,
): Values {
  const reader = { ...caller, seesMasked: true };
  const [kept, dropped] = [store.get(ledger, keep, reader), store.get(ledger, drop, reader)];
  const isEmpty = (value: unknown): boolean =>
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  const stored = Object.entries(ledgerById.get(ledger)?.fields ?? {}).filter(([, field]) => isStored(field));
  return Object.fromEntries(
    stored
      .map(([field]) => [field, dropped?.values[field] ?? null] as const)
      .filter(([field, value]) => isEmpty(kept?.values[field]) && !isEmpty(value)),
  );
}

const isStored = (field: AnyField): boolean => field.storage !== null;
