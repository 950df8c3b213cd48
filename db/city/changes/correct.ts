import { codeTableById } from '../../model/codes/code-tables.ts';
import type { AnyLedger } from '../../model/define-ledger.ts';
import { checkRow } from '../../model/derive/row-check.ts';
import type { Stored, Value, Values } from '../../model/field-kind.ts';
import type { Finding } from '../../model/reasons.ts';
import { refusedByHand } from '../../model/workflow/by-hand.ts';
import type { Correction, CorrectionOutcome } from '../api.ts';
import { type Core, lockTown, notedTown, type Town, townOf } from '../core.ts';
import { type Connection, rowOf, run } from '../database.ts';
import { valuesOfRow } from '../ingest/rebuilt-record.ts';
import type { StagedRow } from '../ingest/staging.ts';
import { TownCodes } from '../ingest/town-codes.ts';
import { removedField } from '../../model/sync/removal-race.ts';
import { chinaDay } from '../../model/office-time.ts';
import { attachParts, createParts, townTable } from '../schema/ledger-tables.ts';
import type { CityTable } from '../schema/city-table.ts';
import { writeOwnChange } from './own-change.ts';

/**
 * Changes a record at the city, or creates it; the change goes down to the town it belongs to. Cases are held to their
 * workflow as in a town; a decision about what was done before (`decides`), and an answer to a case, may write what
 * only actions write.
 */
export function correct(
  core: Core,
  correction: Correction,
  { decides = false }: { readonly decides?: boolean } = {},
): Promise<CorrectionOutcome> {
  return core.database.transaction(async (session): Promise<CorrectionOutcome> => {
    const table = core.tableById.get(correction.ledger);
    if (table === undefined) return refused('unknown-field');
    await lockTown(session, correction.town);
    const town = await townFor(core, session, correction.town);
    if (town === null) return refused('link-none');
    const into = townTable(table, town.serial, core.layout);
    const row = await rowOf<StagedRow>(session, `SELECT * FROM ${into} WHERE _town = $1 AND id = $2`, [
      town.code,
      correction.id,
    ]);
    const held = decides ? [] : heldToWorkflow(core, table, { correction, row });
    const findings = [...held, ...(await findingsOf(core, session, { table, town, correction, row }))];
    if (findings.length > 0) return { ok: false, findings };
    const { id, removal, author } = correction;
    const values = filledIn(table, row, correction.values);
    const position = await writeOwnChange(session, {
      table,
      into,
      town: town.code,
      id,
      values,
      removal,
      isCreation: row === null,
      author,
      node: core.node,
      now: core.now(),
    });
    await run(
      session,
      `INSERT INTO city_count (town, ledger, rows) VALUES ($1, $2, $3)
       ON CONFLICT (town, ledger) DO UPDATE SET rows = city_count.rows + excluded.rows`,
      [town.code, table.name, currentRows(row, removal) - (row === null ? 0 : currentRows(row))],
    );
    await settled(session, correction, core.now());
    return { ok: true, position };
  });
}

/** 1 while a row counts as current, also after a removal or return. */
const currentRows = (row: StagedRow | null, removal?: Correction['removal']): number => {
  const reason = removal === undefined ? (row?.['removed_reason'] ?? null) : removal.reason;
  return reason === null ? 1 : 0;
};

/** Whoever writes a field has decided what was open about it. */
async function settled(
  session: Connection,
  { ledger, town, id, values, removal, author }: Correction,
  at: Date,
): Promise<void> {
  const fields = [...Object.keys(values), ...(removal === undefined ? [] : [removedField])];
  await run(
    session,
    `UPDATE city_conflict SET state = 'settled', state_at = $5, state_by = $6
     WHERE state = 'open' AND town = $1 AND ledger = $2 AND id = $3 AND field = ANY($4)`,
    [town, ledger, id, fields, at, author],
  );
}

const refused = (code: Finding['code']): CorrectionOutcome => ({
  ok: false,
  findings: [{ field: null, code, level: 'error' }],
});

/** A town whose records the city has; the city itself gets its parts with its first own record. */
async function townFor(core: Core, session: Connection, code: string): Promise<Town | null> {
  if (code !== core.unit.code) {
    const town = await townOf(session, code);
    return town?.isLoaded === true ? town : null;
  }
  const own = await notedTown(session, core.unit);
  if (own.isLoaded) return own;
  if (core.layout === 'partitions') {
    await createParts(session, core.tables, own.serial);
    await attachParts(session, core.tables, { town: own, hasRows: () => false });
  }
  await run(session, 'UPDATE city_town SET is_loaded = true WHERE code = $1', [own.code]);
  return { ...own, isLoaded: true };
}

/** What only the actions of a workflow may do, as the town's own store refuses it. */
function heldToWorkflow(
  { registry }: Core,
  table: CityTable,
  { correction, row }: { readonly correction: Correction; readonly row: StagedRow | null },
): readonly Finding[] {
  const { ledger } = table;
  const cases = registry.ledgerById.get(ledger.fields['case_record']?.target ?? '');
  const before = row === null ? {} : decoded(table, valuesOfRow(table, row));
  const after = decoded(table, correction.values);
  const changed = Object.keys(after).filter((name) => (after[name] ?? null) !== (before[name] ?? null));
  const write = { ledger, cases, changed, row: before };
  if (row === null) return [...refusedByHand({ ...write, op: 'create' }), ...wrongBegin(ledger, after)];
  return [
    ...(changed.length > 0 ? refusedByHand({ ...write, op: 'update' }) : []),
    ...(correction.removal === undefined
      ? []
      : refusedByHand({ ...write, op: correction.removal.reason === null ? 'restore' : 'remove' })),
  ];
}

/** A case the city begins stands where cases begin. */
function wrongBegin({ fields, workflow }: AnyLedger, values: Values): readonly Finding[] {
  const state = values[workflow?.state ?? ''];
  if (workflow === undefined || state === undefined || workflow.begins.some((code) => code === state))
    return [];
  const [first] = workflow.begins;
  const codes = codeTableById.get(fields[workflow.state]?.table ?? '')?.items ?? [];
  const name = codes.find(({ code }) => code === first)?.name ?? first;
  return [{ field: workflow.state, code: 'workflow-begin', args: { state: name }, level: 'error' }];
}

/** Errors of the row as it would be that are not in it already. */
async function findingsOf(
  core: Core,
  session: Connection,
  {
    table,
    town,
    correction,
    row,
  }: {
    readonly table: CityTable;
    readonly town: Town;
    readonly correction: Correction;
    readonly row: StagedRow | null;
  },
): Promise<readonly Finding[]> {
  const { removal, values } = correction;
  if (removal !== undefined && (row === null || removal.reason?.trim() === ''))
    return [{ field: null, code: 'required', level: 'error' }];
  if (Object.keys(values).length === 0)
    return removal === undefined ? [{ field: null, code: 'required', level: 'error' }] : [];
  const { names } = await TownCodes.of(core, session, town);
  const context = { today: chinaDay(core.now()), names };
  const before = row === null ? {} : decoded(table, valuesOfRow(table, row));
  const after = { ...before, ...decoded(table, values) };
  const errors = (fields: typeof before): readonly Finding[] =>
    checkRow(table.ledger, table.ledger.fill(fields), context).filter(({ level }) => level === 'error');
  const known = row === null ? [] : errors(before);
  return errors(after).filter(
    ({ field, code }) => !known.some((old) => old.field === field && old.code === code),
  );
}

/** Values with what the ledger fills in beside them, as a town's own store writes it. */
function filledIn(
  table: CityTable,
  row: StagedRow | null,
  values: Correction['values'],
): Correction['values'] {
  if (Object.keys(values).length === 0) return values;
  const before = row === null ? {} : valuesOfRow(table, row);
  const filled = table.ledger.fill({ ...decoded(table, before), ...decoded(table, values) });
  const written = table.fields.flatMap(({ name, field }): [string, Stored][] => {
    const value = filled[name] ?? null;
    const stored = value === null ? null : field.encode(value);
    return name in values || stored !== (before[name] ?? null) ? [[name, stored]] : [];
  });
  // Those that were named keep their places.
  return { ...values, ...Object.fromEntries(written) };
}

/** Values in memory; a name that is no field stays, so that the check names it. */
function decoded(table: CityTable, values: Correction['values']): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, stored]): [string, Value] => {
      const field = table.fieldByName.get(name)?.field;
      if (stored === null || field === undefined) return [name, stored];
      // The kind's own decode answers with the kind's value.
      const value: Value = field.decode(stored);
      return [name, value];
    }),
  );
}
