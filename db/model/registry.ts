import { codeTableById } from './codes/code-tables.ts';
import type { AnyField, AnyLedger } from './define-ledger.ts';
import { checkFollows } from './follow-spec.ts';
import { baseEntries } from './ledgers/base/entries.ts';
import { careEntries } from './ledgers/care/entries.ts';
import { councilEntries } from './ledgers/council/entries.ts';
import { disputeEntries } from './ledgers/dispute/entries.ts';
import { gridEntries } from './ledgers/grid/entries.ts';
import { inspectionEntries } from './ledgers/inspection/entries.ts';
import { issueEntries } from './ledgers/issue/entries.ts';
import { lawEntries } from './ledgers/law/entries.ts';
import { partyEntries } from './ledgers/party/entries.ts';
import { populationEntries } from './ledgers/population/entries.ts';
import { safetyEntries } from './ledgers/safety/entries.ts';
import { securityEntries } from './ledgers/security/entries.ts';
import { societyEntries } from './ledgers/society/entries.ts';
import { unitEntries } from './ledgers/unit/entries.ts';
import { address } from './ledgers/address.ts';
import { building } from './ledgers/building.ts';
import { division } from './ledgers/division.ts';
import { dutyAssignment } from './ledgers/duty-assignment.ts';
import { dutyCalendarDay } from './ledgers/duty-calendar-day.ts';
import { dutyCampaign } from './ledgers/duty-campaign.ts';
import { dutyChange } from './ledgers/duty-change.ts';
import { dutyCompensation } from './ledgers/duty-compensation.ts';
import { dutyLeave } from './ledgers/duty-leave.ts';
import { dutyLog } from './ledgers/duty-log.ts';
import { dutyMember } from './ledgers/duty-member.ts';
import { dutyPair } from './ledgers/duty-pair.ts';
import { dutyPost } from './ledgers/duty-post.ts';
import { dutyRequest } from './ledgers/duty-request.ts';
import { dutyRoster } from './ledgers/duty-roster.ts';
import { dutyRule } from './ledgers/duty-rule.ts';
import { dutyTeam } from './ledgers/duty-team.ts';
import { facility } from './ledgers/facility.ts';
import { grid } from './ledgers/grid.ts';
import { gridStaff } from './ledgers/grid-staff.ts';
import { household } from './ledgers/household.ts';
import { issue } from './ledgers/issue.ts';
import { person } from './ledgers/person.ts';
import { rentalHouse } from './ledgers/rental-house.ts';
import { residence } from './ledgers/residence.ts';
import { room } from './ledgers/room.ts';
import { unit } from './ledgers/unit.ts';
import { checkTakes } from './take-spec.ts';
import type { RegistryEntry } from './registry-entry.ts';
import type { CreatesSpec } from './workflow/workflow-spec.ts';

/** The lines of the registry, in the order of navigation. A new ledger takes the next free number. Those of an area stand in its folder. */
const entries: readonly RegistryEntry[] = [
  { no: 8, ledger: person },
  { no: 7, ledger: household },
  { no: 9, ledger: residence },
  ...populationEntries,
  { no: 4, ledger: address },
  { no: 5, ledger: building },
  { no: 6, ledger: room },
  { no: 12, ledger: rentalHouse },
  { no: 10, ledger: unit },
  { no: 11, ledger: facility },
  ...unitEntries,
  { no: 2, ledger: grid },
  { no: 3, ledger: gridStaff },
  ...gridEntries,
  { no: 13, ledger: issue },
  ...issueEntries,
  ...disputeEntries,
  ...inspectionEntries,
  ...careEntries,
  { no: 23, ledger: dutyRoster },
  { no: 24, ledger: dutyAssignment },
  { no: 26, ledger: dutyLog },
  { no: 25, ledger: dutyChange },
  { no: 17, ledger: dutyLeave },
  { no: 16, ledger: dutyMember },
  { no: 18, ledger: dutyRequest },
  { no: 19, ledger: dutyPair },
  { no: 27, ledger: dutyCompensation },
  { no: 14, ledger: dutyTeam },
  { no: 15, ledger: dutyPost },
  { no: 20, ledger: dutyRule },
  { no: 21, ledger: dutyCampaign },
  { no: 22, ledger: dutyCalendarDay },
  ...councilEntries,
  ...partyEntries,
  ...safetyEntries,
  ...securityEntries,
  ...lawEntries,
  ...societyEntries,
  { no: 1, ledger: division },
  ...baseEntries,
];

/** A set of ledgers, checked as a whole: what the product knows, or what a test makes. */
export interface Registry {
  readonly ledgers: readonly AnyLedger[];
  readonly ledgerById: ReadonlyMap<string, AnyLedger>;
  readonly numberById: ReadonlyMap<string, number>;
}

/**
 * Puts ledgers together and checks what one ledger alone cannot know: unique ids and numbers, link targets and code
 * tables that exist. Throws at start-up with the ledger and field named.
 */
export function makeRegistry(lines: readonly RegistryEntry[]): Registry {
  const ledgerById = new Map<string, AnyLedger>();
  const numberById = new Map<string, number>();
  for (const { no, ledger } of lines) {
    if (ledgerById.has(ledger.id)) throw new Error(`ledger ${ledger.id}: in the registry twice`);
    if ([...numberById.values()].includes(no)) throw new Error(`ledger ${ledger.id}: number ${no} is taken`);
    if (!Number.isInteger(no) || no < 1 || no > 4095)
      throw new Error(`ledger ${ledger.id}: number ${no} is not 1..4095`);
    ledgerById.set(ledger.id, ledger);
    numberById.set(ledger.id, no);
  }
  const ledgers = Object.freeze(lines.map((line) => line.ledger));
  for (const ledger of ledgers) {
    checkTargets(ledger, ledgerById);
    checkSensitive(ledger, ledgerById);
    checkIntervalTargets(ledger, ledgerById);
    checkFollows(ledger, ledgerById);
    checkTakes(ledger, ledgerById);
    checkWorkflowTargets(ledger, ledgerById);
  }
  return Object.freeze({ ledgers, ledgerById, numberById });
}

function checkTargets(ledger: AnyLedger, ledgerById: ReadonlyMap<string, AnyLedger>): void {
  for (const [name, field] of Object.entries(ledger.fields)) {
    const where = `ledger ${ledger.id}, field ${name}`;
    if (field.target !== undefined && !ledgerById.has(field.target)) {
      throw new Error(`${where}: links to ${field.target}, which is no ledger`);
    }
    if (field.table !== undefined && !codeTableById.has(field.table)) {
      throw new Error(`${where}: chooses from ${field.table}, which is no code table`);
    }
  }
}

/**
 * What a ledger shows of others (titles of linked records, values taken over, fields that follow parts, what an interval
 * says of its subject) is shown to whoever may open that ledger: of a sensitive one only another sensitive one shows anything.
 */
function checkSensitive(ledger: AnyLedger, ledgerById: ReadonlyMap<string, AnyLedger>): void {
  const isSensitive = (id: string | undefined): boolean => ledgerById.get(id ?? '')?.sensitive === true;
  const { fields, follows, interval } = ledger;
  const subject = fields[interval?.subject ?? '']?.target;
  const shown = ledger.sensitive
    ? []
    : [
        ...Object.values(fields).map(({ target }) => target),
        ...follows.flatMap(({ part, reads = [] }) => [part, ...reads]),
      ].filter(isSensitive);
  if (shown[0] !== undefined) throw new Error(`ledger ${ledger.id} is not sensitive and shows ${shown[0]}`);
  if (
    ledger.sensitive &&
    interval?.present !== undefined &&
    interval.present.length > 0 &&
    !isSensitive(subject)
  )
    throw new Error(`ledger ${ledger.id} is sensitive and shows itself in ${subject ?? ''}`);
}

/** The codes an interval ledger writes are in its tables, and what it says of the subject are fields of that ledger. */
function checkIntervalTargets(ledger: AnyLedger, ledgerById: ReadonlyMap<string, AnyLedger>): void {
  const { interval, fields } = ledger;
  if (interval === undefined) return;
  const where = `ledger ${ledger.id}, interval`;
  const table = codeTableById.get(fields[interval.event]?.table ?? '');
  const codes = table?.items.map((item) => item.code) ?? [];
  const unknown = Object.values(interval.actions).find((act) => !codes.includes(act.event));
  if (unknown !== undefined) throw new Error(`${where}: ${unknown.event} is no code of ${interval.event}`);
  const target = ledgerById.get(fields[interval.subject]?.target ?? '');
  const wrong = interval.present?.find(({ field, ...how }) => {
    const shown = target?.fields[field];
    return 'turns' in how
      ? !hasCodes(shown, how.turns)
      : !isFilledBy(shown, 'from' in how ? fields[how.from] : undefined);
  });
  if (wrong !== undefined) throw new Error(`${where}: present cannot fill ${wrong.field}`);
}

/** The states of a workflow are codes of its state, its steps are kept in a ledger made for it, and what it creates exists. */
function checkWorkflowTargets(ledger: AnyLedger, ledgerById: ReadonlyMap<string, AnyLedger>): void {
  const { workflow } = ledger;
  if (workflow === undefined) return;
  const unknown = unknownState(ledger);
  const steps = ledgerById.get(workflow.steps);
  const problems = [
    ...(unknown === undefined ? [] : [`${unknown} is no code of ${workflow.state}`]),
    ...(steps?.fields['case_record']?.target === ledger.id
      ? []
      : [`${workflow.steps} does not keep its steps`]),
    ...(steps?.sensitive === ledger.sensitive ? [] : [`${workflow.steps} is not as sensitive as its cases`]),
    ...Object.values(workflow.actions).flatMap(({ creates }) => createsProblem(creates, ledger, ledgerById)),
  ];
  if (problems[0] !== undefined) throw new Error(`ledger ${ledger.id}, workflow: ${problems[0]}`);
}

/** A state of the workflow that is no code of the field that holds it. */
function unknownState({ workflow, fields }: AnyLedger): string | undefined {
  const codes = codeTableById.get(fields[workflow?.state ?? '']?.table ?? '')?.items.map((item) => item.code);
  return Object.keys(workflow?.states ?? {}).find((code) => codes?.includes(code) !== true);
}

/** What an action creates is a record of a ledger, which points back by a link. */
function createsProblem(
  creates: CreatesSpec | undefined,
  ledger: AnyLedger,
  ledgerById: ReadonlyMap<string, AnyLedger>,
): readonly string[] {
  if (creates === undefined) return [];
  const made = ledgerById.get(creates.ledger);
  if (made === undefined) return [`creates ${creates.ledger}, which is no ledger`];
  const isLinked = creates.back === undefined || made.fields[creates.back]?.target === ledger.id;
  return isLinked ? [] : [`${creates.ledger}.${creates.back} is no link back`];
}

/** All codes that turn into others, and those, are in the field's table. */
function hasCodes(field: AnyField | undefined, turns: Readonly<Record<string, string>>): boolean {
  const codes = codeTableById.get(field?.table ?? '')?.items.map((item) => item.code) ?? [];
  return Object.entries(turns)
    .flat()
    .every((code) => codes.includes(code));
}

/** A field can be filled from one of the same kind and target; with words, or emptied, any field can. */
function isFilledBy(shown: AnyField | undefined, from: AnyField | undefined): boolean {
  if (shown === undefined || from === undefined) return shown !== undefined;
  return shown.kind === from.kind && shown.target === from.target;
}

/** The product's registry. */
export const registry: Registry = makeRegistry(entries);

/** Every ledger, in the order of navigation. */
export const ledgers: readonly AnyLedger[] = registry.ledgers;

/** Ledger by its id. */
export const ledgerById: ReadonlyMap<string, AnyLedger> = registry.ledgerById;

/** The ledger of this id; throws when there is none, so callers check what comes from outside before. */
export function ledgerOf(id: string): AnyLedger {
  const ledger = ledgerById.get(id);
  if (!ledger) throw new Error(`no ledger ${id}`);
  return ledger;
}

/** Number of a ledger, stable for ever; high part of its search rowids. */
export function ledgerNo(id: string): number {
  const no = registry.numberById.get(id);
  if (no === undefined) throw new Error(`no ledger ${id}`);
  return no;
}
