import { lazy } from 'react';
import type { ListActions } from '../app/list-actions.ts';

/** Own buttons of lists by ledger; loaded when such a list is first shown. */
export const listActions: Readonly<Record<string, ListActions>> = {
  reward_sheet: {
    Buttons: lazy(async () => ({ default: (await import('./reward/make-sheet.tsx')).MakeSheet })),
  },
  duty_calendar_day: {
    Buttons: lazy(async () => ({
      default: (await import('./deadlines/check-deadlines.tsx')).CheckDeadlines,
    })),
  },
  check_list: {
    Buttons: lazy(async () => ({ default: (await import('./ready/ready-records.tsx')).ReadyCheckLists })),
  },
  consult_rule: {
    Buttons: lazy(async () => ({ default: (await import('./ready/ready-records.tsx')).ReadyVoteRules })),
  },
};
