import { lazy } from 'react';
import type { ListActions } from '../app/list-actions.ts';

/** Own buttons of lists by ledger; loaded when such a list is first shown. */
export const listActions: Readonly<Record<string, ListActions>> = {
  reward_sheet: {
    Buttons: lazy(async () => ({ default: (await import('./reward/make-sheet.tsx')).MakeSheet })),
  },
  check_list: {
    Buttons: lazy(async () => ({ default: (await import('./ready/ready-records.tsx')).ReadyCheckLists })),
  },
  consult_rule: {
    Buttons: lazy(async () => ({ default: (await import('./ready/ready-records.tsx')).ReadyVoteRules })),
  },
};
