import type { Caller, RecordTitle } from '../api.ts';
import type { QuarantinedRow, SyncStore } from '../api/sync.ts';
import { sumOfCounts } from '../../model/sync/ledger-counts.ts';
import type { LookKind, SensitiveLooks } from './sensitive-looks.ts';

/**
 * The exchange through the door: what of conflicts, records standing twice, rows sent back and rows that wait is shown.
 * What goes into packages is sealed for another office and shown to nobody here.
 */
export function watchedSync(looks: SensitiveLooks, sync: SyncStore): SyncStore {
  return {
    get node() {
      return sync.node;
    },
    facts: sync.facts,
    documents: sync.documents,
    outgoing: sync.outgoing,
    incoming: sync.incoming,
    receipts: sync.receipts,
    files: sync.files,
    previewSteps: (selection) => sync.previewSteps(selection),
    waiting: (peer) => sync.waiting(peer),
    states: watchedStates(looks, sync.states),
    conflicts: watchedConflicts(looks, sync.conflicts),
    quarantine: watchedQuarantine(looks, sync.quarantine),
    twins: watchedTwins(looks, sync.twins),
    origins: {
      counts: () => sync.origins.counts(),
      *rows(ledger, caller) {
        if (!looks.mayOpen(ledger, caller)) return;
        for (const row of sync.origins.rows(ledger, caller)) {
          looks.note({ ledger, ids: [row.id], kind: '$list' }, caller);
          yield row;
        }
      },
    },
    replies: watchedReplies(looks, sync.replies),
    sticks: sync.sticks,
  };
}

const notFound = { ok: false, problem: { code: 'not-found', index: 0 } } as const;

/** A list of at most `limit` entries that the caller may open, the looks at them written down. */
function shownOf<T>(
  looks: SensitiveLooks,
  list: (limit: number) => readonly T[],
  how: {
    readonly limit: number;
    readonly caller: Caller;
    readonly kind: LookKind;
    readonly records: (one: T) => readonly Pick<RecordTitle, 'ledger' | 'id'>[];
    readonly isOpen?: (one: T) => boolean;
  },
): readonly T[] {
  const { limit, caller, kind, records, isOpen = () => true } = how;
  // The limit counts what is shown: for who sees not all, all are read.
  const shown =
    caller.seesSensitive === false
      ? list(Number.MAX_SAFE_INTEGER)
          .filter((one) => isOpen(one) && records(one).every(({ ledger }) => looks.mayOpen(ledger, caller)))
          .slice(0, limit)
      : list(limit);
  looks.noteAll(shown.flatMap(records), kind, caller);
  return shown;
}

/** Answers to cases: as open as the cases are. */
function watchedReplies(looks: SensitiveLooks, replies: SyncStore['replies']): SyncStore['replies'] {
  return {
    of: (ledger, id, caller) => (looks.mayOpen(ledger, caller) ? replies.of(ledger, id, caller) : []),
    possible: (ledger, id, caller) =>
      looks.mayOpen(ledger, caller) ? replies.possible(ledger, id, caller) : null,
    waiting: (caller) => {
      const shown = replies.waiting(caller).filter(({ ledger }) => looks.mayOpen(ledger, caller));
      looks.noteAll(shown, '$list', caller);
      return shown;
    },
    answer: (request) => (looks.mayOpen(request.ledger, request.caller) ? replies.answer(request) : notFound),
  };
}

const itself = <T extends Pick<RecordTitle, 'ledger' | 'id'>>(one: T) => [one];

function watchedStates(looks: SensitiveLooks, states: SyncStore['states']): SyncStore['states'] {
  const all = { limit: Number.MAX_SAFE_INTEGER, kind: '$returned', records: itself } as const;
  return {
    of: (ledger, ids) => states.of(ledger, ids),
    pending: () => states.pending(),
    returned: (caller) => shownOf(looks, () => states.returned(caller), { ...all, caller }),
    returnedCounts: (caller, peer) => looks.opened(states.returnedCounts(caller, peer), caller),
    duplicates: (caller) => shownOf(looks, () => states.duplicates(caller), { ...all, caller }),
    unanswered: () => states.unanswered(),
  };
}

function watchedConflicts(looks: SensitiveLooks, conflicts: SyncStore['conflicts']): SyncStore['conflicts'] {
  const find: SyncStore['conflicts']['find'] = (no, caller) => {
    const found = conflicts.find(no, caller);
    return found !== null && looks.mayOpen(found.ledger, caller) ? found : null;
  };
  return {
    list: ({ all, limit }, caller) =>
      shownOf(looks, (most) => conflicts.list({ all, limit: most }, caller), {
        limit,
        caller,
        kind: '$conflict',
        records: itself,
      }),
    find: (no, caller) => {
      const found = find(no, caller);
      if (found !== null) looks.noteAll([found], '$conflict', caller);
      return found;
    },
    counts: (caller) => looks.opened(conflicts.counts(caller), caller),
    resolve: (no, choice, request) =>
      find(no, request.caller) === null ? notFound : conflicts.resolve(no, choice, request),
  };
}

function watchedQuarantine(
  looks: SensitiveLooks,
  quarantine: SyncStore['quarantine'],
): SyncStore['quarantine'] {
  const isOpen = (row: Pick<QuarantinedRow, 'isSensitive' | 'ledger'>, caller: Caller): boolean =>
    caller.seesSensitive !== false || (!row.isSensitive && looks.mayOpen(row.ledger, caller));
  const counts: SyncStore['quarantine']['counts'] = (caller) =>
    quarantine.counts(caller).filter((one) => isOpen(one, caller));
  return {
    list: (limit, caller) =>
      shownOf(looks, (most) => quarantine.list(most, caller), {
        limit,
        caller,
        kind: '$returned',
        records: itself,
        isOpen: (row) => isOpen(row, caller),
      }),
    counts,
    retry: (caller) => {
      const before = sumOfCounts(counts(caller));
      quarantine.retry(caller);
      const left = sumOfCounts(counts(caller));
      return { taken: before - left, left };
    },
    correct: (no, values, caller) => {
      const isClosed =
        caller.seesSensitive === false &&
        quarantine.list(Number.MAX_SAFE_INTEGER, caller).some((row) => row.no === no && !isOpen(row, caller));
      return isClosed ? false : quarantine.correct(no, values, caller);
    },
  };
}

function watchedTwins(looks: SensitiveLooks, twins: SyncStore['twins']): SyncStore['twins'] {
  const find: SyncStore['twins']['find'] = (no, caller) => {
    const found = twins.find(no, caller);
    return found !== null && looks.mayOpen(found.ledger, caller) ? found : null;
  };
  return {
    list: ({ all, limit }, caller) =>
      shownOf(looks, (most) => twins.list({ all, limit: most }, caller), {
        limit,
        caller,
        kind: '$twin',
        records: ({ older, younger }) => [older, younger],
      }),
    find: (no, caller) => {
      const found = find(no, caller);
      if (found !== null) looks.noteAll([found.older, found.younger], '$twin', caller);
      return found;
    },
    counts: (caller) => looks.opened(twins.counts(caller), caller),
    merge: (of, request) => (looks.mayOpen(of.ledger, request.caller) ? twins.merge(of, request) : notFound),
    renumber: (no, request) => (find(no, request.caller) === null ? notFound : twins.renumber(no, request)),
    part: (no, request) => (find(no, request.caller) === null ? notFound : twins.part(no, request)),
    keepApart: (no, caller) => {
      if (find(no, caller) !== null) twins.keepApart(no, caller);
    },
  };
}
