import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { gridField, villageField } from '../parts/place.ts';
import { words, type Localized } from '../../localized.ts';
import { broken } from '../../rules/broken.ts';

const count = (label: Localized, aliases: readonly string[], required = false) =>
  integer({ label, min: 0, max: 99_999, unit: words('个', 'items'), required, aliases });

const tooMany = words('发现问题的对象不能多于巡查对象', 'More objects with problems than were patrolled');

/**
 * Patrol roll-ups (巡查汇总): what one grid worker did on a day, by kind of object, as the patrol app's export says. Single
 * patrols stay in the app of the city: a town would have millions of them.
 */
export const patrolRollup = defineLedger({
  id: 'patrol_rollup',
  revision: 1,
  area: 'inspection',
  label: words('巡查汇总', 'Patrol roll-ups'),
  counter: words('条', 'rows'),
  source: '智网工程 网格员日常巡查（出租屋、经营场所、生产企业）',
  fields: {
    patrolled_on: day({
      label: words('巡查日期', 'Day'),
      required: true,
      indexed: true,
      aliases: ['日期', '巡查时间'],
    }),
    worker: text({
      label: words('网格员工号', 'Number of grid worker'),
      help: words('没有工号的填姓名', 'The name where there is no number'),
      max: 40,
      code: true,
      required: true,
      search: true,
      aliases: ['工号', '网格员编号'],
    }),
    worker_name: text({
      label: words('网格员姓名', 'Grid worker'),
      max: 50,
      name: true,
      search: true,
      aliases: ['网格员', '姓名', '巡查人'],
    }),
    staff: link({ label: words('网格员（队伍台账）', 'Grid worker (register)'), ledger: 'grid_staff' }),
    object_kind: choice({
      label: words('巡查对象类别', 'Kind of object'),
      table: 'check_object',
      required: true,
      aliases: ['对象类别', '类别'],
    }),
    village: villageField(),
    grid: gridField(),
    object_count: count(words('巡查对象数', 'Objects'), ['巡查数', '巡查次数', '数量'], true),
    photo_count: count(words('照片数', 'Photos'), ['照片']),
    problem_count: count(words('发现问题对象数', 'Objects with problems'), ['发现问题数', '问题数']),
    fixed_count: count(words('当场处置数', 'Put right on the spot'), ['当场整改数', '自处置数']),
    reported_count: count(words('上报问题数', 'Reported as issues'), ['上报数']),
    remark: longText({ label: words('备注', 'Remark'), max: 500 }),
  },
  title: ['worker_name', 'patrolled_on'],
  subtitle: ['object_kind', 'village'],
  sections: [
    {
      label: words('巡查', 'Patrol'),
      fields: ['patrolled_on', 'worker', 'worker_name', 'staff', 'object_kind', 'village', 'grid'],
    },
    {
      label: words('数量', 'Counts'),
      fields: ['object_count', 'photo_count', 'problem_count', 'fixed_count', 'reported_count', 'remark'],
    },
  ],
  list: [
    'patrolled_on',
    'worker',
    'worker_name',
    'village',
    'object_kind',
    'object_count',
    'problem_count',
    'fixed_count',
    'reported_count',
  ],
  naturalKey: ['worker', 'patrolled_on', 'object_kind'],
  sort: '-patrolled_on',
  indexes: [['village', 'patrolled_on']],
  takes: [{ link: 'staff', fields: { worker_name: 'name', village: 'village', grid: 'grid' } }],
  rules: [
    (row, context) => {
      const [objects, problems] = [row['object_count'], row['problem_count']];
      const fits = typeof objects !== 'number' || typeof problems !== 'number' || problems <= objects;
      return fits ? [] : [broken('problem_count', tooMany, context)];
    },
  ],
  period: 'patrolled_on',
});
