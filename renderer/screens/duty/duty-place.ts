import { createContext, useContext } from 'react';
import type { Output } from '../../../electron/contract/calls.ts';
import { monthAfter, monthOf } from '../../text/month.ts';

/** Parts of the screen, in their order. */
export const sections = ['board', 'fairness', 'changes', 'log', 'rules', 'team'] as const;
export type Section = (typeof sections)[number];

/** A duty team as the list of teams tells it. */
export type Team = Output<'duty.teams'>['teams'][number];

/** Where navigation leads to: a part, and in it a team and a month (`board.<team>.2026-12`). */
export interface Place {
  readonly section: Section;
  readonly team: string | null;
  readonly month: string | null;
}

/** Reads a place as navigation names it; what is missing or unknown is left to the screen. */
export function placeOf(part: string | null): Place {
  const [name, team, month] = (part ?? '').split('.');
  const section = sections.find((known) => known === name) ?? 'board';
  const isMonth = month !== undefined && /^\d{4}-\d{2}$/.test(month);
  return { section, team: team === undefined || team === '' ? null : team, month: isMonth ? month : null };
}

/** From this day of the month on, whoever opens a team without a roster means the next month. */
const NEXT_MONTH_FROM = 20;

/** Month a team is opened at: the running one if it has a roster; late in a month without one, the next. */
export function startMonth(team: Pick<Team, 'months'>, today: string): string {
  const current = monthOf(today);
  const hasRoster = team.months.some(({ month }) => month === current);
  return hasRoster || Number(today.slice(8)) < NEXT_MONTH_FROM ? current : monthAfter(current, 1);
}

/** What every part of the screen knows. */
export interface DutySurface {
  readonly team: Team;
  /** The data process's day. */
  readonly today: string;
  readonly month: string;
  readonly setMonth: (month: string) => void;
  readonly go: (section: Section) => void;
  /** Asks for the list of teams again. */
  readonly refreshTeams: () => void;
}

export const DutyContext = createContext<DutySurface | null>(null);

/** The team and month a part stands in. */
export function useDuty(): DutySurface {
  const surface = useContext(DutyContext);
  if (surface === null) throw new Error('DutyContext is not set around this component');
  return surface;
}
