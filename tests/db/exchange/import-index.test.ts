import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startImport } from '../../../db/exchange/sheet/import/import-sheet.ts';
import { openStore, practicePassphrase, type CreateOptions, type Store } from '../../../db/store/index.ts';
import { rawFile } from '../store/fixture.ts';
import { scratchFolder } from './crafted-xlsx.ts';
import { clerk, ledgerNamed, now, townStore } from './town-store.ts';

const person = ledgerNamed('person');
const columns = ['name', 'doc_type', 'doc_no', 'person_kinds', 'sex', 'birth_date', 'village', 'phone'];
const rows = [
  ['曾国强', '414', 'E12345678', '户籍、留守', '男', '1980-01-01', '大宁社区居民委员会', '13800138000'],
  [
    '单于慧',
    '414',
    'G2345678',
    '流动',
    '女',
    '1981-02-03',
    '大宁社区居民委员会',
    '0769-22830000、13900139000',
  ],
  ['吕绿', '414', 'H3456789', '流动', '女', '1982-05-06', '大宁社区居民委员会', ''],
  ['阿卜杜拉·阿依古丽', '414', 'K4567890', '户籍', '女', '1983-07-08', '大宁社区居民委员会', '12345'],
  ['John Smith', '414', 'P5678901', '境外', '男', '1984-09-10', '大宁社区居民委员会', '+85291234567'],
  ['𠮷野樱', '414', 'TK678901', '境外', '女', '1985-11-12', '大宁社区居民委员会', ''],
];

interface Town {
  readonly store: Store;
  readonly options: CreateOptions;
}

function town(): Town {
  const folder = scratchFolder(onTestFinished);
  const file = path.join(folder, 'town.db');
  const store = townStore(folder, onTestFinished);
  const options = { file, passphrase: practicePassphrase, now, town: store.info.town, practice: true };
  return { store, options };
}

/** Everything the search knows, as it lies in the closed file. */
function indexIn({ options }: Town) {
  const raw = rawFile(options);
  raw.exec('CREATE VIRTUAL TABLE temp.seen USING fts5vocab(main, person_words, instance)');
  const keys = raw.prepare('SELECT kind, ledger, key, rid FROM search_key').raw().all();
  const words = raw.prepare('SELECT term, doc FROM temp.seen ORDER BY doc, term').raw().all();
  raw.close();
  return { keys, words };
}

async function imported(): Promise<Town> {
  const made = town();
  const file = path.join(path.dirname(made.options.file), 'people.csv');
  writeFileSync(file, [columns, ...rows].map((cells) => cells.join(',')).join('\n'));
  const input = { store: made.store, ledger: person, caller: clerk, batch: randomUUID(), file, now };
  const answer = await startImport({ ...input, dryRun: false });
  if (!answer.ok) throw new Error(answer.refusal.code);
  expect(answer.value.result).toMatchObject({ created: rows.length, errors: [] });
  return made;
}

/** The same people, entered by hand one after the other. */
function saved({ store: from }: Town): Town {
  const made = town();
  const { store } = made;
  const village = store.names('zh').linkOf('division', '大宁社区居民委员会');
  if (typeof village !== 'object') throw new Error('no village');
  for (const [, , number] of rows) {
    const found = from.findByKey('person', { doc_type: '414', doc_no: number ?? '' });
    const record = found && from.get('person', found.id, clerk);
    if (!record) throw new Error(`${number} was not imported`);
    const values = { ...record.values, village: village.id };
    const writes = [{ ledger: 'person', id: record.id, op: 'create' as const, values }];
    expect(store.write({ writeId: randomUUID(), caller: clerk, writes })).toMatchObject({ ok: true });
  }
  return made;
}

test('what was imported is found by the same words and keys as what was entered by hand', async () => {
  const sheet = await imported();
  const hand = saved(sheet);
  for (const { store } of [sheet, hand]) {
    expect(store.checkAll()).toMatchObject({ ok: true, findings: [] });
    store.close();
  }
  const index = indexIn(sheet);
  expect(index.words.length).toBeGreaterThan(30);
  expect(index.keys.length).toBeGreaterThan(30);
  expect(index).toEqual(indexIn(hand));
});

test('an index built anew at opening is the one the import made', async () => {
  const made = await imported();
  made.store.close();
  const before = indexIn(made);
  const raw = rawFile(made.options);
  raw.exec("UPDATE ledger SET searched = 'of another program'; DELETE FROM search_key WHERE kind = 1");
  raw.close();
  const again = openStore(made.options);
  if (!again.ok) throw new Error(again.kind);
  expect(again.store.checkAll()).toMatchObject({ ok: true });
  again.store.close();
  expect(indexIn(made)).toEqual(before);
});
