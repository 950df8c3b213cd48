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
import type { Caller, RecordWrite } from '../../../db/store/index.ts';

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
