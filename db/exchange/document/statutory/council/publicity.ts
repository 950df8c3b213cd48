import { words } from '../../../../model/localized.ts';
import { html } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import { blank, blankDay, heading, paragraphs, seal } from '../form-parts.ts';

/** Publication of what was agreed (协商结果公示). */
export const publicity = defineDocument({
  id: 'publicity',
  ledger: 'consult_topic',
  label: words('协商结果公示', 'Publication of a result'),
  source: '社区协商结果公示（参考格式）',
  page: 'letter',
  render: ({ record }) =>
    html`${heading('协商结果公示')}
      <p class="text">“${blank(record.text('title'), 12)}”经社区协商，形成如下意见，现予公示：</p>
      ${paragraphs(record.text('agreement'), 6)}
      <p class="text">
        公示时间：${blankDay(record.day('published_from'))}至${blankDay(record.day('published_to'))}。公示期间如有异议，请以书面形式向村（居）委会提出。
      </p>
      ${seal(record.text('village'), record.day('published_from'))}`,
});
