import { ledgerById } from '../../../db/model/registry.ts';
import { removedKey, type Caller } from '../../../db/store/api.ts';
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
  const unknown = namesIn(input).find((name) => !Object.hasOwn(ledger.fields, name));
  return unknown === undefined
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

function namesIn(input: object): readonly string[] {
  const selected = property(input, 'selection');
  const filters = [property(input, 'where'), isObject(selected) ? property(selected, 'where') : undefined];
  const [sort, field, fields] = [
    property(input, 'sort'),
    property(input, 'field'),
    property(input, 'fields'),
  ];
  return [
    ...filters
      .flatMap((where) => (isObject(where) ? namesOfFilter(where) : []))
      .filter((name) => name !== removedKey),
    ...(typeof sort === 'string' ? [sort.replace(/^-/, '')] : []),
    ...(typeof field === 'string' ? [field] : []),
    ...(Array.isArray(fields) ? fields.filter((name) => typeof name === 'string') : []),
  ];
}

/** Fields of a filter, those its entries compare with among them. */
const namesOfFilter = (where: object): readonly string[] => [
  ...Object.keys(where),
  ...Object.values(where).flatMap(comparedNames),
];

function comparedNames(entry: unknown): readonly string[] {
  if (!isObject(entry) || Array.isArray(entry)) return [];
  const and = property(entry, 'and');
  return [
    ...[property(entry, 'notAfter'), property(entry, 'after')].filter((name) => typeof name === 'string'),
    ...(Array.isArray(and) ? and.flatMap(comparedNames) : []),
  ];
}

const isObject = (given: unknown): given is object => typeof given === 'object' && given !== null;

function property(of: object, name: string): unknown {
  return Object.hasOwn(of, name) ? Reflect.get(of, name) : undefined;
}
