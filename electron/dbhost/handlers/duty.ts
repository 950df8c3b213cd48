import { randomUUID } from 'node:crypto';
import { readBoard, type Board } from '../../../db/duty/board.ts';
import { cancelChange, lookChange, makeChange } from '../../../db/duty/change-duties.ts';
import { dutyCalendar } from '../../../db/duty/duty-calendar.ts';
import { dutyNow } from '../../../db/duty/duty-now.ts';
import { dutySheet } from '../../../db/duty/duty-sheet-of.ts';
import { editDuties, pinDuty } from '../../../db/duty/edit-duties.ts';
import { fairnessTable } from '../../../db/duty/fairness-table.ts';
import { standingOfRoster } from '../../../db/duty/month-standing.ts';
import { Refused } from '../../../db/duty/refusal.ts';
import { stepRoster } from '../../../db/duty/roster-state.ts';
import { setUpTeam } from '../../../db/duty/set-up-team.ts';
import { teamList } from '../../../db/duty/team-list.ts';
import { yearDays } from '../../../db/duty/year-days.ts';
import type { Planner } from '../../../db/planner/index.ts';
import type { Language } from '../../../db/model/localized.ts';
import { Refusal } from '../../contract/serve.ts';
import { brokenText, brokenTexts, costTexts } from '../duty/broken-texts.ts';
import { todayOf, writeDuties } from '../duty/desk.ts';
import { createPaperHandlers } from '../duty/paper.ts';
import { Planning as Plans } from '../duty/planning.ts';
import { proposalTold } from '../duty/proposal-told.ts';
import { refusalOf } from '../duty/told.ts';
import { whySeat } from '../duty/why.ts';
import { dutyWords } from '../duty/words.ts';
import type { Desk, HandlersOf } from './desk.ts';

type Handlers = HandlersOf<'duty'>;

/** Duty rosters: teams, months, planning, swaps, fairness. */
export function createDutyHandlers(desk: Desk, planner: Planner): Handlers {
  const plans = new Plans(desk, planner);
  return {
    ...looking(desk, planner),
    ...editing(desk),
    ...changing(desk),
    ...planning(desk, plans),
    ...createPaperHandlers(desk, plans),
  };
}

const noTeam = (): Refusal => refusalOf(new Refused('team'));

type Looking =
  'duty.teams' | 'duty.board' | 'duty.why' | 'duty.fairness' | 'duty.sheet' | 'duty.calendar' | 'duty.now';

function looking(desk: Desk, planner: Planner): Pick<Handlers, Looking> {
  return {
    'duty.teams': (_input, { store }) => ({ today: todayOf(desk), teams: teamList(store) }),
    'duty.board': ({ team, month }, { store, caller: { language } }) => {
      // Whoever looks at a month may plan it next; the first second of a thread is then over.
      planner.warm();
      const board = readBoard(store, { team, month, today: todayOf(desk), language });
      return board === null ? noTeam() : boardTold(board, language);
    },
    'duty.why': (seat, asking) => whySeat(asking, seat) ?? noTeam(),
    'duty.fairness': (question, { store, caller: { language } }) => {
      const people = fairnessTable(store, { ...question, language });
      return people === null ? noTeam() : { people };
    },
    'duty.sheet': (range, { store, caller: { language } }) =>
      dutySheet(store, { ...range, language }) ?? noTeam(),
    'duty.calendar': ({ year }, { store }) => {
      const calendar = dutyCalendar(store);
      return { source: calendar.sourceOf(year), days: yearDays(calendar, year) };
    },
    'duty.now': (_input, { store, caller }) => dutyNow(store, desk.now(), caller.language),
  };
}

/** The board without what only reckoning needs. */
function boardTold({ standing, check, ...board }: Board, language: Language) {
  const { facts, month, problem } = standing;
  const { id, name, kind } = facts.team;
  return {
    ...board,
    team: { id, name, kind: kind === 'patrol' ? ('patrol' as const) : ('office' as const) },
    month,
    broken: check === null ? [] : brokenTexts(problem, check, language),
    costs: check === null ? [] : costTexts(problem, check.costs, language),
  };
}

function editing(desk: Desk): Pick<Handlers, 'duty.setUp' | 'duty.edit' | 'duty.pin' | 'duty.setState'> {
  return {
    'duty.setUp': ({ writeId, ...plan }, asking) => {
      const made = setUpTeam(asking.store, plan, randomUUID);
      if (made instanceof Refused) return refusalOf(made);
      const written = writeDuties(desk, asking, { writeId, writes: made.writes });
      return written instanceof Refusal ? written : { team: written.ids[0] ?? made.team };
    },
    'duty.edit': ({ writeId, roster, sets }, asking) => {
      const standing = standingOfRoster(asking.store, roster);
      const how = { today: todayOf(desk), newId: randomUUID };
      const writes = standing === null ? new Refused('roster') : editDuties(standing, sets, how);
      return changeOf(writeDuties(desk, asking, { writeId, writes }));
    },
    'duty.pin': ({ writeId, roster, ...pin }, asking) => {
      const standing = standingOfRoster(asking.store, roster);
      const writes = standing === null ? new Refused('roster') : pinDuty(standing, pin);
      return changeOf(writeDuties(desk, asking, { writeId, writes }));
    },
    'duty.setState': ({ writeId, roster, state, reason = '' }, asking) => {
      const standing = standingOfRoster(asking.store, roster);
      const step = { state, reason, now: desk.now(), newId: randomUUID };
      const writes = standing === null ? new Refused('roster') : stepRoster(asking.store, standing, step);
      return changeOf(writeDuties(desk, asking, { writeId, writes }));
    },
  };
}

const changeOf = (written: ReturnType<typeof writeDuties>) =>
  written instanceof Refusal ? written : { change: written.change };

function changing(desk: Desk): Pick<Handlers, 'duty.look' | 'duty.change' | 'duty.cancel'> {
  return {
    'duty.look': ({ team, change }, { store, caller }) => {
      const look = lookChange(store, { team, change, today: todayOf(desk) });
      if (look instanceof Refused) return refusalOf(look);
      const broken = look.months.flatMap(({ standing, broken: violations }) => {
        const words = dutyWords(standing.problem, caller.language);
        return violations.map((violation) => brokenText(violation, words));
      });
      return { broken, cost: look.cost, isWaiting: look.isWaiting };
    },
    'duty.change': ({ writeId, team, change, reason }, asking) => {
      const look = lookChange(asking.store, { team, change, today: todayOf(desk) });
      const writes =
        look instanceof Refused
          ? look
          : makeChange(look, { team, change, reason: reason.trim(), now: desk.now(), newId: randomUUID });
      return changeOf(writeDuties(desk, asking, { writeId, writes }));
    },
    'duty.cancel': ({ writeId, id }, asking) => {
      const cancelled = cancelChange(asking.store, { id, today: todayOf(desk) });
      const writes = cancelled instanceof Refused ? cancelled : cancelled.writes;
      return changeOf(writeDuties(desk, asking, { writeId, writes }));
    },
  };
}

type Planning =
  | 'duty.plan'
  | 'duty.repair'
  | 'duty.stop'
  | 'duty.proposal'
  | 'duty.planning'
  | 'duty.relax'
  | 'duty.keep'
  | 'duty.discard';

function planning(desk: Desk, plans: Plans): Pick<Handlers, Planning> {
  return {
    'duty.plan': (month, asking) => plans.start({ ...month, kind: 'plan' }, asking),
    'duty.repair': (month, asking) => plans.start({ ...month, kind: 'repair' }, asking),
    'duty.stop': ({ job }) => {
      desk.jobs.cancel(job);
      return {};
    },
    'duty.proposal': ({ job }, { caller }) => {
      const proposal = plans.proposal(job);
      return proposal === null ? null : proposalTold(proposal, caller.language);
    },
    'duty.planning': (month, asking) => ({ job: plans.jobOf(month, asking) }),
    'duty.relax': (order, asking) => plans.relax(order, asking),
    'duty.keep': (order, asking) => plans.keep(order, asking),
    'duty.discard': ({ job }) => {
      plans.discard(job);
      return {};
    },
  };
}
