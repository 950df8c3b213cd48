import { expect, test } from 'vitest';
import { chinaCalendar } from '../../../../db/model/calendar/china.ts';
import { ledgers } from '../../../../db/model/registry.ts';
import { escalationLevels, escalationsOf } from '../../../../db/model/workflow/escalation.ts';
import { seededRandom } from '../../../../db/practice/random.ts';

const DAY_MS = 86_400_000;
const calendar = chinaCalendar();
const workflows = ledgers.flatMap(({ workflow }) => (workflow === undefined ? [] : [workflow]));

test('levels counted by deadlines are those a case says by itself, also around holidays and to the millisecond', () => {
  let [reached, none] = [0, 0];
  const random = seededRandom(7);
  for (const workflow of workflows)
    for (let count = 0; count < 60; count += 1) {
      const now = new Date(Date.UTC(2026, 8, 20) + Math.floor(random.fraction() * 30 * DAY_MS));
      for (const { state, level, from, until } of escalationLevels(workflow, { now, calendar })) {
        const at = (due: string): number => {
          const row = { [workflow.state]: state, [workflow.deadline]: due };
          return escalationsOf({ workflow, row }, { now, calendar }).length;
        };
        const after = new Date(Date.parse(until) + 1).toISOString();
        expect([at(until), at(after)], `${state} ${until}`).toEqual([level, level - 1]);
        if (from === null) none += 1;
        else expect(at(from)).toBe(level);
        reached += 1;
      }
    }
  expect(reached).toBeGreaterThan(200);
  expect(none, 'the highest level has no beginning').toBeGreaterThan(100);
});
