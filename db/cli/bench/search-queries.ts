import { readingsOf } from '../../model/derive/pinyin.ts';
import { type Random, seededRandom } from '../../practice/random.ts';
import type { StoredRecord } from '../../store/api.ts';
import type { BenchTown } from './bench-town.ts';

/** A query with what it was made from. */
export interface BenchQuery {
  readonly kind: QueryKind;
  readonly text: string;
  /** The record it was taken from: it must be among the hits, or there must be more hits than asked for. */
  readonly ledger: string;
  readonly id: string;
}

/** Kinds of query in the order they are mixed: every way of finding somebody that the product promises. */
export const queryKinds = [
  'whole name',
  'part of name',
  'surname only',
  'full pinyin',
  'begun pinyin',
  'initials',
  'id number',
  'id number head',
  'id number tail',
  'phone',
  'phone tail',
  'address fragment',
  'name and address',
  'unit name',
  'grid code',
] as const;
type QueryKind = (typeof queryKinds)[number];

/**
 * Queries of every kind in turn, made from so many records of a ledger, spread over the whole town; the same for the same
 * town.
 */
export function searchQueries(
  town: BenchTown,
  count: number,
  records = USUAL_RECORDS,
): readonly BenchQuery[] {
  const random = seededRandom(17);
  const samples = {
    person: sample(town, { ledger: 'person', records, random }),
    unit: sample(town, { ledger: 'unit', records, random }),
    grid: sample(town, { ledger: 'grid', records, random }),
  };
  return Array.from({ length: count }, (_, i) => {
    const kind = queryKinds[i % queryKinds.length] ?? 'whole name';
    const ledger = kind === 'unit name' ? 'unit' : kind === 'grid code' ? 'grid' : 'person';
    const records = samples[ledger];
    // A record may lack what the kind needs (no phone): the next one that has it is taken.
    for (let k = 0; k < records.length; k++) {
      const record = records[(i + k) % records.length];
      const text = record === undefined ? '' : queryText(kind, record);
      if (record !== undefined && text !== '') return { kind, text, ledger, id: record.id };
    }
    throw new Error(`no record to make a query "${kind}" from`);
  });
}

const USUAL_RECORDS = 40;

interface Sampling {
  readonly ledger: string;
  readonly records: number;
  readonly random: Random;
}

/** Records at places spread over the ledger. */
function sample(town: BenchTown, { ledger, records, random }: Sampling): readonly StoredRecord[] {
  const { store, caller } = town;
  const { total } = store.total(ledger, {});
  return Array.from({ length: records }, () => random.below(Math.max(1, total))).flatMap((offset) => {
    const row = store.page({ ledger, where: {}, offset, limit: 1, fields: [] }, caller).rows[0];
    return row === undefined ? [] : (store.get(ledger, row.id, caller) ?? []);
  });
}

const textOf = (record: StoredRecord, field: string): string => {
  const value = record.values[field];
  return typeof value === 'string' ? value : '';
};

const makers: Readonly<Record<QueryKind, (record: StoredRecord) => string>> = {
  'whole name': (r) => textOf(r, 'name'),
  'part of name': (r) => [...textOf(r, 'name')].slice(-2).join(''),
  'surname only': (r) => [...textOf(r, 'name')][0] ?? '',
  'full pinyin': (r) => readingsOf(textOf(r, 'name'))[0]?.pinyin ?? '',
  'begun pinyin': (r) => (readingsOf(textOf(r, 'name'))[0]?.pinyin ?? '').slice(0, 5),
  initials: (r) => readingsOf(textOf(r, 'name')).at(-1)?.initials ?? '',
  'id number': (r) => textOf(r, 'doc_no'),
  'id number head': (r) => textOf(r, 'doc_no').slice(0, 14),
  'id number tail': (r) => textOf(r, 'doc_no').slice(-6),
  phone: (r) => textOf(r, 'phone'),
  'phone tail': (r) => textOf(r, 'phone').slice(-4),
  'address fragment': (r) =>
    textOf(r, 'residence_address')
      .replace(/^.*(?:社区|村)/, '')
      .replace(/\d+层.*$/, ''),
  'name and address': (r) =>
    `${textOf(r, 'name')} ${textOf(r, 'residence_address')
      .replace(/^.*(?:社区|村)/, '')
      .slice(0, 4)}`,
  'unit name': (r) => textOf(r, 'name').replace('东莞市', '').slice(0, 4),
  'grid code': (r) => textOf(r, 'code'),
};

/** A query a person would type: names of many parts and numbers without letters are as good as any. */
function queryText(kind: QueryKind, record: StoredRecord): string {
  const text = makers[kind](record);
  return [...text].length > 30 ? '' : text;
}
