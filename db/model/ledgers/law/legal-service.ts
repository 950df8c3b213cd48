import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { phone } from '../../fields/phone.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { notFuture } from '../../rules/day-order.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { villageField } from '../parts/place.ts';

/** Log of the stations of public legal service (公共法律服务登记): who came with what, and where it went. */
export const legalService = defineLedger({
  id: 'legal_service',
  revision: 1,
  area: 'law',
  label: words('公共法律服务登记', 'Legal services'),
  counter: words('件', 'services'),
  source: '公共法律服务三级实体平台；司法救助只登记申请与转交，由政法机关审批',
  fields: {
    served_on: day({
      label: words('接待日期', 'Day'),
      required: true,
      indexed: true,
      aliases: ['日期', '来访日期', '服务日期'],
    }),
    village: villageField({ isTownToo: true }),
    station: link({ label: words('服务站点', 'Station'), ledger: 'venue', aliases: ['站点', '服务阵地'] }),
    client_name: text({
      label: words('来访人', 'Client name'),
      max: 50,
      name: true,
      required: true,
      search: true,
      aliases: ['姓名', '来访人姓名', '申请人'],
    }),
    client_contact: phone({
      label: words('来访人电话', 'Client telephone'),
      search: true,
      masked: true,
      aliases: ['联系电话', '电话', '联系方式'],
    }),
    client: link({ label: words('来访人（实有人口）', 'Client (resident)'), ledger: 'person' }),
    kind: choice({
      label: words('服务事项', 'Service'),
      table: 'public_legal_service',
      required: true,
      aliases: ['事项', '服务类别'],
    }),
    matter: choice({
      label: words('法律事务', 'Field of law'),
      table: 'legal_matter',
      aliases: ['案由', '事务类别'],
    }),
    content: longText({
      label: words('诉求内容', 'What was asked'),
      max: 2000,
      search: true,
      aliases: ['内容', '咨询内容'],
    }),
    reply: longText({ label: words('答复意见', 'Answer'), max: 2000, aliases: ['答复', '解答内容'] }),
    handler: text({ label: words('接待人', 'Received by'), max: 50, suggest: true, aliases: ['值班律师'] }),
    result: choice({
      label: words('办理结果', 'Result'),
      table: 'service_result',
      required: true,
      indexed: true,
      aliases: ['结果'],
    }),
    passed_to: text({
      label: words('转交单位', 'Passed to'),
      max: 100,
      suggest: true,
      when: { field: 'result', values: ['03'] },
      aliases: ['转办单位'],
    }),
    finish_by: day({
      label: words('办理期限', 'To be done by'),
      indexed: true,
      when: { field: 'result', values: ['02', '03'] },
    }),
    finished_on: day({ label: words('办结日期', 'Done on'), aliases: ['办结时间'] }),
    ...noteFields(),
  },
  title: ['client_name'],
  subtitle: ['kind', 'served_on'],
  sections: [
    {
      label: words('来访', 'Visit'),
      fields: [
        'served_on',
        'village',
        'station',
        'client_name',
        'client_contact',
        'client',
        'kind',
        'matter',
        'content',
      ],
    },
    {
      label: words('办理', 'Handling'),
      fields: ['reply', 'handler', 'result', 'passed_to', 'finish_by', 'finished_on', ...noteNames],
    },
  ],
  list: ['served_on', 'client_name', 'village', 'client_contact', 'kind', 'handler', 'result', 'finish_by'],
  naturalKey: ['served_on', 'client_name', 'kind'],
  sort: '-served_on',
  indexes: [
    ['village', 'served_on'],
    ['kind', 'served_on'],
  ],
  rules: [notFuture('served_on', 'finished_on')],
  fill: (row) => ({ ...row, result: row['result'] ?? '01' }),
  dues: [
    {
      field: 'finish_by',
      label: words('公共法律服务办理', 'Finish a legal service'),
      person: 'handler',
      while: { field: 'result', values: ['02', '03'] },
    },
  ],
  period: 'served_on',
});
