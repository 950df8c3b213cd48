import type { Stored, Values } from '../../model/field-kind.ts';
import { handedUp, planReply, type HandedUp, type ReplyFacts } from '../../model/workflow/reply.ts';
import type { SuperiorSpec } from '../../model/workflow/workflow-spec.ts';
import type { CaseAnswer, CorrectionOutcome } from '../api.ts';
import { type Core, loadedTowns, tableOf, type Town, townOf } from '../core.ts';
import { rowsOf } from '../database.ts';
import { valuesOfRow } from '../ingest/rebuilt-record.ts';
import type { StagedRow } from '../ingest/staging.ts';
import { TownCodes } from '../ingest/town-codes.ts';
import { filesHere } from '../registers/files.ts';
import type { CityTable } from '../schema/city-table.ts';
import { townTable } from '../schema/ledger-tables.ts';
import { correct } from './correct.ts';

/** Answers a case that a town handed up: a record of the town's, which goes down to it like a correction. */
export async function answerCase(core: Core, answer: CaseAnswer): Promise<CorrectionOutcome> {
  const { ledger, town: code, id, replyId, author, ...reply } = answer;
  const table = core.tableById.get(ledger);
  const superior = table?.ledger.workflow?.superior;
  const town = code === core.unit.code ? null : await townOf(core.database.session, code);
  if (table === undefined || superior === undefined || town?.isLoaded !== true) return notHere;
  const [row] = await casesIn(core, { table, town }, { sql: 'id = $2', values: [id] });
  if (row === undefined) return notHere;
  const replies = tableOf(core, superior.replies);
  const facts = await factsOf(core, { table, superior, town, documents: reply.documents }, row);
  const planned = planReply(
    { ledger: table.ledger, replies: replies.ledger },
    { ...reply, by: author },
    facts,
  );
  if ('findings' in planned) return { ok: false, findings: planned.findings };
  const values = encoded(replies, planned.values);
  return correct(core, { ledger: replies.name, town: code, id: replyId, values, author }, { decides: true });
}

/** Cases of all towns, or of one, that wait for an answer, oldest first in each. */
export async function casesWaiting(
  core: Core,
  code: string | null,
): Promise<readonly (HandedUp & { readonly town: string })[]> {
  const waiting: (HandedUp & { readonly town: string })[] = [];
  for (const town of await loadedTowns(core.database.session)) {
    if (town.code === core.unit.code || (code !== null && code !== town.code)) continue;
    for (const table of core.tables) waiting.push(...(await waitingIn(core, table, town)));
  }
  return waiting;
}

async function waitingIn(
  core: Core,
  table: CityTable,
  town: Town,
): Promise<readonly (HandedUp & { readonly town: string })[]> {
  const { workflow } = table.ledger;
  const superior = workflow?.superior;
  if (workflow === undefined || superior === undefined) return [];
  const rows = await casesIn(
    core,
    { table, town },
    { sql: `"${workflow.state}" = $2 AND removed_at IS NULL`, values: [superior.state] },
  );
  const waiting: (HandedUp & { readonly town: string })[] = [];
  for (const row of rows) {
    const one = handedUp(table.ledger, await factsOf(core, { table, superior, town }, row));
    if (one !== null) waiting.push({ ...one, town: town.code });
  }
  return waiting.toSorted((a, b) => ((a.since ?? '') < (b.since ?? '') ? -1 : 1));
}

const notHere: CorrectionOutcome = {
  ok: false,
  findings: [{ field: null, code: 'reply-not-here', level: 'error' }],
};

const casesIn = (
  core: Core,
  { table, town }: { readonly table: CityTable; readonly town: Town },
  where: { readonly sql: string; readonly values: readonly string[] },
): Promise<readonly StagedRow[]> =>
  rowsOf<StagedRow>(
    core.database.session,
    `SELECT * FROM ${townTable(table, town.serial, core.layout)} WHERE _town = $1 AND ${where.sql} ORDER BY id`,
    [town.code, ...where.values],
  );

async function factsOf(
  core: Core,
  {
    table,
    superior,
    town,
    documents = [],
  }: {
    readonly table: CityTable;
    readonly superior: SuperiorSpec;
    readonly town: Town;
    readonly documents?: readonly string[];
  },
  row: StagedRow,
): Promise<ReplyFacts> {
  const { session } = core.database;
  const id = String(row['id']);
  const replies = tableOf(core, superior.replies);
  const earlier = await casesIn(
    core,
    { table: replies, town },
    { sql: 'case_record = $2 AND removed_at IS NULL', values: [id] },
  );
  const { names } = await TownCodes.of(core, session, town);
  return {
    id,
    row: decoded(table, row),
    isRemoved: row['removed_reason'] !== null,
    earlier: earlier
      .map((one) => ({ id: String(one['id']), values: decoded(replies, one) }))
      .toSorted((a, b) => (String(a.values['replied_at']) < String(b.values['replied_at']) ? -1 : 1)),
    kept: new Set((await filesHere(session, documents)).map(({ hash }) => hash)),
    office: core.unit.name,
    now: core.now(),
    names,
  };
}

/** Values of a row as the rules read them. */
function decoded(table: CityTable, row: StagedRow): Values {
  const stored = valuesOfRow(table, row);
  return Object.fromEntries(
    table.fields.map(({ name, field }) => {
      const value = stored[name] ?? null;
      return [name, value === null ? null : field.decode(value)] as const;
    }),
  );
}

const encoded = (table: CityTable, values: Values): Readonly<Record<string, Stored>> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const field = table.fieldByName.get(name)?.field;
      return field === undefined || value === null ? [] : [[name, field.encode(value)] as const];
    }),
  );
