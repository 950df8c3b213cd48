import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { defineLedger } from '../../../db/model/define-ledger.ts';
import { computed } from '../../../db/model/fields/computed.ts';
import { day } from '../../../db/model/fields/day.ts';
import { integer } from '../../../db/model/fields/integer.ts';
import { link } from '../../../db/model/fields/link.ts';
import { multiChoice } from '../../../db/model/fields/multi-choice.ts';
import { text } from '../../../db/model/fields/text.ts';
import { words } from '../../../db/model/localized.ts';
import { makeRegistry, type Registry } from '../../../db/model/registry.ts';
import type { Values } from '../../../db/model/field-kind.ts';
import {
  createStore,
  openStore,
  type Caller,
  type CreateOptions,
  type RecordWrite,
  type Store,
  type WriteOutcome,
} from '../../../db/store/index.ts';
import { openRaw } from '../../../db/store/open/cipher-client.ts';
import { readKeyslots, unlock } from '../../../db/store/open/keyslots.ts';
import { placesOf } from '../../../db/store/open/places.ts';
import type { RawDatabase } from '../../../db/store/open/raw-database.ts';

/** A place others live in. */
export const place = defineLedger({
  id: 'place',
  revision: 1,
  area: 'base',
  label: words('地点', 'Places'),
  counter: words('处', 'places'),
  source: 'fixture',
  fields: {
    code: text({
      label: words('编号', 'Code'),
      max: 20,
      code: true,
      required: true,
      search: true,
      indexed: true,
    }),
    road: text({ label: words('路名', 'Road'), max: 80, search: true, suggest: true }),
  },
  title: ['road'],
  subtitle: ['code'],
  sections: [{ label: words('基本', 'Basic'), fields: ['code', 'road'] }],
  list: ['code', 'road'],
  naturalKey: ['code'],
  sort: 'code',
});

/** Somebody with a name, a number, a home. */
export const dweller = defineLedger({
  id: 'dweller',
  revision: 1,
  area: 'base',
  label: words('住户', 'Dwellers'),
  counter: words('人', 'people'),
  source: 'fixture',
  fields: {
    name: text({
      label: words('姓名', 'Name'),
      max: 40,
      name: true,
      required: true,
      search: true,
      indexed: true,
    }),
    number: text({
      label: words('号码', 'Number'),
      max: 30,
      code: true,
      search: true,
      masked: true,
      indexed: true,
    }),
    age: integer({ label: words('年龄', 'Age'), min: 0, max: 150, indexed: true }),
    born: day({ label: words('出生', 'Born') }),
    kinds: multiChoice({ label: words('类别', 'Kinds'), table: 'person_kind' }),
    home: link({ label: words('住处', 'Home'), ledger: 'place' }),
    note: text({ label: words('备注', 'Note'), max: 200 }),
    label: computed({
      label: words('称呼', 'Label'),
      compute: (row) => `${String(row['name'])}（${String(row['age'] ?? '?')}）`,
    }),
  },
  title: ['name'],
  subtitle: ['number', 'home'],
  sections: [
    {
      label: words('基本', 'Basic'),
      fields: ['name', 'number', 'age', 'born', 'kinds', 'home', 'note', 'label'],
    },
  ],
  list: ['name', 'number', 'age', 'home'],
  naturalKey: ['number'],
  sort: 'name',
  indexes: [['home', 'name']],
  duplicates: [['name', 'born']],
});

export const fixtureRegistry: Registry = makeRegistry([
  { no: 101, ledger: dweller },
  { no: 102, ledger: place },
]);

export const passphrase = 'a passphrase of the fixture';
export const clerk: Caller = { user: 'u1', name: '李梅', language: 'zh', seesMasked: true };
export const visitor: Caller = { user: 'u2', name: '王强', language: 'zh', seesMasked: false };

/** A clock that tests can move. */
function settableClock(start = '2026-11-23T02:00:00.000Z'): {
  now: () => Date;
  set: (iso: string) => void;
} {
  let at = Date.parse(start);
  return {
    now: () => new Date((at += 10)),
    set: (iso) => {
      at = Date.parse(iso);
    },
  };
}

export const newFolder = (): string => mkdtempSync(path.join(os.tmpdir(), 'zw-store-'));

export function optionsIn(folder: string, more: Partial<CreateOptions> = {}): CreateOptions {
  return {
    file: path.join(folder, 'town.db'),
    passphrase,
    now: settableClock().now,
    town: { code: '441900121', name: '虎门镇' },
    practice: false,
    kdfCost: 1024,
    registry: fixtureRegistry,
    ...more,
  };
}

/** A new store in a folder of its own. */
export function newStore(more: Partial<CreateOptions> = {}): {
  store: Store;
  options: CreateOptions;
  folder: string;
} {
  const folder = newFolder();
  const options = optionsIn(folder, more);
  return { store: created(options), options, folder };
}

export function created(options: CreateOptions): Store {
  const outcome = createStore(options);
  if (!outcome.ok) throw new Error(`not created: ${JSON.stringify(outcome)}`);
  return outcome.store;
}

export function opened(options: CreateOptions): Store {
  const outcome = openStore(options);
  if (!outcome.ok) throw new Error(`not opened: ${JSON.stringify(outcome)}`);
  return outcome.store;
}

/** Writes and expects success. */
export function save(store: Store, ...writes: readonly RecordWrite[]): Extract<WriteOutcome, { ok: true }> {
  const outcome = store.write({ writeId: randomUUID(), caller: clerk, writes });
  if (!outcome.ok) throw new Error(`not written: ${JSON.stringify(outcome.problem)}`);
  return outcome;
}

export const addDweller = (id: string, values: Values): RecordWrite => ({
  ledger: 'dweller',
  id,
  op: 'create',
  values,
});
export const addPlace = (id: string, values: Values): RecordWrite => ({
  ledger: 'place',
  id,
  op: 'create',
  values,
});
export const change = (id: string, values: Values, base?: number): RecordWrite => ({
  ledger: 'dweller',
  id,
  op: 'update',
  values,
  ...(base !== undefined && { base }),
});

/** The file itself, behind the store's back; the store must be closed. */
export function rawFile(options: CreateOptions): RawDatabase {
  const places = placesOf(options.file);
  const keyslots = readKeyslots(places.keys);
  const keys = keyslots === null ? null : unlock(keyslots, options.passphrase);
  if (keys === null) throw new Error('no key');
  return openRaw({ filename: places.file, key: keys.database, mustExist: true });
}
