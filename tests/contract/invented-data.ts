import { codeTableById } from '../../db/model/codes/code-tables.ts';
import type { AnyLedger } from '../../db/model/define-ledger.ts';
import type { Value } from '../../db/model/field-kind.ts';
import { ledgerOf } from '../../db/model/registry.ts';
import type { DocumentData, DocumentRecord } from '../../db/exchange/document/statutory/document-data.ts';

/** What stands in every text field of an invented record; nothing: the record is empty. */
export interface Invented {
  readonly text: string;
  /** Records of every kind of part. */
  readonly parts: number;
}

/** Data as a store would give them, of records all of whose fields hold the same; wrong names throw as they do there. */
export function inventedData(ledger: AnyLedger, invented: Invented): DocumentData {
  const partsOf = (whole: AnyLedger, name: string): readonly DocumentRecord[] => {
    const part = ledgerOf(name);
    if (part.partOf === undefined || part.fields[part.partOf]?.target !== whole.id)
      throw new Error(`${name} is no part of ${whole.id}`);
    return Array.from({ length: invented.parts }, () => inventedRecord(part, invented));
  };
  return {
    record: inventedRecord(ledger, invented),
    parts: (name) => partsOf(ledger, name),
    linkedParts: (field, name) => partsOf(ledgerOf(ledger.fields[field]?.target ?? ''), name),
    rows: () => [],
    titleOf: () => invented.text,
    codes: (table) => {
      const found = codeTableById.get(table);
      if (found === undefined) throw new Error(`no table ${table}`);
      return found.items;
    },
    isPractice: false,
    town: '虎门镇',
    today: '2026年11月23日',
  };
}

function inventedRecord(ledger: AnyLedger, invented: Invented): DocumentRecord {
  const isEmpty = invented.text === '';
  const known = (name: string) => {
    const field = ledger.fields[name];
    if (field === undefined) throw new Error(`${ledger.id} has no field ${name}`);
    return field;
  };
  const when = (name: string, text: string): string => {
    const { kind } = known(name);
    if (!['day', 'instant'].includes(kind)) throw new Error(`${ledger.id}.${name} is no day`);
    return isEmpty ? '' : text;
  };
  const codes = (name: string) => codeTableById.get(known(name).table ?? '')?.items ?? [];
  return {
    id: 'invented',
    title: isEmpty ? '' : invented.text,
    text: (name) => {
      known(name);
      return invented.text;
    },
    value: (name): Value => {
      const [first] = codes(name);
      if (isEmpty) return null;
      const values: Partial<Record<string, Value>> = {
        choice: first?.code ?? '',
        'multi-choice': first === undefined ? [] : [first.code],
        integer: 3,
        decimal: 300,
        money: 123_456,
        'yes-no': true,
        attachment: [],
      };
      return values[known(name).kind] ?? invented.text;
    },
    day: (name) => when(name, '2026年11月23日'),
    moment: (name) => when(name, '2026年11月23日 9时30分'),
    choices: (name) => {
      if (known(name).table === undefined) throw new Error(`${ledger.id}.${name} is no choice`);
      return codes(name).map(({ name: text }, at) => ({ name: text, isChosen: !isEmpty && at === 0 }));
    },
    files: (name) => {
      if (known(name).kind !== 'attachment') throw new Error(`${ledger.id}.${name} holds no files`);
      return [];
    },
    linked: (name) => {
      const { target } = known(name);
      if (target === undefined) throw new Error(`${ledger.id}.${name} is no link`);
      return isEmpty ? null : inventedRecord(ledgerOf(target), invented);
    },
  };
}
