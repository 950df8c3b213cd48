import { lazy } from 'react';
import type { ComponentType } from 'react';

/** Own buttons of lists by ledger; loaded when such a list is first shown. */
export const listActions: Readonly<Record<string, ComponentType>> = {
  reward_sheet: lazy(async () => ({ default: (await import('./reward/make-sheet.tsx')).MakeSheet })),
};
