import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { instant } from '../../fields/instant.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { villageField } from '../parts/place.ts';
import { residentFields, residentNames, takenFromPerson } from './visitor.ts';

/** Receptions (驻点接待): who came to the fixed point, or by appointment, with what. */
export const liaisonReception = defineLedger({
  id: 'liaison_reception',
  revision: 1,
  area: 'council',
  label: words('接待登记', 'Receptions'),
  counter: words('人次', 'receptions'),
  source: '驻点接待登记表',
  fields: {
    received_at: instant({
      label: words('接待时间', 'Received at'),
      required: true,
      indexed: true,
      aliases: ['时间', '日期', '接待日期'],
    }),
    way: choice({ label: words('接待方式', 'Way'), table: 'liaison_way', required: true, aliases: ['方式'] }),
    session: link({ label: words('驻点安排', 'Session'), ledger: 'liaison_session' }),
    point: link({ label: words('固定联系点', 'Point'), ledger: 'liaison_point', aliases: ['地点'] }),
    village: villageField(),
    receiver: text({
      label: words('接待人', 'Received by'),
      max: 100,
      required: true,
      search: true,
      suggest: true,
      aliases: ['接待领导', '接待人员'],
    }),
    ...residentFields(),
    address_text: text({ label: words('住址', 'Address'), max: 200, search: true, aliases: ['地址'] }),
    matter: choice({
      label: words('事项类别', 'Matter'),
      table: 'liaison_matter',
      required: true,
      aliases: ['类别'],
    }),
    content: longText({
      label: words('反映事项', 'What was said'),
      max: 4000,
      required: true,
      search: true,
      aliases: ['内容', '诉求'],
    }),
    answer: longText({ label: words('现场答复', 'Answer'), max: 2000, aliases: ['答复', '处理情况'] }),
    ...noteFields(),
  },
  title: ['resident_name', 'matter'],
  subtitle: ['received_at', 'village'],
  sections: [
    {
      label: words('接待', 'Reception'),
      fields: ['received_at', 'way', 'session', 'point', 'village', 'receiver'],
    },
    { label: words('来访群众', 'Resident'), fields: [...residentNames, 'address_text'] },
    { label: words('事项', 'Matter'), fields: ['matter', 'content', 'answer', ...noteNames] },
  ],
  list: ['received_at', 'resident_name', 'village', 'point', 'matter', 'content', 'receiver', 'way'],
  naturalKey: ['village', 'received_at', 'resident_name'],
  sort: '-received_at',
  indexes: [['village', 'received_at']],
  takes: [
    { link: 'session', fields: { point: 'point', village: 'village', receiver: 'leader' } },
    { link: 'point', fields: { village: 'village' } },
    takenFromPerson,
  ],
  fill: (row) => ({ ...row, way: row['way'] ?? '1' }),
  period: 'received_at',
});
