import { randomUUID } from 'node:crypto';
import { chinaDay } from '../../../db/model/office-time.ts';
import { makeMonthSheet } from '../../../db/reward/make-sheet.ts';
import { RewardRefused } from '../../../db/reward/refusal.ts';
import { Refusal } from '../../contract/serve.ts';
import type { Desk, HandlersOf } from './desk.ts';
import { problemAnswer } from './write-answer.ts';

/** Performance and reward of grid staff: the sheet of a month. */
export function createRewardHandlers(desk: Desk): HandlersOf<'reward'> {
  return {
    'reward.make': ({ writeId, ...wanted }, { store, caller }) => {
      const today = chinaDay(desk.now());
      const made = makeMonthSheet({ store, caller, today, newId: randomUUID }, wanted);
      if (made instanceof RewardRefused)
        return new Refusal(made.why === 'village' ? 'not-found' : 'refused', `reward-${made.why}`);
      const outcome = store.write({ writeId, caller, writes: made.writes });
      if (!outcome.ok) {
        const ledger = 'index' in outcome.problem ? made.writes[outcome.problem.index]?.ledger : undefined;
        return problemAnswer(outcome.problem, ledger ?? 'reward_sheet', caller);
      }
      for (const [ledger, records] of Map.groupBy(outcome.records, (record) => record.ledger))
        desk.changed(
          ledger,
          records.map(({ id }) => id),
        );
      // A repeated request made its sheet the first time, under the id it had then.
      return { sheet: outcome.records[0]?.id ?? made.sheet, isNew: made.isNew };
    },
  };
}
