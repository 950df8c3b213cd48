import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import type { BenchTown } from '../../../db/cli/bench/bench-town.ts';
import type { Values } from '../../../db/model/field-kind.ts';
import { checkDigit } from '../../../db/model/fields/gb11643.ts';
import type { RecordWrite, StoredRecord } from '../../../db/store/api.ts';
import type { Measured } from '../figure.ts';
import type { CounterGroup } from '../group.ts';
import { withTown } from '../towns.ts';
import { counter } from './asked.ts';
import type { CountingDriver } from './counting-driver.ts';
import { PAGE_BYTES } from './page-reads.ts';

/** Saves of each kind: few enough that the log is not merged into the file between them. */
const SAVES = 20;
/** Before the pages of a write-ahead log, and before each of them (https://sqlite.org/fileformat2.html#walformat). */
const LOG_HEAD_BYTES = 32;
const FRAME_HEAD_BYTES = 24;

/** What a save asks of the file, and how many pages it writes. */
export const saveCounters: CounterGroup = {
  name: 'save',
  kind: 'counter',
  measure: ({ folder, driver }) => withTown('large', folder, (town) => saveFigures(town, driver)),
};

/** Values of the n-th save of a person. */
type Edit = (person: StoredRecord, n: number) => RecordWrite;

const update = ({ id }: StoredRecord, values: Values): RecordWrite => ({
  ledger: 'person',
  id,
  op: 'update',
  values,
});

const edits: Readonly<Record<string, { readonly edit: Edit; readonly means: string }>> = {
  plain: {
    edit: (person, n) => update(person, { remark: `入户核实${String(n)}` }),
    means: 'Saving a field that is not searched costs more.',
  },
  searched: {
    edit: (person, n) => update(person, { phone: `1540${String(1_000_000 + n * 7919)}` }),
    means: 'Saving a field of the search index costs more.',
  },
  address: {
    edit: (person, n) => update(person, { residence_address: `广东省东莞市虎门镇新建路${String(n)}号301房` }),
    means: 'Saving an address, which has the most words, costs more.',
  },
  new: { edit: neighbour, means: 'Saving a new person costs more.' },
  removed: {
    edit: ({ id }) => ({ ledger: 'person', id, op: 'remove', reason: '搬离本镇' }),
    means: 'Vacating a person costs more.',
  },
};

function saveFigures(town: BenchTown, driver: CountingDriver): readonly Measured[] {
  const people = somePeople(town);
  return Object.entries(edits).flatMap(([name, { edit, means }]) => {
    const writes = people.map(edit);
    town.store.checkpoint();
    const before = driver.counts();
    for (const write of writes) save(town, write);
    const { statements, rows } = driver.counts();
    const rest = { of: `${String(writes.length)} saves`, means };
    return [
      counter(`save.${name}.statements`, statements - before.statements, { unit: 'statements', ...rest }),
      counter(`save.${name}.rows`, rows - before.rows, { unit: 'rows', ...rest }),
      counter(`save.${name}.written`, pagesInLog(town), { unit: 'pages', ...rest }),
    ];
  });
}

function save({ store, caller }: BenchTown, write: RecordWrite): void {
  const outcome = store.write({ writeId: randomUUID(), caller, writes: [write] });
  if (!outcome.ok) throw new Error(`a save was refused: ${JSON.stringify(outcome.problem)}`);
}

/** Pages written since the log was last merged. @throws when there are none */
function pagesInLog({ store }: BenchTown): number {
  const { size } = statSync(`${store.info.file}-wal`);
  const pages = (size - LOG_HEAD_BYTES) / (FRAME_HEAD_BYTES + PAGE_BYTES);
  if (!Number.isInteger(pages) || pages < 1) throw new Error(`a log of ${String(size)} bytes`);
  return pages;
}

/** People spread over the town. */
function somePeople({ store, caller }: BenchTown): readonly StoredRecord[] {
  const { total } = store.total('person', {});
  return Array.from({ length: SAVES }, (_, i) => {
    const offset = Math.floor((total * i) / SAVES);
    const row = store.page({ ledger: 'person', where: {}, offset, limit: 1, fields: [] }, caller).rows[0];
    const record = row === undefined ? null : store.get('person', row.id, caller);
    if (record === null) throw new Error('the town has no people');
    return record;
  });
}

/** Fields that are nobody else's. */
const OWN = new Set(['name', 'doc_no', 'phone', 'former_name', 'unit']);

/** Somebody new who lives and comes from where this person does. */
function neighbour({ values }: StoredRecord, n: number): RecordWrite {
  const kept = Object.entries(values).filter(([name]) => !OWN.has(name));
  const birth = String(values['birth_date']).replaceAll('-', '');
  // Odd for men (GB 11643); an area the generator of towns does not reach.
  const body = `999999${birth}${String(2 * n + (values['sex'] === '1' ? 1 : 0)).padStart(3, '0')}`;
  return {
    ledger: 'person',
    id: randomUUID(),
    op: 'create',
    values: { ...Object.fromEntries(kept), name: `欧阳新${String(n)}`, doc_no: body + checkDigit(body) },
  };
}
