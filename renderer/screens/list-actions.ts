import type { ListActions } from '../app/list-actions.ts';
import { later } from '../ui/index.ts';

/** Own buttons of lists by ledger; loaded when such a list is first shown. */
export const listActions: Readonly<Record<string, ListActions>> = {
  reward_sheet: {
    Buttons: later(async () => (await import('./reward/make-sheet.tsx')).MakeSheet),
  },
  duty_calendar_day: {
    Buttons: later(async () => (await import('./deadlines/check-deadlines.tsx')).CheckDeadlines),
  },
  check_list: {
    Buttons: later(async () => (await import('./ready/ready-records.tsx')).ReadyCheckLists),
  },
  consult_rule: {
    Buttons: later(async () => (await import('./ready/ready-records.tsx')).ReadyVoteRules),
  },
};
