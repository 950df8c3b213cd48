import type { Agenda } from './agenda.ts';
import { Draft, weightOf } from './draft.ts';
import { mixRows } from './mix-rows.ts';
import { type Missing, needRows, type Slack } from './need-rows.ts';
import { pairRows } from './pair-rows.ts';
import type { Part } from './parts.ts';
import { personRows } from './person-rows.ts';
import { preferences } from './preferences.ts';

export interface OfficeModelOptions {
  /** `elastic`: places may stay empty and are counted; `hard`: a roster with holes is none. */
  readonly needs: 'hard' | 'elastic';
  /**
   * `cut`: what leave, requests, service or exemption forbid has no variable. `rows`: it has one, and a row for each fact that
   * forbids it, so that a conflict can name the fact.
   */
  readonly facts: 'cut' | 'rows';
  /** Without them the model has the hard rules only. */
  readonly hasPreferences: boolean;
  /** Duties on either side of a fair target that cost exactly what they do; absent: as many as months mostly need. */
  readonly exactSteps?: number;
  /** A smaller model: cells that stand (1) and cells left out (0); absent: every cell is open. */
  readonly narrow?: (cell: number) => 'stand' | 'open' | 'out';
}

export interface OfficeModel {
  readonly draft: Draft;
  readonly part: Part;
  /** Variables of holes, of `fixed` requests not kept and of pairs broken by what is locked; empty with hard needs. */
  readonly slacks: readonly Slack[];
  /** Variables of people called by a campaign who are on no duty. */
  readonly missing: readonly Missing[];
}

/** The linear model of a part of an agenda: cells, hard rules, needs, and the costs of the soft rules beside it. */
export function officeModel(agenda: Agenda, part: Part, options: OfficeModelOptions): OfficeModel {
  const { rules } = agenda.problem;
  const draft = new Draft(
    agenda,
    options.hasPreferences ? rules : rules.filter((rule) => weightOf(rule) === null),
  );
  addCells(draft, part, options);
  const isElastic = options.needs === 'elastic';
  const { slacks, missing } = needRows(draft, part, isElastic);
  personRows(draft, part);
  mixRows(draft, part);
  const pairSlacks = pairRows(draft, part, isElastic);
  preferences(draft, part, options.exactSteps);
  return { draft, part, slacks: [...slacks, ...pairSlacks], missing };
}

function addCells(draft: Draft, part: Part, { facts, narrow }: OfficeModelOptions): void {
  const { agenda } = draft;
  const inPart = new Set(part.people);
  agenda.cells.forEach(({ person, isLocked, barred }, cell) => {
    const state = isLocked ? 'stand' : (narrow?.(cell) ?? 'open');
    if (!inPart.has(person) || state === 'out' || (barred.length > 0 && facts === 'cut')) return;
    draft.addCell(cell, state === 'stand');
    for (const tag of barred) draft.model.row({ upper: 0, terms: draft.terms([cell]), tag });
  });
}
