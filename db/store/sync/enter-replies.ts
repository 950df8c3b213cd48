import type { AnyLedger } from '../../model/define-ledger.ts';
import type { Values } from '../../model/field-kind.ts';
import { reasonText, type Finding } from '../../model/reasons.ts';
import { actionOfReply } from '../../model/workflow/reply.ts';
import { replyOutcomes } from '../../model/workflow/replies-ledger.ts';
import type { WriteOutcome, WriteProblem } from '../api.ts';
import { act } from '../repository/act.ts';
import type { DraftWrite } from '../repository/draft.ts';
import { tableOf } from '../repository/core.ts';
import type { Kept, LedgerTable } from '../repository/ledger-table.ts';
import { write } from '../repository/write.ts';
import { answeredLedger, sourceOf, type Answered } from './case-replies.ts';
import { parentNode, type SyncParts } from './sync-parts.ts';

/** Answers of the office above that were looked at. */
export interface EnteredReplies {
  readonly entered: number;
  readonly unfit: number;
}

/**
 * Enters what the office above answered as steps of the cases, oldest first, held to the workflow like any other step: the
 * step and what became of the answer are one write, named after the answer, so that nothing is entered twice. An answer
 * that does not fit the case any more stands with the reason; the case stays as it is. Costs nothing when there is none.
 */
export function enterReplies(parts: SyncParts): EnteredReplies {
  const parent = parentNode(parts);
  const counted = { entered: 0, unfit: 0 };
  if (parent === null) return counted;
  for (const table of parts.core.tables.values()) {
    const found = answeredLedger(table);
    if (found === null) continue;
    const replies = tableOf(parts.core, found.superior.replies);
    for (const reply of openReplies(parts, replies))
      // What an office below wrote in the name of one above is nobody's answer.
      if (sourceOf(parts, replies, reply.rid) === parent)
        counted[enterReply(parts, found, { replies, reply })] += 1;
  }
  return counted;
}

function openReplies({ core }: SyncParts, replies: LedgerTable): readonly Kept[] {
  const where = 'WHERE outcome IS NULL AND removed_at IS NULL ORDER BY replied_at, rid';
  return core.connection.rows(replies.select(where)).map((row) => replies.decode(row));
}

interface Given {
  readonly replies: LedgerTable;
  readonly reply: Kept;
}

function enterReply(parts: SyncParts, found: Answered, given: Given): keyof EnteredReplies {
  const { ledger } = found.table;
  const outcome = entered(parts, found, given);
  // Whoever takes the step back takes the answer's own note back with it; it is not entered again behind their back.
  if (outcome.ok && outcome.repeated) return unfit(parts, given, [sentence('reply-undone')]);
  return outcome.ok ? 'entered' : unfit(parts, given, reasonsOf(ledger, outcome.problem));
}

function entered(parts: SyncParts, { table }: Answered, { replies, reply }: Given): WriteOutcome {
  const { core } = parts;
  const id = String(reply.values['case_record']);
  const kept = table.byId(id);
  if (kept === null) return { ok: false, problem: { code: 'not-found', index: 0 } };
  const wanted = actionOfReply(table.ledger, reply.values, kept.values);
  if ('findings' in wanted)
    return { ok: false, problem: { code: 'invalid', index: 0, findings: wanted.findings } };
  return act(core, {
    ...wanted.question,
    ledger: table.ledger.id,
    id,
    caller: callerFor(reply.values),
    writeId: `reply ${reply.id}`,
    // One step for one answer, wherever it is entered.
    stepId: reply.id,
    newId: reply.id,
    beside: [noted(core.now(), { replies, reply }, { outcome: replyOutcomes.entered })],
  });
}

function unfit({ core }: SyncParts, given: Given, reasons: readonly string[]): 'unfit' {
  const told = { outcome: replyOutcomes.unfit, outcome_reason: reasons.join('；') };
  const writes = [noted(core.now(), given, told)];
  const outcome = write(core, {
    writeId: core.randomId(),
    caller: callerFor(given.reply.values),
    checked: true,
    acts: true,
    writes,
  });
  if (!outcome.ok) throw new Error(`answer ${given.reply.id}: ${outcome.problem.code}`);
  return 'unfit';
}

const noted = (now: Date, { replies, reply }: Given, values: Values): DraftWrite => ({
  ledger: replies.ledger.id,
  id: reply.id,
  op: 'update',
  values: { ...values, outcome_at: now.toISOString() },
});

/** Who our log says took the step: the office that answered. */
const callerFor = (reply: Values) => {
  const name = String(reply['office'] ?? '');
  return { user: '@superior', name, language: 'zh', seesMasked: true } as const;
};

/** Why an answer does not fit, in the language the records are kept in. */
function reasonsOf(ledger: AnyLedger, problem: WriteProblem): readonly string[] {
  switch (problem.code) {
    case 'invalid':
      return problem.findings.map(({ field, code, args }) => {
        const label = field === null ? undefined : ledger.fields[field]?.label.zh;
        return `${label === undefined ? '' : `${label}：`}${sentence(code, args)}`;
      });
    case 'key-taken':
      return [sentence('key-taken', { title: problem.holder.title })];
    case 'not-found':
    case 'removed':
      return [sentence('reply-removed')];
    case 'conflict':
    case 'later-changes':
      throw new Error(`an answer was refused as ${problem.code}`);
  }
}

const sentence = (code: Finding['code'], args?: Finding['args']): string => reasonText(code, args, 'zh');
