import { words } from '../../../../model/localized.ts';
import { html } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import { boxes, formTable, heading, signatures } from '../form-parts.ts';

const TEXT_mm = 50;

/** Registration of a reception at a liaison point (驻点接待登记表). */
export const receptionForm = defineDocument({
  id: 'reception',
  ledger: 'liaison_reception',
  label: words('驻点接待登记表', 'Registration of a reception'),
  source: '驻点接待登记表（参考格式）',
  page: 'form',
  render: ({ record, town }) =>
    html`${heading(`${town}驻点接待登记表`)}
    ${formTable([
      [
        { label: '接待时间', content: record.moment('received_at') },
        { label: '联系点', content: record.text('point') },
      ],
      [
        { label: '村（社区）', content: record.text('village') },
        { label: '接待人', content: record.text('receiver') },
      ],
      [{ label: '接待方式', content: boxes(record.choices('way')), span: 4 }],
      [
        { label: '群众姓名', content: record.text('resident_name') },
        { label: '联系电话', content: record.text('resident_contact') },
      ],
      [{ label: '住址', content: record.text('address_text'), span: 4 }],
      [{ label: '事项类别', content: record.text('matter'), span: 4 }],
      [{ label: '反映事项', content: record.text('content'), span: 4, height_mm: TEXT_mm }],
      [{ label: '现场答复', content: record.text('answer'), span: 4, height_mm: TEXT_mm }],
    ])}
    ${signatures([{ who: '群众（签名）' }, { who: '接待人（签名）', day: record.day('received_at') }])}`,
});
