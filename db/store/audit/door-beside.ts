import type { AttachmentStore, BatchStore, Caller, DeadlineStore, DueStore, ReckoningStore } from '../api.ts';
import type { DoorParts } from './door.ts';
import type { SensitiveLooks } from './sensitive-looks.ts';

/** What is due, through the door: counts of ledgers that may not be opened are left out, rows are looks. */
export function watchedDues(looks: SensitiveLooks, dues: DueStore): DueStore {
  return {
    tallies: (days, caller) => looks.opened(dues.tallies(days, caller), caller),
    wants: (caller) => looks.opened(dues.wants(caller), caller),
    byDay: (query, caller) => looks.opened(dues.byDay(query, caller), caller),
    rows: (query, caller) => {
      const rows = looks.mayOpen(query.ledger, caller) ? dues.rows(query, caller) : [];
      looks.note({ ledger: query.ledger, ids: rows.map(({ id }) => id), kind: '$list' }, caller);
      return rows;
    },
    escalations: (at, caller) => looks.opened(dues.escalations(at, caller), caller),
    escalationRows: (query, caller) => {
      const rows = looks.mayOpen(query.ledger, caller) ? dues.escalationRows(query, caller) : [];
      looks.note({ ledger: query.ledger, ids: rows.map(({ id }) => id), kind: '$list' }, caller);
      return rows;
    },
  };
}

/** Deadlines a change of the calendar concerns: all are counted and moved, those that may be seen are shown. */
export function watchedDeadlines(looks: SensitiveLooks, deadlines: DeadlineStore): DeadlineStore {
  return {
    *lookSteps(of, caller) {
      const found = yield* deadlines.lookSteps(of, caller);
      const lines = looks.opened(found.lines, caller);
      looks.noteAll(lines, '$list', caller);
      return { ...found, lines };
    },
    moveSteps: (batch, of, caller) => deadlines.moveSteps(batch, of, caller),
    settle: () => {
      deadlines.settle();
    },
  };
}

/** Reckoning anew: ledgers that may not be opened are left alone by it; what would change is shown, and that is a look. */
export function watchedReckoning(looks: SensitiveLooks, reckoning: ReckoningStore): ReckoningStore {
  return {
    ledgersOf: (rules, caller) => reckoning.ledgersOf(rules, caller),
    *lookSteps(rules, of, caller) {
      const found = yield* reckoning.lookSteps(rules, of, caller);
      looks.noteAll(found.lines, '$list', caller);
      return found;
    },
    applySteps: (batch, rules, caller) => reckoning.applySteps(batch, rules, caller),
  };
}

/** Batches through the door: their labels name files and merged records, their refused rows are rows of a ledger. */
export function watchedBatches({ core, looks }: DoorParts, batches: BatchStore): BatchStore {
  const isRefusedOpen = (id: string, caller: Caller): boolean => {
    const ledger =
      core.connection.text('SELECT ledger FROM refused_rows WHERE batch = ? LIMIT 1', id) ??
      batches.get(id, caller)?.ledger;
    return ledger === undefined ? caller.seesSensitive !== false : looks.mayOpen(ledger, caller);
  };
  return {
    start: (batch, state) => {
      batches.start(batch, state);
    },
    update: (id, state, finished) => {
      batches.update(id, state, finished);
    },
    keepRefused: (batch, blocks) => {
      batches.keepRefused(batch, blocks);
    },
    get: (id, caller) => {
      const batch = batches.get(id, caller);
      return batch !== null && looks.mayOpen(batch.ledger, caller) ? batch : null;
    },
    list: (limit, caller) =>
      caller.seesSensitive === false
        ? looks.opened(batches.list(Number.MAX_SAFE_INTEGER, caller), caller).slice(0, limit)
        : batches.list(limit, caller),
    refused: (id, caller) => (isRefusedOpen(id, caller) ? batches.refused(id, caller) : null),
  };
}

/** Pictures and scans of sensitive records: a file is named by its content, so its records are looked for. */
export function watchedAttachments(door: DoorParts, attachments: AttachmentStore): AttachmentStore {
  const { looks } = door;
  const isShown = (hash: string, caller: Caller): boolean => {
    const holders = sensitiveHolders(door, hash);
    if (!holders.every(({ ledger }) => looks.mayOpen(ledger, caller))) return false;
    looks.noteAll(holders, '$file', caller);
    return true;
  };
  return {
    put: (bytes, name, mediaType) => attachments.put(bytes, name, mediaType),
    read: (hash, caller) => (isShown(hash, caller) ? attachments.read(hash, caller) : null),
    info: (hash, caller) => (isShown(hash, caller) ? attachments.info(hash, caller) : null),
  };
}

/** Sensitive records that hold a file, removed ones too. Their ledgers are small. */
function sensitiveHolders(
  { core, looks }: DoorParts,
  hash: string,
): readonly { readonly ledger: string; readonly id: string }[] {
  return [...core.tables.values()]
    .filter((table) => looks.isSensitive(table.ledger.id))
    .flatMap((table) =>
      table.stored
        .filter(({ field }) => field.kind === 'attachment')
        .flatMap(({ name }) =>
          core.connection
            .rows(
              `SELECT id FROM ${table.ledger.id} WHERE ${name} IS NOT NULL AND instr(${name}, ?) > 0`,
              hash,
            )
            .map((row) => ({ ledger: table.ledger.id, id: String(row['id']) })),
        ),
    );
}
