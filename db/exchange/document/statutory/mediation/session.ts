import { words } from '../../../../model/localized.ts';
import { html, type SafeHtml } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import type { DocumentRecord } from '../document-data.ts';
import { blank, formTable, heading, paragraphs, sheets, signatures } from '../form-parts.ts';
import { ministryForms } from './case-parts.ts';

const label = words('人民调解记录', 'Record of a session');

/** Record of a session (人民调解记录). */
export const session = defineDocument({
  id: 'session',
  ledger: 'mediation_session',
  label,
  source: ministryForms,
  page: 'form',
  render: ({ record }) => sessionSheet(record),
});

/** The sessions of a case, each on sheets of its own; one blank form when there is none. */
export const sessions = defineDocument({
  id: 'sessions',
  ledger: 'mediation_case',
  label,
  source: ministryForms,
  page: 'form',
  render: ({ parts }) => {
    const found = parts('mediation_session');
    return sheets((found.length === 0 ? [undefined] : found).map(sessionSheet));
  },
});

/** Sheets of a session; of none, a blank form. */
export function sessionSheet(record: DocumentRecord | undefined): SafeHtml {
  const text = (field: string): string => record?.text(field) ?? '';
  const result = record?.value('result');
  return html`${heading('人民调解记录')}
    <p style="text-align:center">第${blank(text('round'), 2)}次</p>
    ${formTable([
      [
        { label: '时间', content: record?.moment('held_at') ?? '' },
        { label: '地点', content: text('place') },
      ],
      [{ label: '当事人', content: text('present'), span: 4 }],
      [{ label: '参加人', content: text('attendees'), span: 4 }],
      [
        { label: '人民调解员', content: text('mediators') },
        { label: '记录人', content: text('clerk') },
      ],
    ])}
    <p class="text" style="margin-top:3mm">人民调解委员会已将人民调解的相关规定告知各方当事人。</p>
    <p>调解记录：</p>
    ${paragraphs(text('content'), 14)}
    <p>
      调解结果：${tick(result === '1')}经调解，双方达成调解协议　${tick(result === '2')}经调解，双方未达成调解协议　${tick(
        result === '3',
      )}继续调解${result === '3' ? html`（${record?.moment('next_at') ?? ''}）` : html``}
    </p>
    ${signatures([
      { who: '当事人（签名）' },
      { who: '当事人（签名）' },
      { who: '人民调解员（签名）' },
      { who: '记录人（签名）' },
    ])}`;
}

const tick = (isTicked: boolean): SafeHtml => html`<span class="box">${isTicked ? '√' : ''}</span>`;
