import type { WorkCalendar } from '../../model/calendar/work-calendar.ts';
import type { Language } from '../../model/localized.ts';
import { explainClock } from '../../model/workflow/explain-clock.ts';
import { explainMove } from '../../model/workflow/explain-move.ts';
import { clocksMoved } from '../../model/workflow/moved-deadlines.ts';
import { calendarStep, calendarStepName } from '../../model/workflow/workflow-spec.ts';
import type { Caller } from '../api.ts';
import type { Core } from '../repository/core.ts';
import type { DraftWrite } from '../repository/draft.ts';
import type { ConcernedCase } from './case-deadlines.ts';

/** The case with its moved deadlines and the step that says why; nothing where all of them are kept. */
export function writesOfMove(
  core: Core,
  one: ConcernedCase,
  of: { readonly calendar: WorkCalendar; readonly now: Date; readonly caller: Caller },
): readonly DraftWrite[] {
  const { table, workflow, kept, steps } = one;
  const moved = one.moved.filter(({ turn }) => turn !== 'kept');
  if (moved.length === 0) return [];
  const clocks = clocksMoved(one.clocks, moved);
  const state = kept.values[workflow.state] ?? null;
  const last = Date.parse(String(steps.at(-1)?.values['acted_at'] ?? '')) || -Infinity;
  const main = clocks[workflow.deadline] ?? moved[0]?.now;
  const reasons = (language: Language): string =>
    moved.map((line) => explainMove(line, of.calendar, language)).join('');
  return [
    {
      ledger: table.ledger.id,
      id: kept.id,
      op: 'update',
      values: Object.fromEntries(moved.map(({ field, now }) => [field, now.due])),
      reason: calendarStepName[of.caller.language],
    },
    {
      ledger: workflow.steps,
      id: core.randomId(),
      op: 'create',
      values: {
        case_record: kept.id,
        action: calendarStep,
        action_name: calendarStepName.zh,
        from_state: state,
        to_state: state,
        // A clock set back does not put a step before the last.
        acted_at: new Date(Math.max(of.now.getTime(), last + 1)).toISOString(),
        actor: of.caller.name,
        opinion: reasons('zh'),
        documents: null,
        was_late: null,
        due_at: clocks[workflow.deadline]?.due ?? null,
        due_explained: main === undefined ? null : explainClock(main, of.calendar, 'zh'),
        clocks: JSON.stringify(clocks),
      },
    },
  ];
}
