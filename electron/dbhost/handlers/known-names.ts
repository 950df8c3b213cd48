import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { unknownName } from '../../../db/model/filter-names.ts';
import { ledgerById } from '../../../db/model/registry.ts';
import type { Where } from '../../../db/model/where.ts';
import type { Caller } from '../../../db/store/api.ts';
import { Refusal } from '../../contract/serve.ts';

/**
 * Refuses inputs that name a ledger or a field no definition has, so that below the edge every name is known.
 * Values to be written are left to the store, which names each broken rule.
 */
export function refuseUnknownNames(input: object): Refusal | null {
  const id = property(input, 'ledger');
  if (typeof id !== 'string') return null;
  const ledger = ledgerById.get(id);
  if (ledger === undefined) return new Refusal('invalid-input', 'unknown-ledger', { ledger: id });
  const unknown = unknownIn(ledger, input);
  return unknown === null
    ? null
    : new Refusal('invalid-input', 'unknown-field', { ledger: id, field: unknown });
}

/** Refuses every call about a sensitive ledger to who may not open it; the store would only answer with nothing. */
export function refuseClosedLedger(input: object, caller: Caller): Refusal | null {
  const id = property(input, 'ledger');
  return typeof id === 'string' && isClosed(id, caller) ? new Refusal('refused', 'sensitive-closed') : null;
}

/** True for a sensitive ledger the caller may not open. */
export const isClosed = (ledger: string | null, caller: Caller): boolean =>
  ledger !== null && caller.seesSensitive === false && ledgerById.get(ledger)?.sensitive === true;

function unknownIn(ledger: AnyLedger, input: object): string | null {
  const selected = property(input, 'selection');
  const filters = [property(input, 'where'), isObject(selected) ? property(selected, 'where') : undefined];
  for (const where of filters) {
    // What the contract has let through under this name is a filter.
    const unknown = isObject(where) ? unknownName(ledger, where as Where) : null;
    if (unknown !== null) return unknown;
  }
  return namesIn(input).find((name) => !Object.hasOwn(ledger.fields, name)) ?? null;
}

/** Fields named beside the filters. */
function namesIn(input: object): readonly string[] {
  const [sort, field, fields] = [
    property(input, 'sort'),
    property(input, 'field'),
    property(input, 'fields'),
  ];
  return [
    ...(typeof sort === 'string' ? [sort.replace(/^-/, '')] : []),
    ...(typeof field === 'string' ? [field] : []),
    ...(Array.isArray(fields) ? fields.filter((name) => typeof name === 'string') : []),
  ];
}

const isObject = (given: unknown): given is object => typeof given === 'object' && given !== null;

function property(of: object, name: string): unknown {
  return Object.hasOwn(of, name) ? Reflect.get(of, name) : undefined;
}
