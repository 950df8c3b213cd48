import { z } from 'zod';
import { checkValues } from '../../model/derive/row-check.ts';
import type { Stored } from '../../model/field-kind.ts';
import { chinaDay } from '../../model/office-time.ts';
import type { Finding } from '../../model/reasons.ts';
import { removedField } from '../../model/sync/removal-race.ts';
import type { Choice, Correction, CorrectionOutcome } from '../api.ts';
import { type Core, tableOf, townOf } from '../core.ts';
import { rowOf, run } from '../database.ts';
import { valuesOfRow } from '../ingest/rebuilt-record.ts';
import type { StagedRow } from '../ingest/staging.ts';
import type { CityTable } from '../schema/city-table.ts';
import { townTable } from '../schema/ledger-tables.ts';
import { correct } from './correct.ts';

interface ConflictRow {
  readonly town: string;
  readonly ledger: string;
  readonly id: string;
  readonly field: string;
  readonly lost: unknown;
}

const lostShape = z.object({ value: z.union([z.string(), z.number(), z.null()]) });

/**
 * Settles a conflict. Also what stands already is written as a change, so that the town, where the same may be listed,
 * hears of the decision.
 */
export async function resolve(
  core: Core,
  no: number,
  { choice, author }: { readonly choice: Choice; readonly author: string },
): Promise<CorrectionOutcome | null> {
  const { session } = core.database;
  const conflict = await rowOf<ConflictRow>(
    session,
    'SELECT town, ledger, id, field, lost FROM city_conflict WHERE no = $1',
    [no],
  );
  if (conflict === null) return null;
  const { town, ledger, id, field } = conflict;
  const table = tableOf(core, ledger);
  const serial = (await townOf(session, town))?.serial ?? 0;
  const part = townTable(table, serial, core.layout);
  const row = await rowOf<StagedRow>(session, `SELECT * FROM ${part} WHERE _town = $1 AND id = $2`, [
    town,
    id,
  ]);
  if (row === null) throw new Error(`${ledger} ${id} of ${town} vanished`);
  const decided = decision(core, { table, row, field, lost: lostShape.parse(conflict.lost).value }, choice);
  if (decided === null) return settledOnly(core, no, author);
  if ('findings' in decided) return { ok: false, findings: decided.findings };
  // One of the two values was written by an action; a third one would be a state nobody took the case to.
  return correct(core, { ledger, town, id, author, ...decided }, { decides: typeof choice === 'string' });
}

interface Conflicting {
  readonly table: CityTable;
  readonly row: StagedRow;
  readonly field: string;
  readonly lost: Stored;
}

type Decision =
  | Pick<Correction, 'values' | 'removal'>
  | { readonly findings: readonly Finding[] }
  /** Nothing is to be written. */
  | null;

function decision(core: Core, { table, row, field, lost }: Conflicting, choice: Choice): Decision {
  const isRemoved = row['removed_reason'] !== null;
  if (field === removedField)
    return isRemoved && isBack(choice) ? { values: {}, removal: { reason: null } } : null;
  // A removed record is not written to; the decision stands in the list only.
  if (isRemoved) return null;
  if (choice === 'kept') return { values: { [field]: valuesOfRow(table, row)[field] ?? null } };
  if (choice === 'other') return { values: { [field]: lost } };
  const { value } = choice;
  const findings = checkValues(table.ledger, { [field]: value }, { today: chinaDay(core.now()) });
  if (findings.length > 0) return { findings };
  const kind = table.fieldByName.get(field)?.field;
  return { values: { [field]: value === null || kind === undefined ? null : kind.encode(value) } };
}

/** The other side of a removal is the record with its edits. */
const isBack = (choice: Choice): boolean =>
  choice === 'other' || (typeof choice === 'object' && choice.value === null);

async function settledOnly(core: Core, no: number, author: string): Promise<CorrectionOutcome> {
  const { session } = core.database;
  await run(
    session,
    "UPDATE city_conflict SET state = 'settled', state_at = $2, state_by = $3 WHERE no = $1",
    [no, core.now(), author],
  );
  const self = await rowOf<{ position: number }>(session, 'SELECT position FROM city_self');
  return { ok: true, position: self?.position ?? 0 };
}
