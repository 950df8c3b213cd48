import { defineLedger } from '../../../db/model/define-ledger.ts';
import type { FollowSpec } from '../../../db/model/follow-spec.ts';
import { day } from '../../../db/model/fields/day.ts';
import { integer } from '../../../db/model/fields/integer.ts';
import { link } from '../../../db/model/fields/link.ts';
import { text } from '../../../db/model/fields/text.ts';
import { words } from '../../../db/model/localized.ts';
import type { RecordWrite } from '../../../db/store/index.ts';

/** Rules kept as data: how often people of a name are visited. */
export const pace = defineLedger({
  id: 'pace',
  revision: 1,
  area: 'base',
  label: words('间隔', 'Paces'),
  counter: words('条', 'rows'),
  source: 'fixture',
  fields: {
    name: text({ label: words('名称', 'Name'), max: 10, required: true }),
    visits: integer({ label: words('次数', 'Visits') }),
  },
  title: ['name'],
  sections: [{ label: words('基本', 'Basic'), fields: ['name', 'visits'] }],
  list: ['name'],
  naturalKey: ['name'],
  sort: 'name',
});

export const follow: FollowSpec<'last_on' | 'total' | 'open'> = {
  part: 'call',
  link: 'ward',
  newest: 'on_day',
  fields: ['last_on', 'total', 'open'],
  reads: ['pace'],
  values: ({ whole, newest, parts, rows }) => {
    const wanted = rows('pace').find((row) => row['name'] === whole['name'])?.['visits'];
    const total = parts().length;
    return {
      last_on: newest?.['on_day'] ?? null,
      total,
      open: typeof wanted === 'number' ? wanted - total : null,
    };
  },
};
/** People whose fields follow the visits paid to them. */
export const ward = defineLedger({
  id: 'ward',
  revision: 1,
  area: 'base',
  label: words('对象', 'Wards'),
  counter: words('人', 'wards'),
  source: 'fixture',
  fields: {
    name: text({ label: words('姓名', 'Name'), max: 10, required: true }),
    last_on: day({ label: words('最近', 'Last on'), automatic: true }),
    total: integer({ label: words('次数', 'Total'), automatic: true }),
    open: integer({ label: words('还差', 'Left'), automatic: true }),
  },
  title: ['name'],
  sections: [{ label: words('基本', 'Basic'), fields: ['name', 'last_on', 'total', 'open'] }],
  list: ['name'],
  naturalKey: ['name'],
  sort: 'name',
  follows: [follow],
});
/** Visits, the parts of wards. */
export const call = defineLedger({
  id: 'call',
  revision: 1,
  area: 'base',
  label: words('走访', 'Calls'),
  counter: words('次', 'calls'),
  source: 'fixture',
  fields: {
    ward: link({ label: words('对象', 'Ward'), ledger: 'ward', required: true }),
    on_day: day({ label: words('日期', 'Day'), required: true }),
    note: text({ label: words('备注', 'Note'), max: 20 }),
  },
  title: ['on_day'],
  sections: [{ label: words('基本', 'Basic'), fields: ['ward', 'on_day', 'note'] }],
  list: ['on_day'],
  naturalKey: ['ward', 'on_day'],
  sort: 'on_day',
  indexes: [['on_day']],
  partOf: 'ward',
});
export const wardLines = [
  { no: 101, ledger: pace },
  { no: 102, ledger: ward },
  { no: 103, ledger: call },
];

/** A visit to `w1`. */
export function paid(id: string, on_day: string): RecordWrite {
  return { ledger: 'call', id, op: 'create', values: { ward: 'w1', on_day } };
}
