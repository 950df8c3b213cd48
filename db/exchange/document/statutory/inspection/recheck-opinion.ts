import { words } from '../../../../model/localized.ts';
import { html } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import { officeName } from '../office-name.ts';
import { blank, blankDay, boxes, heading, paragraphs, seal, signatures } from '../form-parts.ts';

/** Opinion of the last re-check of a notice (整改复查意见书). */
export const recheckOpinion = defineDocument({
  id: 'recheck-opinion',
  ledger: 'rectification',
  label: words('整改复查意见书', 'Opinion of a re-check'),
  source: '行政检查文书惯例：整改复查意见书（参考格式，以主管部门规定为准）',
  page: 'letter',
  when: { field: 'recheck_result', values: ['1', '2', '3'] },
  render: ({ record, town }) =>
    html`${heading('整改复查意见书', record.text('notice_no'))}
      <p class="to">${blank(record.text('object_name'), 14)}：</p>
      <p class="text">
        我单位于${blankDay(record.day('issued_on'))}向你单位（场所）下发《责令限期整改通知书》，要求于${blankDay(record.day('deadline'))}前整改完毕。${blankDay(record.day('rechecked_on'))}，我单位对整改情况进行复查，意见如下：
      </p>
      ${paragraphs(record.text('recheck_opinion'), 5)}
      <p>复查结论：${boxes(record.choices('recheck_result'))}</p>
      ${signatures([
        { who: '复查人员（签名）', name: record.text('rechecker') },
        { who: '被检查方（签名）', day: '' },
      ])}
      ${seal(officeName(town), record.day('rechecked_on'))}`,
});
