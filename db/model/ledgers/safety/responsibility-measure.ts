import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { decimal } from '../../fields/decimal.ts';
import { integer } from '../../fields/integer.ts';
import { longText } from '../../fields/long-text.ts';
import { region } from '../../fields/region.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { dayOrder } from '../../rules/day-order.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { villageField } from '../parts/place.ts';

const pledge = { field: 'policy_kind', values: ['01'] };

/** Leaders' responsibility for public security (综治领导责任制): pledges signed each year with their score, and measures taken. */
export const responsibilityMeasure = defineLedger({
  id: 'responsibility_measure',
  revision: 1,
  area: 'safety',
  label: words('综治领导责任制', 'Leaders’ responsibility'),
  counter: words('份', 'papers'),
  source: 'GB/T 31000-2015 综治领导责任制；健全落实社会治安综合治理领导责任制规定',
  fields: {
    year: integer({ label: words('年度', 'Year'), min: 2000, max: 2100, required: true, aliases: ['年份'] }),
    policy_kind: choice({
      label: words('政策种类', 'Kind'),
      help: words('责任书按年签订，其余为督促措施', 'Pledges are signed each year; the others are measures'),
      table: 'policy_kind',
      required: true,
      aliases: ['种类', '责任书种类'],
    }),
    actor_name: text({
      label: words('实施主体名称', 'Signed or taken by'),
      max: 100,
      required: true,
      search: true,
      suggest: true,
      aliases: ['实施主体', '甲方'],
    }),
    actor_level: choice({ label: words('实施主体层级', 'Level of that body'), table: 'org_level' }),
    target_name: text({
      label: words('责任单位', 'Unit responsible'),
      max: 100,
      required: true,
      search: true,
      suggest: true,
      aliases: ['被实施单位', '目标单位', '乙方'],
    }),
    village: villageField({ isTownToo: true }),
    target_place: region({ label: words('被实施地区', 'Area'), source: 'GB/T 31000 被实施地区' }),
    target_level: choice({ label: words('被实施层级', 'Level'), table: 'org_level' }),
    signer: text({
      label: words('责任人', 'Person responsible'),
      help: words('责任单位的“一把手”，第一责任人', 'The head of the unit answers first'),
      max: 50,
      name: true,
      search: true,
      aliases: ['签订人', '第一责任人', '签字人'],
    }),
    signed_on: day({
      label: words('签订（实施）日期', 'Signed or taken on'),
      indexed: true,
      aliases: ['签订日期', '实施日期'],
    }),
    ends_on: day({
      label: words('到期日期', 'Ends on'),
      indexed: true,
      aliases: ['整改期限', '责任期限'],
    }),
    content: longText({
      label: words('责任目标（事由）', 'Targets or reason'),
      max: 2000,
      search: true,
      aliases: ['责任目标', '事由', '主要内容'],
    }),
    score: decimal({
      label: words('考核得分', 'Score'),
      digits: 2,
      min: 0,
      max: 1000,
      unit: words('分', 'points'),
      when: pledge,
      aliases: ['得分', '考核分数'],
    }),
    result: choice({
      label: words('考核等次', 'Grade'),
      table: 'pledge_result',
      when: pledge,
      aliases: ['等次', '考核结果'],
    }),
    ...noteFields({ label: words('责任书或文件', 'Pledge or paper') }),
  },
  title: ['target_name'],
  subtitle: ['year', 'policy_kind'],
  sections: [
    {
      label: words('责任', 'Responsibility'),
      fields: [
        'year',
        'policy_kind',
        'target_name',
        'signer',
        'signed_on',
        'ends_on',
        'actor_name',
        'actor_level',
      ],
    },
    {
      label: words('对象与内容', 'Target and content'),
      fields: ['village', 'target_place', 'target_level', 'content'],
    },
    { label: words('年度考核', 'Score of the year'), fields: ['score', 'result'], when: pledge },
    { label: words('附件', 'Attachments'), fields: noteNames },
  ],
  list: [
    'year',
    'policy_kind',
    'target_name',
    'signer',
    'village',
    'signed_on',
    'ends_on',
    'score',
    'result',
  ],
  naturalKey: ['year', 'policy_kind', 'actor_name', 'target_name'],
  sort: '-signed_on',
  indexes: [['village', 'signed_on']],
  rules: [
    dayOrder(
      { field: 'signed_on', label: words('签订（实施）日期', 'Signed or taken on') },
      { field: 'ends_on', label: words('到期日期', 'Ends on') },
    ),
  ],
  ending: 'void',
  dues: [{ field: 'ends_on', label: words('责任书到期', 'Pledge ends'), person: 'signer', until: 'result' }],
  period: 'signed_on',
});
