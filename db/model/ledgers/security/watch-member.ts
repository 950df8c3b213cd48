import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { phone } from '../../fields/phone.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';

/** Members of a watch post: guards, observers (治安观察员), volunteers. */
export const watchMember = defineLedger({
  id: 'watch_member',
  revision: 1,
  area: 'security',
  label: words('执勤点成员', 'Members of posts'),
  counter: words('人', 'people'),
  source: '东莞市全民创安警民联防',
  fields: {
    post: link({
      label: words('执勤点', 'Post'),
      ledger: 'watch_post',
      required: true,
      aliases: ['执勤点编号', '执勤点名称'],
    }),
    name: text({
      label: words('姓名', 'Name'),
      max: 50,
      name: true,
      required: true,
      search: true,
      indexed: true,
      aliases: ['成员姓名', '队员姓名'],
    }),
    role: choice({
      label: words('联防身份', 'Role'),
      table: 'watch_role',
      required: true,
      aliases: ['身份', '职务'],
    }),
    person: link({ label: words('本人（实有人口）', 'Resident'), ledger: 'person' }),
    sex: choice({ label: words('性别', 'Sex'), table: 'sex' }),
    contact: phone({
      label: words('联系电话', 'Telephone'),
      search: true,
      masked: true,
      aliases: ['电话', '联系方式', '手机'],
    }),
    workplace: text({ label: words('工作单位', 'Workplace'), max: 100 }),
    call_sign: text({
      label: words('对讲机呼号', 'Call sign'),
      max: 20,
      code: true,
      search: true,
      aliases: ['呼号'],
    }),
    joined_on: day({ label: words('加入日期', 'Joined on') }),
    left_on: day({ label: words('退出日期', 'Left on') }),
    remark: longText({ label: words('备注', 'Remark'), max: 1024 }),
  },
  title: ['name'],
  subtitle: ['role', 'post'],
  sections: [
    {
      label: words('成员', 'Member'),
      fields: [
        'post',
        'name',
        'role',
        'person',
        'sex',
        'contact',
        'workplace',
        'call_sign',
        'joined_on',
        'left_on',
        'remark',
      ],
    },
  ],
  list: ['name', 'role', 'post', 'sex', 'contact', 'workplace', 'call_sign', 'joined_on'],
  naturalKey: ['post', 'name'],
  sort: 'name',
  takes: [{ link: 'person', fields: { name: 'name', sex: 'sex', workplace: 'workplace' } }],
  ending: 'vacate',
  partOf: 'post',
});
