import { z } from 'zod';
import { dbhost } from './call.ts';
import * as s from './shapes.ts';

/** A case and what somebody wants to do with it; see `CaseQuestion` of the store. */
const question = z.strictObject({
  ledger: s.ledgerId,
  id: s.id,
  action: z.string().regex(/^[a-z][a-z0-9_]{0,40}$/),
  values: s.values,
  opinion: z.string().max(2000).nullable().optional(),
  documents: z.array(s.id).max(100).optional(),
  actor: z.string().max(50).optional(),
  seen: z.int().optional(),
});

const replyKind = z.enum(['accepted', 'returned', 'finished']);

/** Cases of ledgers with a workflow: how they stand, what can be done, and doing it. */
export const workflowCalls = {
  /** `null` when the id is unknown. Actions of other states are left out. */
  'workflow.state': dbhost(
    z.strictObject({ ledger: s.ledgerId, id: s.id }),
    z
      .object({
        version: z.int(),
        state: z.string(),
        stateName: z.string(),
        isEnd: z.boolean(),
        waitsFor: z.string().nullable(),
        actions: z.array(
          z.object({ id: z.string(), kind: z.string(), label: z.string(), refused: z.string().nullable() }),
        ),
        clocks: z.array(
          z.object({
            field: s.fieldName,
            due: z.string().nullable(),
            isLate: z.boolean(),
            explanation: z.string(),
          }),
        ),
        escalations: z.array(z.string()),
        steps: z.array(
          z.object({
            id: s.id,
            label: z.string(),
            from: z.string(),
            to: z.string(),
            at: z.string(),
            actor: z.string(),
            opinion: z.string().nullable(),
            documents: z.array(s.id),
            wasLate: z.boolean(),
            due: z.string().nullable(),
            explanation: z.string().nullable(),
          }),
        ),
        /** Answers of the office above, oldest first. `unfit`: not entered, the case had gone on; `null`: not known yet. */
        replies: z.array(
          z.object({
            ledger: s.ledgerId,
            id: s.id,
            label: z.string(),
            number: z.string().nullable(),
            content: z.string().nullable(),
            documents: z.array(s.id),
            at: z.string(),
            office: z.string(),
            outcome: z.enum(['entered', 'unfit']).nullable(),
            reason: z.string().nullable(),
            followUp: z.string().nullable(),
          }),
        ),
        /** Answers this office can give to a case handed up to it; `null`: it was not handed up to here. */
        answers: z.array(z.object({ kind: replyKind, label: z.string() })).nullable(),
      })
      .nullable(),
  ),
  /** Answers a case an office below handed up; goes down with the next answer to that office. */
  'workflow.answer': dbhost(
    z.strictObject({
      ledger: s.ledgerId,
      id: s.id,
      kind: replyKind,
      number: z.string().max(200).nullable(),
      content: z.string().max(20_000).nullable(),
      documents: z.array(s.id).max(100).optional(),
      by: z.string().max(200),
      replyId: s.id,
      writeId: s.id,
    }),
    z.object({ change: z.string().nullable() }),
  ),
  /** What an action would do; nothing is written. */
  'workflow.look': dbhost(
    question,
    z.object({
      findings: z.array(s.finding),
      to: z.string(),
      due: z.string().nullable(),
      explanation: z.string(),
      creates: s.ledgerId.nullable(),
    }),
  ),
  /** The case, its step and what the action creates, in one write; `change` takes all of it back. */
  'workflow.act': dbhost(
    question.extend({ writeId: s.id, stepId: s.id, newId: s.id }),
    z.object({
      change: z.string().nullable(),
      created: z.object({ ledger: s.ledgerId, id: s.id }).nullable(),
      /** Documents this action prints. */
      prints: z.array(z.string()),
    }),
  ),
  /**
   * The same action with many cases, each in a write of its own: one that is refused does not stop the others. Each
   * write's id follows from `writeId`, so that asking again changes nothing.
   */
  'workflow.actMany': dbhost(
    question.omit({ id: true, seen: true }).extend({ ids: z.array(s.id).min(1).max(200), writeId: s.id }),
    z.object({
      done: z.int(),
      refused: z.array(z.object({ id: s.id, title: z.string(), text: z.string() })),
    }),
    { timeout_ms: 120_000 },
  ),
} as const;
