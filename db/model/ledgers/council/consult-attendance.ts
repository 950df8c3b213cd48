import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { link } from '../../fields/link.ts';
import { phone } from '../../fields/phone.ts';
import { text } from '../../fields/text.ts';
import { yesNo } from '../../fields/yes-no.ts';
import { words } from '../../localized.ts';

/** Who came to a session (签到): imported from a sheet or typed; printed as the sheet to sign. */
export const consultAttendance = defineLedger({
  id: 'consult_attendance',
  revision: 1,
  area: 'council',
  label: words('会议签到', 'Attendance'),
  counter: words('人', 'people'),
  source: '社区协商签到表',
  partOf: 'session',
  fields: {
    session: link({ label: words('协商会议', 'Session'), ledger: 'consult_session', required: true }),
    name: text({
      label: words('姓名', 'Name'),
      max: 50,
      name: true,
      required: true,
      search: true,
      indexed: true,
    }),
    subject_kind: choice({
      label: words('主体类别', 'As'),
      table: 'consult_subject',
      aliases: ['身份', '代表类别'],
    }),
    unit: text({ label: words('单位（住址）', 'Unit or address'), max: 100, aliases: ['单位', '住址'] }),
    contact: phone({ label: words('联系电话', 'Telephone'), masked: true, aliases: ['电话'] }),
    is_local: yesNo({ label: words('是否户籍居民', 'Registered resident'), aliases: ['户籍'] }),
    has_signed: yesNo({ label: words('是否签到', 'Signed in'), aliases: ['签到'] }),
    remark: text({ label: words('备注', 'Remark'), max: 200 }),
  },
  title: ['name'],
  subtitle: ['subject_kind', 'unit'],
  sections: [
    {
      label: words('签到', 'Attendance'),
      fields: ['session', 'name', 'subject_kind', 'unit', 'contact', 'is_local', 'has_signed', 'remark'],
    },
  ],
  list: ['name', 'subject_kind', 'unit', 'is_local', 'has_signed', 'session'],
  naturalKey: ['session', 'name'],
  sort: 'name',
});
