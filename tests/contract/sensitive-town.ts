import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Caller } from '../../db/store/index.ts';
import { openRaw } from '../../db/store/open/cipher-client.ts';
import { readKeyslots, unlock } from '../../db/store/open/keyslots.ts';
import { placesOf } from '../../db/store/open/places.ts';
import type { RawDatabase } from '../../db/store/open/raw-database.ts';
import {
  endOfJob,
  openTown,
  passphrase,
  residentId,
  startDesk,
  type Desk,
} from '../electron/data-process-fixture.ts';

/** Stands in every text of the sensitive records of the town, and nowhere else. */
const mark = '某涉密标记某';

/** A town with sensitive records in every place that could show them, and whoever is told to sit at it. */
export interface SensitiveTown {
  readonly desk: Desk;
  /** Who asks from now on. */
  readonly seat: (caller: Pick<Caller, 'user' | 'seesSensitive'>) => void;
  readonly person: string;
  readonly guardian: string;
  readonly label: string;
  readonly clue: string;
  readonly village: string;
  /** A picture of the guardian's record. */
  readonly hash: string;
  /** A change of the guardian's record that can be undone. */
  readonly change: string;
  /** A batch change of guardians, an import of leads whose rows were refused, and its job. */
  readonly batch: string;
  readonly refused: string;
  readonly job: string;
  /** A job of an import that reads a sheet of leads. */
  readonly sheet: string;
  /** Numbers of a conflict, of twins, open and merged. */
  readonly conflict: string;
  readonly twins: string;
  /** A file to write to. */
  readonly out: (name: string) => string;
  /** What of the town none may see who may not open sensitive ledgers. */
  readonly secrets: readonly string[];
  /** Users whose looks stand in the log, with what they looked at. */
  readonly close: () => Promise<readonly { readonly user: string; readonly field: string }[]>;
}

const personValues = (village: string, name: string, serial: number) => ({
  name,
  doc_type: '111',
  doc_no: residentId(serial),
  person_kinds: ['02'],
  village,
});

/** Makes the file of such a town, closed. */
export async function plantedFile() {
  const first = await openTown();
  const planted = await plant(first);
  await first.close();
  const raw = rawOf(first.file);
  plantExchange(raw, planted);
  raw.close();
  const { file, folder } = first;
  const secrets = [mark, planted.guardian, planted.twin, planted.label, planted.clue];
  return { ...planted, file, folder, secrets, conflict: '1', twins: '1' };
}

/** Users whose looks stand in the log of a file that is closed, with what they looked at. */
export function looksIn(file: string): readonly { readonly user: string; readonly field: string }[] {
  const log = rawOf(file);
  const rows = log.prepare('SELECT user, field FROM view_log ORDER BY no').all() as {
    user: string;
    field: string;
  }[];
  log.close();
  return rows;
}

/** The town with somebody sitting at it. */
export async function sensitiveTown(): Promise<SensitiveTown> {
  const planted = await plantedFile();
  let seated: Caller = { user: 'first', name: '', language: 'zh', seesMasked: true };
  const desk = await startDesk(planted.folder, null, { userOf: (language) => ({ ...seated, language }) });
  await desk.value('session.unlock', { passphrase });
  return {
    ...planted,
    desk,
    seat: (caller) => {
      seated = { name: caller.user, language: 'zh', seesMasked: true, ...caller };
    },
    out: (name) => path.join(desk.folder, name),
    close: async () => {
      await desk.close();
      return looksIn(planted.file);
    },
  };
}

type Planted = Awaited<ReturnType<typeof plant>>;

/** Enters the records as a clerk would. */
async function plant(desk: Desk) {
  const villages = await desk.value('record.page', { ledger: 'division', where: { level: '5' }, limit: 1 });
  const village = villages.rows[0]?.id ?? '';
  const save = async (ledger: string, values: Record<string, string | string[] | null>) => {
    const id = randomUUID();
    const { change } = await desk.value('record.save', { writeId: id, ledger, id, base: 0, values });
    return { id, change: change ?? '' };
  };
  const person = (await save('person', personValues(village, '陈大文', 1))).id;
  const label = randomUUID();
  await desk.value('interval.move', {
    ledger: 'care_label',
    subject: person,
    action: 'enter',
    values: { kind: '01', level: '01', from_day: '2026-11-20', owner: mark, unit: mark },
    endsSubject: false,
    writeId: randomUUID(),
    newId: label,
  });
  const picture = path.join(desk.folder, `${mark}.png`);
  writeFileSync(picture, Buffer.concat([png, Buffer.from(mark)]));
  const { hash } = await desk.value('attachment.add', { file: picture });
  const guardian = await save('care_guardian', {
    person,
    name: `${mark}甲`,
    agreement_no: mark,
    agreement_to: '2026-11-23',
    files: [hash],
  });
  const twin = await save('care_guardian', { person, name: `${mark}乙`, agreement_to: '2027-01-01' });
  const lead = { found_on: '2026-11-01', kind: '01', clue_source: '01', village, content: `${mark}的线索` };
  const clue = (await save('clue', lead)).id;
  const changed = await desk.value('record.save', {
    writeId: randomUUID(),
    ledger: 'care_guardian',
    id: guardian.id,
    base: 1,
    values: { address: mark },
  });
  const batch = randomUUID();
  const applied = await desk.value('batch.apply', {
    batch,
    ledger: 'care_guardian',
    selection: { ids: [twin.id] },
    values: { agreement_no: mark },
  });
  await endOfJob(desk, applied.job);
  return {
    village,
    person,
    label,
    guardian: guardian.id,
    twin: twin.id,
    clue,
    hash,
    change: changed.change ?? '',
    batch,
    ...(await plantImport(desk)),
  };
}

/** An import whose rows are refused, with their values. */
async function plantImport(desk: Desk) {
  const sheet = path.join(desk.folder, 'clues.csv');
  writeFileSync(sheet, `\ufeff登记日期,线索类别,线索来源,线索内容\n${mark},${mark},无,${mark}\n`);
  const { columns } = await desk.value('import.inspect', { ledger: 'clue', file: sheet });
  const mapping = columns.map(({ index, field }) => ({ index, field }));
  const refused = randomUUID();
  const order = { batch: refused, ledger: 'clue', file: sheet, mapping, dryRun: false };
  const { job } = await desk.value('import.start', order);
  await endOfJob(desk, job);
  return { sheet, refused, job };
}

/** What only the exchange with other offices brings: it is put where a package and a receipt would have put it. */
function plantExchange(raw: RawDatabase, { guardian, twin }: Planted): void {
  const put = (table: string, values: Readonly<Record<string, string | number | null>>): void => {
    const names = Object.keys(values);
    raw
      .prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
      .run(...Object.values(values));
  };
  const at = '2026-11-20T00:00:00.000Z';
  put('conflict', {
    ledger: 'care_guardian',
    record: guardian,
    field: 'agreement_no',
    peer: 'n1',
    kept: JSON.stringify(mark),
    kept_at: 1,
    kept_node: 'n0',
    kept_author: '甲',
    other: JSON.stringify(`${mark}丙`),
    other_at: 2,
    other_node: 'n1',
    other_author: '乙',
    found_at: at,
    state: 'open',
    state_at: '',
    state_by: '',
  });
  // Two guardians are twins where their keys agree; a merged pair is listed whatever its keys say.
  put('twin', {
    ledger: 'care_guardian',
    record: twin,
    other: guardian,
    found_at: at,
    state: 'merged',
    batch: null,
  });
  const returned = {
    ledger: 'care_guardian',
    record: guardian,
    field: 'name',
    reason: 'required',
    args: '{}',
  };
  put('returned_row', { ...returned, peer: 'n1', position: 1, at });
  put('duplicate_elsewhere', {
    ledger: 'care_guardian',
    record: guardian,
    other: 'x',
    unit_code: '441900122',
    unit_name: '别镇',
    at,
  });
  const content = JSON.stringify({
    ledger: 'care_guardian',
    revision: 1,
    id: 'waiting',
    isWhole: true,
    values: { name: mark },
    clock: [1, 'n1'],
    clocks: {},
    removal: null,
    author: mark,
  });
  put('quarantine', {
    ...returned,
    record: 'waiting',
    peer: 'n1',
    content,
    seen: 0,
    sensitive: 1,
    arrival: 1,
    at,
  });
}

function rawOf(file: string): RawDatabase {
  const places = placesOf(file);
  const keyslots = readKeyslots(places.keys);
  const keys = keyslots === null ? null : unlock(keyslots, passphrase);
  if (keys === null) throw new Error('no key');
  return openRaw({ filename: places.file, key: keys.database, mustExist: true });
}

/** The first bytes of a picture. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
