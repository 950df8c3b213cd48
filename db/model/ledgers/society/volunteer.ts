import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { decimal } from '../../fields/decimal.ts';
import { link } from '../../fields/link.ts';
import { multiChoice } from '../../fields/multi-choice.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { notFuture } from '../../rules/day-order.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { ownPersonFields, ownPersonNames } from '../parts/own-person.ts';
import { villageField } from '../parts/place.ts';

/** Volunteers (志愿者) whom the town can call upon; where they are registered shows how newcomers take part. */
export const volunteer = defineLedger({
  id: 'volunteer',
  revision: 1,
  area: 'society',
  label: words('志愿者', 'Volunteers'),
  counter: words('人', 'people'),
  source: '多方协作体系；志愿服务条例；人员字段 GB/T 31000-2015',
  fields: {
    ...ownPersonFields(),
    village: villageField({ isTownToo: true }),
    hukou_kind: choice({
      label: words('户籍类型', 'Registered'),
      table: 'hukou_scope',
      aliases: ['户籍', '户籍情况'],
    }),
    force: link({
      label: words('所属队伍', 'Force'),
      ledger: 'partner_force',
      aliases: ['队伍', '所属组织'],
    }),
    volunteer_no: text({
      label: words('志愿者编号', 'Volunteer number'),
      max: 30,
      code: true,
      search: true,
      aliases: ['注册号', '义工编号'],
    }),
    skills: multiChoice({
      label: words('服务专长', 'Can do'),
      table: 'volunteer_skill',
      aliases: ['专长', '服务类别'],
    }),
    joined_on: day({ label: words('注册日期', 'Joined on'), indexed: true, aliases: ['加入日期'] }),
    hours: decimal({
      label: words('累计服务时长', 'Hours served'),
      digits: 1,
      min: 0,
      max: 99_999,
      unit: words('小时', 'hours'),
      aliases: ['服务时长', '服务时数'],
    }),
    ...noteFields(),
  },
  title: ['name'],
  subtitle: ['village', 'skills'],
  sections: [
    { label: words('人员', 'Person'), fields: [...ownPersonNames, 'village', 'hukou_kind'] },
    {
      label: words('志愿服务', 'Service'),
      fields: ['force', 'volunteer_no', 'skills', 'joined_on', 'hours', ...noteNames],
    },
  ],
  list: ['name', 'village', 'hukou_kind', 'force', 'skills', 'contact', 'hours'],
  naturalKey: ['name', 'contact'],
  sort: 'name',
  indexes: [
    ['village', 'name'],
    ['force', 'name'],
  ],
  rules: [notFuture('birth_date', 'joined_on')],
  ending: 'vacate',
  period: 'joined_on',
});
