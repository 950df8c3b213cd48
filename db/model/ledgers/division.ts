import { defineLedger } from '../define-ledger.ts';
import { divisionNameForms } from '../divisions/name-forms.ts';
import { choice } from '../fields/choice.ts';
import { day } from '../fields/day.ts';
import { link } from '../fields/link.ts';
import { text } from '../fields/text.ts';
import { words } from '../localized.ts';
import { pointField } from './parts/place.ts';
import { broken } from '../rules/broken.ts';
import { dayOrder } from '../rules/day-order.ts';

/**
 * Administrative divisions (行政区划): the town and its villages. Codes are 12 digits of the statistical division code
 * (统计用区划代码): 6 + town 3 + village 3; a town ends in 000. Dongguan has no county level, so nothing may take the
 * first six digits for a county. Merged or renamed divisions keep their row with `valid_to` and `successor`.
 */
export const division = defineLedger({
  id: 'division',
  revision: 1,
  area: 'base',
  label: words('行政区划', 'Divisions'),
  counter: words('个', 'divisions'),
  source: 'GB/T 2260、GB/T 10114-2003、统计用区划代码',
  fields: {
    code: text({
      label: words('区划代码', 'Division code'),
      help: words(
        '12 位统计用区划代码，镇街末三位为 000',
        'The 12-digit statistical code; a town ends in 000',
      ),
      max: 12,
      code: true,
      required: true,
      search: true,
      indexed: true,
      aliases: ['代码', '行政区划代码', '统计用区划代码', '村社区代码'],
    }),
    name: text({
      label: words('名称', 'Name'),
      help: words('全称，如“虎门寨社区”', 'Full name, such as 虎门寨社区'),
      max: 50,
      name: true,
      required: true,
      search: true,
      indexed: true,
      aliases: ['区划名称', '村社区', '村（社区）名称', '社区名称'],
    }),
    level: choice({
      label: words('级别', 'Level'),
      table: 'division_level',
      required: true,
      aliases: ['区划级别', '层级'],
    }),
    parent: link({
      label: words('上级区划', 'Parent'),
      help: words('村（社区）所属的镇街', 'The town a village belongs to'),
      ledger: 'division',
      aliases: ['上级', '所属镇街'],
    }),
    short_name: text({
      label: words('简称', 'Short name'),
      max: 20,
      aliases: ['别名'],
    }),
    place: pointField(),
    valid_from: day({
      label: words('启用日期', 'Valid from'),
      aliases: ['设立日期'],
    }),
    valid_to: day({
      label: words('停用日期', 'Valid to'),
      help: words('撤并、更名前的最后一天', 'The last day before a merger or a new name'),
      aliases: ['撤销日期'],
    }),
    successor: link({
      label: words('继任区划', 'Successor'),
      help: words('撤并、更名后的区划', 'The division that took its place'),
      ledger: 'division',
    }),
  },
  title: ['name'],
  subtitle: ['code'],
  linkAliases: divisionNameForms,
  sections: [
    {
      label: words('基本信息', 'Basics'),
      fields: ['code', 'name', 'level', 'parent', 'short_name', 'place'],
    },
    { label: words('沿革', 'History'), fields: ['valid_from', 'valid_to', 'successor'] },
  ],
  list: ['code', 'name', 'level', 'parent', 'valid_from', 'valid_to'],
  naturalKey: ['code'],
  sort: 'code',
  indexes: [['parent', 'code']],
  rules: [
    dayOrder(
      { field: 'valid_from', label: words('启用日期', 'Valid from') },
      { field: 'valid_to', label: words('停用日期', 'Valid to') },
    ),
    (row, context) => {
      const code = row['code'];
      if (typeof code !== 'string' || /^\d{12}$/.test(code)) return [];
      return [broken('code', words('区划代码应为 12 位数字', 'A division code has 12 digits'), context)];
    },
  ],
});
