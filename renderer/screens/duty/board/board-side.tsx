import { ask } from '../../../data/index.ts';
import { useText } from '../../../text/index.ts';
import { PlanPanel } from './plan-panel.tsx';
import { TroublesPanel } from './troubles-panel.tsx';
import type { Month } from './use-month.ts';
import type { Plan } from './use-plan.ts';
import { WhyPanel } from './why-panel.tsx';
import type { DutyActions } from './why-panel.tsx';

interface Properties {
  readonly month: Month;
  readonly plan: Plan;
}

/** The panel beside the grid: a plan before everything else, then the cell that is looked at, or all that is wrong. */
export function BoardSide({ month, plan }: Properties) {
  const actions = useDutyActions(month);
  const { side, calls, closeSide } = month;
  if (plan.at !== 'none') {
    return (
      <PlanPanel
        plan={plan}
        onAgain={month.actions.plan}
        onKept={(change, kind) => {
          month.renew();
          month.onKept(change, kind);
        }}
      />
    );
  }
  if (side.at === 'why')
    return <WhyPanel looked={side.looked} calls={calls} actions={actions} onClose={closeSide} />;
  return side.at === 'troubles' ? <TroublesPanel calls={calls} onClose={closeSide} /> : null;
}

/** What the panel of a cell can do with a draft, and what becomes a swap once people know the roster. */
function useDutyActions({ surface, edits, setSide, setDialog }: Month): DutyActions {
  const { t } = useText();
  const { roster } = surface.board;
  return {
    replace: (looked, by) => {
      const { date, post, person } = looked;
      if (roster?.state === 'draft' || person === null) {
        const sets = [{ date, post, from: person, to: by }];
        void surface.edit(sets, t(by === null ? 'duty.removed' : 'duty.replaced'));
        setSide({ at: 'why', looked: { date, post, person: by } });
      } else if (by !== null) setDialog({ at: 'swap', start: { one: { date, post, person }, by } });
    },
    pin: ({ date, post, person }, locked) => {
      if (roster === null || person === null) return;
      void edits.write(
        (writeId) => ask('duty.pin', { writeId, roster: roster.id, date, post, person, locked }),
        t(locked ? 'duty.pin.done' : 'duty.unpin.done'),
      );
    },
    swap: ({ date, post, person }) => {
      if (person !== null) setDialog({ at: 'swap', start: { one: { date, post, person } } });
    },
    leave: (person) => setDialog({ at: 'leave', person }),
  };
}
