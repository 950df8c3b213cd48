import type { Language } from '../../model/localized.ts';
import {
  handedUp,
  planReply,
  possibleReplies,
  toldReply,
  type ReplyFacts,
} from '../../model/workflow/reply.ts';
import type { SuperiorSpec, WorkflowSpec } from '../../model/workflow/workflow-spec.ts';
import type { WriteProblem } from '../api.ts';
import type { CaseReplies } from '../api/sync.ts';
import { tableOf } from '../repository/core.ts';
import type { Kept, LedgerTable } from '../repository/ledger-table.ts';
import { firstOutcome, write } from '../repository/write.ts';
import { isCity, type SyncParts } from './sync-parts.ts';

/** Answers of this office to cases that offices below handed up to it; see `CaseReplies`. */
export function caseReplies(parts: SyncParts): CaseReplies {
  const { core } = parts;
  return {
    of: (ledger, id) => {
      const found = answeredLedger(tableOf(core, ledger));
      return found === null ? [] : repliesTo(parts, found, id).map((kept) => toldReply(kept.id, kept.values));
    },
    possible: (ledger, id) => {
      const found = answeredLedger(tableOf(core, ledger));
      const kept = found?.table.byId(id) ?? null;
      if (found === null || kept === null || !isHandedUpHere(parts, found.table, kept)) return null;
      if (kept.values[found.workflow.state] !== found.superior.state) return null;
      return possibleReplies(found.table.ledger, factsFor(parts, found, { kept }));
    },
    waiting: () => [...core.tables.values()].flatMap((table) => waitingIn(parts, table)),
    answer: ({ ledger, id, replyId, writeId, caller, ...reply }) => {
      const repeated = firstOutcome(core.connection, writeId);
      if (repeated !== null) return { ok: true, records: repeated, repeated: true };
      const found = answeredLedger(tableOf(core, ledger));
      const kept = found?.table.byId(id) ?? null;
      if (found === null || kept === null) return { ok: false, problem: { code: 'not-found', index: 0 } };
      if (!isHandedUpHere(parts, found.table, kept)) {
        const findings = [{ field: null, code: 'reply-not-here', level: 'error' }] as const;
        return { ok: false, problem: { code: 'invalid', index: 0, findings } };
      }
      const replies = tableOf(core, found.superior.replies);
      const facts = factsFor(parts, found, { kept, language: caller.language, documents: reply.documents });
      const planned = planReply({ ledger: found.table.ledger, replies: replies.ledger }, reply, facts);
      if ('findings' in planned)
        return { ok: false, problem: { code: 'invalid', index: 0, findings: planned.findings } };
      const { id: into } = replies.ledger;
      const writes = [{ ledger: into, id: replyId, op: 'create', values: planned.values }] as const;
      return write(core, { writeId, caller, acts: true, writes });
    },
  };
}

/** A ledger whose cases are handed up. */
export interface Answered {
  readonly table: LedgerTable;
  readonly workflow: WorkflowSpec;
  readonly superior: SuperiorSpec;
}

/** The same table when its cases can be handed up, else `null`. */
export function answeredLedger(table: LedgerTable): Answered | null {
  const { workflow } = table.ledger;
  return workflow?.superior === undefined ? null : { table, workflow, superior: workflow.superior };
}

/** This office is a city, and an office below brought the case. */
function isHandedUpHere(parts: SyncParts, table: LedgerTable, kept: Kept): boolean {
  return isCity(parts.unit.code) && sourceOf(parts, table, kept.rid) !== null;
}

/** Why a city takes no step with a case handed up to it: it answers, and its steps are taken below. `null`: it is not with it. */
export function answerInstead(
  core: SyncParts['core'],
  { ledger, id }: { readonly ledger: string; readonly id: string },
): WriteProblem | null {
  const found = answeredLedger(tableOf(core, ledger));
  const kept = found?.table.byId(id) ?? null;
  if (found === null || kept === null) return null;
  const isHandedUp = kept.values[found.workflow.state] === found.superior.state;
  if (!isHandedUp || sourceOf({ core }, found.table, kept.rid) === null) return null;
  return { code: 'invalid', index: 0, findings: [{ field: null, code: 'reply-here', level: 'error' }] };
}

/** Node that first brought a record here; `null`: it was entered here. */
export function sourceOf({ core }: Pick<SyncParts, 'core'>, table: LedgerTable, rid: number): string | null {
  return core.connection.text(
    `SELECT w.source FROM change_log c JOIN write_log w ON w.no = c.write
     WHERE c.ledger = ? AND c.rid = ? AND c.op = 'create'`,
    table.no,
    rid,
  );
}

function repliesTo({ core }: SyncParts, { superior }: Answered, id: string): readonly Kept[] {
  const replies = tableOf(core, superior.replies);
  const where = 'WHERE case_record = ? AND removed_at IS NULL ORDER BY replied_at, rid';
  return core.connection.rows(replies.select(where), id).map((row) => replies.decode(row));
}

function factsFor(
  parts: SyncParts,
  found: Answered,
  {
    kept,
    language = 'zh',
    documents = [],
  }: { readonly kept: Kept; readonly language?: Language; readonly documents?: readonly string[] },
): ReplyFacts {
  const { core, unit } = parts;
  return {
    id: kept.id,
    row: kept.values,
    isRemoved: kept.removedAt !== null,
    earlier: repliesTo(parts, found, kept.id),
    kept: new Set(documents.filter((hash) => isKept(core, hash))),
    office: unit.name,
    now: core.now(),
    names: core.names(language),
  };
}

const isKept = ({ connection }: SyncParts['core'], hash: string): boolean =>
  connection.text('SELECT hash FROM attachment WHERE hash = ?', hash) !== null;

function waitingIn(parts: SyncParts, table: LedgerTable): ReturnType<CaseReplies['waiting']> {
  const found = answeredLedger(table);
  if (found === null || !isCity(parts.unit.code)) return [];
  const { workflow, superior } = found;
  const where = `WHERE ${workflow.state} = ? AND removed_at IS NULL ORDER BY ${superior.since}, rid`;
  return parts.core.connection.rows(table.select(where), superior.state).flatMap((row) => {
    const kept = table.decode(row);
    const source = sourceOf(parts, table, kept.rid);
    const waiting = source === null ? null : handedUp(table.ledger, factsFor(parts, found, { kept }));
    return source === null || waiting === null ? [] : [{ ...waiting, source }];
  });
}
