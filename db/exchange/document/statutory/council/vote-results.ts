import { words } from '../../../../model/localized.ts';
import { html, type SafeHtml } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import type { DocumentRecord } from '../document-data.ts';
import { formTable, heading, sheets, signatures } from '../form-parts.ts';

const WHY_mm = 28;

/** Results of the votes of a session (表决结果单), each on a sheet; one blank form when there is none. */
export const voteResults = defineDocument({
  id: 'vote-results',
  ledger: 'consult_session',
  label: words('表决结果单', 'Result of a vote'),
  source: '社区协商表决结果单（参考格式）；村民委员会组织法、民法典',
  page: 'form',
  render: ({ record, parts }) => {
    const votes = parts('consult_vote');
    return sheets((votes.length === 0 ? [undefined] : votes).map((vote) => sheet(record, vote)));
  },
});

function sheet(session: DocumentRecord, vote: DocumentRecord | undefined): SafeHtml {
  const text = (field: string): string => vote?.text(field) ?? '';
  return html`${heading('表决结果单')}
  ${formTable([
    [{ label: '会议', content: session.text('title'), span: 4 }],
    [
      { label: '时间', content: session.moment('held_at') },
      { label: '表决方式', content: text('way') },
    ],
    [{ label: '表决事项', content: text('subject'), span: 4 }],
    [{ label: '表决规则', content: text('rule'), span: 4 }],
    [
      { label: '应到', content: text('eligible') },
      { label: '实到', content: text('present') },
    ],
    [
      { label: '发出票数', content: text('issued') },
      { label: '收回票数', content: text('returned') },
    ],
    [
      { label: '同意', content: text('agree') },
      { label: '反对', content: text('against') },
    ],
    [
      { label: '弃权', content: text('abstain') },
      { label: '无效', content: text('invalid') },
    ],
    [{ label: '结果', content: text('result'), span: 4 }],
    [{ label: '说明', content: text('why'), span: 4, height_mm: WHY_mm }],
  ])}
  ${signatures([{ who: '监票人（签名）' }, { who: '计票人（签名）' }, { who: '主持人（签名）', day: '' }])}`;
}
