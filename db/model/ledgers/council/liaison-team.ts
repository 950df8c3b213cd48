import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { phone } from '../../fields/phone.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { dayOrder } from '../../rules/day-order.ts';
import { villageField } from '../parts/place.ts';

/** Liaison teams (驻点团队): a leader of the town with officers, fixed to a village for a period. */
export const liaisonTeam = defineLedger({
  id: 'liaison_team',
  revision: 1,
  area: 'council',
  label: words('驻点团队', 'Liaison teams'),
  counter: words('个', 'teams'),
  source: '领导干部驻点普遍直接联系群众制度（四固定：时间、地点、联系人、联系方式）',
  fields: {
    name: text({
      label: words('团队名称', 'Name'),
      max: 100,
      required: true,
      search: true,
      indexed: true,
      aliases: ['名称', '驻点团队'],
    }),
    village: villageField(),
    leader: text({
      label: words('带队领导', 'Leader'),
      max: 50,
      name: true,
      required: true,
      search: true,
      aliases: ['团队长', '领导', '负责人'],
    }),
    leader_post: text({ label: words('领导职务', 'Post'), max: 100, aliases: ['职务'] }),
    leader_contact: phone({
      label: words('领导电话', 'Telephone'),
      search: true,
      masked: true,
      aliases: ['联系电话'],
    }),
    from_day: day({ label: words('开始日期', 'From'), required: true, aliases: ['起始日期'] }),
    to_day: day({ label: words('结束日期', 'To'), aliases: ['截止日期'] }),
    remark: longText({ label: words('备注', 'Remark'), max: 500 }),
  },
  title: ['name'],
  subtitle: ['leader', 'village'],
  sections: [
    {
      label: words('驻点团队', 'Team'),
      fields: ['name', 'village', 'leader', 'leader_post', 'leader_contact', 'from_day', 'to_day', 'remark'],
    },
  ],
  list: ['name', 'village', 'leader', 'leader_post', 'from_day', 'to_day'],
  naturalKey: ['name', 'from_day'],
  sort: 'name',
  indexes: [['village', 'name']],
  rules: [
    dayOrder(
      { field: 'from_day', label: words('开始日期', 'From') },
      { field: 'to_day', label: words('结束日期', 'To') },
    ),
  ],
});

/** Members of a liaison team (团队成员). */
export const liaisonMember = defineLedger({
  id: 'liaison_member',
  revision: 1,
  area: 'council',
  label: words('团队成员', 'Team members'),
  counter: words('人', 'people'),
  source: '领导干部驻点普遍直接联系群众制度（驻点团队、辅助团队）',
  partOf: 'team',
  fields: {
    team: link({ label: words('驻点团队', 'Team'), ledger: 'liaison_team', required: true }),
    name: text({
      label: words('姓名', 'Name'),
      max: 50,
      name: true,
      required: true,
      search: true,
      indexed: true,
    }),
    role: choice({ label: words('角色', 'Part'), table: 'liaison_role', required: true }),
    unit: text({ label: words('单位', 'Unit'), max: 100, suggest: true }),
    post: text({ label: words('职务', 'Post'), max: 100 }),
    contact: phone({ label: words('联系电话', 'Telephone'), masked: true, aliases: ['电话'] }),
  },
  title: ['name'],
  subtitle: ['unit', 'role'],
  sections: [{ label: words('成员', 'Member'), fields: ['team', 'name', 'role', 'unit', 'post', 'contact'] }],
  list: ['name', 'role', 'unit', 'post', 'team'],
  naturalKey: ['team', 'name'],
  sort: 'name',
  fill: (row) => ({ ...row, role: row['role'] ?? '2' }),
});
