import { ledgerOf } from '../../../db/model/registry.ts';
import type { MoveQuestion } from '../../../db/store/api.ts';
import { Refusal } from '../../contract/serve.ts';
import type { Asking } from '../asking.ts';
import { defined } from '../defined.ts';
import type { Desk, HandlersOf } from './desk.ts';
import { findingText, problemAnswer } from './write-answer.ts';

type Handlers = HandlersOf<'interval'>;

/** Moving the subjects of interval ledgers: 迁入, 变更, 迁出, 注销. */
export function createIntervalHandlers(desk: Desk): Handlers {
  return {
    'interval.open': ({ ledger, subject }, { store, caller }) =>
      refusedLedger(ledger) ?? store.openIntervals(ledger, subject, caller),
    'interval.look': (input, asking) => {
      const refused = refusedLedger(input.ledger);
      if (refused !== null) return refused;
      const look = asking.store.lookMove(questionOf(input, asking));
      if (!look.ok) return problemAnswer(look.problem, input.ledger, asking.caller);
      const findings = look.preview.findings.map((finding) => findingText(finding, asking.caller));
      return { ...look.preview, findings };
    },
    'interval.move': ({ writeId, newId, ...input }, asking) => {
      const refused = refusedLedger(input.ledger);
      if (refused !== null) return refused;
      const outcome = asking.store.move({ ...questionOf(input, asking), writeId, newId });
      if (!outcome.ok) return problemAnswer(outcome.problem, input.ledger, asking.caller);
      for (const { ledger, id, change } of outcome.records) if (change !== null) desk.changed(ledger, [id]);
      const change = outcome.records.find((record) => record.change !== null)?.change ?? null;
      return { records: outcome.records, change };
    },
  };
}

const refusedLedger = (ledger: string): Refusal | null =>
  ledgerOf(ledger).interval === undefined ? new Refusal('invalid-input', 'no-intervals', { ledger }) : null;

type Question = Parameters<Handlers['interval.look']>[0];

const questionOf = (input: Question, { caller }: Asking): MoveQuestion => ({ ...defined(input), caller });
