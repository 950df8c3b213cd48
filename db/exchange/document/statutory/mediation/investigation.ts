import { words } from '../../../../model/localized.ts';
import { html, type SafeHtml } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import type { DocumentRecord } from '../document-data.ts';
import { formTable, heading, paragraphs, sheets, signatures } from '../form-parts.ts';
import { ministryForms } from './case-parts.ts';

const label = words('人民调解调查记录', 'Record of an inquiry');

/** Record of an inquiry (人民调解调查记录): signed by who was asked on every page. */
export const investigation = defineDocument({
  id: 'investigation',
  ledger: 'mediation_investigation',
  label,
  source: ministryForms,
  page: 'form',
  render: ({ record }) => investigationSheet(record),
});

/** The inquiries of a case, each on sheets of its own; one blank form when there is none. */
export const investigations = defineDocument({
  id: 'investigations',
  ledger: 'mediation_case',
  label,
  source: ministryForms,
  page: 'form',
  render: ({ parts }) => {
    const found = parts('mediation_investigation');
    return sheets((found.length === 0 ? [undefined] : found).map(investigationSheet));
  },
});

/** Sheets of an inquiry; of none, a blank form. */
export function investigationSheet(record: DocumentRecord | undefined): SafeHtml {
  const text = (field: string): string => record?.text(field) ?? '';
  return html`${heading('人民调解调查记录')}
    ${formTable([
      [
        { label: '时间', content: record?.moment('started_at') ?? '' },
        { label: '地点', content: text('place') },
      ],
      [{ label: '参加人', content: text('attendees'), span: 4 }],
      [
        { label: '被调查人', content: text('asked') },
        {
          label: '性别、年龄',
          content: [text('asked_sex'), text('asked_age')].filter((one) => one !== '').join('，'),
        },
      ],
      [
        { label: '单位', content: text('asked_employer') },
        { label: '联系方式', content: text('asked_phone') },
      ],
      [
        { label: '住址', content: text('asked_address') },
        { label: '与当事人关系', content: text('relation') },
      ],
    ])}
    <p style="margin-top:3mm">记录：</p>
    ${paragraphs(text('content'), 16)}
    <p class="text">以上记录已阅读（听读），与本人陈述一致。</p>
    ${signatures([
      { who: '被调查人（签名）' },
      { who: '调查人', name: text('investigator') },
      { who: '记录人', name: text('clerk') },
    ])}`;
}
