import { words } from '../../../../model/localized.ts';
import { html } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import { officeName } from '../office-name.ts';
import { blank, blankDay, heading, paragraphs, seal, signatures } from '../form-parts.ts';

/** Order to put hazards right (责令限期整改通知书). */
export const rectificationNotice = defineDocument({
  id: 'notice',
  ledger: 'rectification',
  label: words('责令限期整改通知书', 'Rectification notice'),
  source: '行政检查文书惯例：责令限期整改通知书（参考格式，以主管部门规定为准）',
  page: 'letter',
  render: ({ record, town }) =>
    html`${heading('责令限期整改通知书', record.text('notice_no'))}
      <p class="to">${blank(record.text('object_name'), 14)}：</p>
      <p class="text">
        经检查，你单位（场所）${record.text('place_text') === '' ? html`` : html`（地址：${record.text('place_text')}）`}存在下列问题：
      </p>
      ${paragraphs(record.text('content'), 6)}
      <p class="text">
        请于${blankDay(record.day('deadline'))}前整改完毕，并将整改情况报送我单位。期满后将进行复查；逾期不整改或者整改不符合要求的，依法移交有关部门处理。整改期间应当采取措施，确保安全。
      </p>
      ${signatures([
        { who: '检查人员（签名）', name: record.text('issued_by') },
        { who: '被检查方（签收）', day: '' },
      ])}
      ${seal(officeName(town), record.day('issued_on'))}`,
});
