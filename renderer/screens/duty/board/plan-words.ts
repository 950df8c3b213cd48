import type { Say } from '../../../text/say.ts';
import type { Board } from './board-cells.ts';

/** How good a roster is, in words. */
export interface Standing {
  readonly tone: 'done' | 'due' | 'wrong';
  readonly title: string;
}

type Status = NonNullable<Board['roster']>['status'];

interface Measured {
  readonly status: Status;
  readonly cost: number;
  readonly bound: number;
}

/** 已证明最优, 距最优不超过 3%, 有空岗: what has been proven of a roster. */
export function standing(roster: { readonly status: Status }, t: Say): Standing {
  switch (roster.status) {
    case 'optimal':
      return { tone: 'done', title: t('duty.status.optimal') };
    case 'feasible':
      return { tone: 'due', title: t('duty.status.feasible') };
    case 'infeasible':
      return { tone: 'wrong', title: t('duty.status.infeasible') };
    case 'hand':
      return { tone: 'due', title: t('duty.status.hand') };
    case 'unknown':
      return { tone: 'due', title: t('duty.status.unknown') };
  }
}

/** Distance to the best that could still exist, whole percent, rounded up so that it is never said to be smaller. */
export function gapPercent({ cost, bound }: Pick<Measured, 'cost' | 'bound'>): number {
  return Math.max(0, Math.ceil((100 * (cost - bound)) / Math.max(1, Math.abs(cost)) - 1e-9));
}

/** Second half of the verdict; empty where nothing is to be added. */
export function gapText(roster: Measured, t: Say): string {
  if (roster.status !== 'feasible') return '';
  const percent = gapPercent(roster);
  // Stopped before anything was proven: the bound is still nought.
  return percent >= 100 ? t('duty.status.gap.unknown') : t('duty.status.gap', { percent });
}
