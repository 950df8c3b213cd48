import type { AnyLedger } from '../../../model/define-ledger.ts';
import type { SearchEntries } from '../../../model/derive/search-entries.ts';
import { reasonText } from '../../../model/reasons.ts';
import type { Caller, RecordWrite, Store, WriteProblem } from '../../../store/api.ts';
import { RowAssessor } from './assess-row.ts';
import { rowsOf, type MappedChunk } from './chunk.ts';
import type { Failures } from './failures.ts';
import type { ImportState } from './import-state.ts';
import {
  cellSeparator,
  type ImportError,
  type MappedRow,
  type RowProblem,
  type SheetHead,
} from './import-types.ts';
import { idFrom } from './made-ids.ts';

/** What one run over a sheet needs. */
export interface RunInput {
  readonly store: Store;
  readonly ledger: AnyLedger;
  readonly caller: Caller;
  readonly batch: string;
  readonly dryRun: boolean;
  readonly now: () => Date;
  readonly head: SheetHead;
  readonly today: string;
  /** Where the import stands; rows up to `lastRow` were done before. */
  readonly state: ImportState;
  readonly failures: Failures;
}

interface PlannedWrite {
  readonly row: MappedRow;
  /** Place of the row in its chunk. */
  readonly place: number;
  readonly write: RecordWrite;
  /** Its values are those its words and keys were found of. */
  readonly isAsMapped: boolean;
}

/**
 * Chunks made durable together. Each row goes to some ten places of the indexes, so a transaction of 2,000 rows writes
 * as many pages as one of 20,000: 200,000 people took 16 s of writing chunk by chunk and 9 s by ten.
 */
const SETTLED_CHUNKS = 10;

/** Records of a sheet for which the store makes ready. */
const MANY_RECORDS = 10_000;

/** Longest piece of a cell's text repeated in an error. */
const SHOWN_CHARACTERS = 100;

/** Takes the chunks of one sheet and writes what is good. */
export class ImportRun {
  state: ImportState;
  readonly #input: RunInput;
  readonly #assessor: RowAssessor;
  readonly #doneBefore: number;
  /** Chunks taken since the last were made durable. */
  #unsettled = 0;
  /** The store knows that many records come. */
  #isMoreTold = false;
  /** The state of the batch in the store is not this one yet. */
  #isUnsaved = false;

  constructor(input: RunInput) {
    this.#input = input;
    this.state = input.state;
    this.#doneBefore = input.state.lastRow;
    this.#assessor = new RowAssessor(input);
    input.failures.headers = input.head.headers;
  }

  /** 1-based row of the titles. */
  get headerRow(): number {
    return this.#input.head.headerRow;
  }

  /**
   * Judges and writes one chunk. Synchronous: nobody else can write in between. It is durable with the state of its
   * batch when its group of chunks is full, or somebody else writes, or after `settle`.
   */
  take(chunk: MappedChunk): void {
    const planned: PlannedWrite[] = [];
    const counts = { ...this.state.counts };
    let place = -1;
    for (const row of rowsOf(chunk)) {
      place += 1;
      const verdict = this.#assessor.assess(row);
      if (verdict.kind === 'bad') this.#refuse(row, verdict.problems);
      // Rows done before the import was cut off are judged again only to list their failures.
      if (row.row <= this.#doneBefore) continue;
      counts.read += 1;
      if (verdict.kind === 'bad') counts.rejected += 1;
      else if (verdict.kind === 'same') counts.unchanged += 1;
      // Nothing will be written: a million rows must not be kept, not even a chunk of them at a time.
      else if (this.#input.dryRun) counts[verdict.write.op === 'create' ? 'created' : 'updated'] += 1;
      else planned.push({ row, place, write: verdict.write, isAsMapped: verdict.isAsMapped });
    }
    const lastRow = Math.max(this.state.lastRow, chunk.rows.at(-1) ?? 0);
    if (lastRow <= this.#doneBefore) return;
    this.#finish(planned, chunk, { ...this.state, counts, lastRow });
    this.#unsettled += 1;
    if (this.#unsettled >= SETTLED_CHUNKS) this.settle();
    this.#tellStore(Math.max(0, chunk.lastRow - lastRow));
  }

  /** What comes is told with the first chunk, when the sheet says so, and else when much has come. */
  #tellStore(coming: number): void {
    const { store, ledger, dryRun } = this.#input;
    const { created } = this.state.counts;
    if (dryRun || this.#isMoreTold || created + coming < MANY_RECORDS) return;
    this.#isMoreTold = true;
    store.expectMore(ledger.id, created, coming);
  }

  /** Makes everything taken durable; throws `StorageError` when the store lost some of it. */
  settle(): void {
    const { store, batch, dryRun } = this.#input;
    this.#unsettled = 0;
    if (dryRun) return;
    store.settle(batch);
    if (this.#isUnsaved) store.batches.update(batch, this.state, false);
    this.#isUnsaved = false;
  }

  /** Rows the store refuses (a key taken meanwhile) are named and left out until the rest goes in. */
  #finish(planned: readonly PlannedWrite[], { entries }: MappedChunk, base: ImportState): void {
    let rest = planned;
    let rejected = 0;
    for (;;) {
      const next = withWrites(base, rest, rejected);
      const problem = this.#write(rest, entries, next);
      if (problem === null) {
        this.state = next;
        return;
      }
      const refused = rest[problem.index];
      if (!refused)
        throw new Error(`the store refused write ${String(problem.index)} of ${String(rest.length)}`);
      this.#refuse(refused.row, problemsOf(problem, this.#input.head));
      rest = rest.filter((p) => p !== refused);
      rejected += 1;
    }
  }

  #write(planned: readonly PlannedWrite[], entries: SearchEntries, state: ImportState): WriteProblem | null {
    const { store, batch, caller, dryRun } = this.#input;
    if (dryRun) return null;
    this.#isUnsaved = planned.length === 0;
    if (this.#isUnsaved) return null;
    const outcome = store.write({
      writeId: idFrom(batch, String(state.lastRow), String(planned.length)),
      caller,
      writes: planned.map((p) => p.write),
      batch,
      batchState: state,
      checked: true,
      // A row that took something over has other words than the reading thread found.
      ...(planned.every((p) => p.isAsMapped) && {
        found: { entries, places: planned.map((p) => p.place) },
      }),
      held: true,
    });
    return outcome.ok ? null : outcome.problem;
  }

  #refuse(row: MappedRow, found: readonly RowProblem[]): void {
    const problems = found.toSorted((a, b) => a.column - b.column);
    const cells = row.raw.split(cellSeparator);
    const named = problems.map((p) => this.#inWords(row.row, cells, p));
    const failed = {
      row: row.row,
      cells,
      problems: problems.map((p, i) => ({
        column: p.column,
        code: p.code,
        title: named[i]?.column ?? '',
        reason: named[i]?.reason ?? '',
      })),
    };
    this.#input.failures.add(failed, named);
  }

  #inWords(row: number, cells: readonly string[], problem: RowProblem): ImportError {
    const { ledger, caller, head } = this.#input;
    const label =
      problem.field === null ? '' : (ledger.fields[problem.field]?.label[caller.language] ?? problem.field);
    return {
      row,
      column: head.headers[problem.column] ?? label,
      field: problem.field,
      value: [...(cells[problem.column] ?? '')].slice(0, SHOWN_CHARACTERS).join(''),
      code: problem.code,
      reason: reasonText(problem.code, problem.args ?? undefined, caller.language),
    };
  }
}

function withWrites(base: ImportState, planned: readonly PlannedWrite[], rejected: number): ImportState {
  const created = planned.filter((p) => p.write.op === 'create').length;
  const { counts } = base;
  return {
    ...base,
    counts: {
      ...counts,
      created: counts.created + created,
      updated: counts.updated + planned.length - created,
      rejected: counts.rejected + rejected,
    },
  };
}

/** The store's refusal of one write as problems of its row. */
function problemsOf(problem: WriteProblem, head: SheetHead): RowProblem[] {
  const columnOf = (field: string | null): number => (field === null ? -1 : head.fields.indexOf(field));
  switch (problem.code) {
    case 'invalid':
      return problem.findings.map((f) => ({
        column: columnOf(f.field),
        field: f.field,
        code: f.code,
        args: f.args ?? null,
      }));
    case 'key-taken':
      return [{ column: -1, field: null, code: 'key-taken', args: { title: problem.holder.title } }];
    case 'conflict':
      return problem.fields.map(({ field, theirUser }) => ({
        column: columnOf(field),
        field,
        code: 'rule-broken' as const,
        args: { text: `${theirUser}: ${field}` },
      }));
    default:
      return [{ column: -1, field: null, code: 'rule-broken', args: { text: problem.code } }];
  }
}
