import { words } from '../../../../model/localized.ts';
import { html } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import { formTable, heading, signatures } from '../form-parts.ts';
import { mediatorsOf, ministryForms, partiesTable } from './case-parts.ts';

/** Room for a statement. */
const STATEMENT_mm = 48;

/** Register of an oral agreement (人民调解口头协议登记表): in force when it is reached (人民调解法第三十条). */
export const oralAgreement = defineDocument({
  id: 'oral-agreement',
  ledger: 'mediation_case',
  label: words('人民调解口头协议登记表', 'Oral agreement'),
  source: ministryForms,
  page: 'form',
  when: { field: 'agreement_form', values: ['1'] },
  render: (data) => {
    const { record } = data;
    return html`${heading('人民调解口头协议登记表', `编号：${record.text('case_no')}`)}
      ${partiesTable(data, ['当事人', '当事人'])}
      <div style="margin-top:-0.6pt">
        ${formTable([
          [
            {
              label: '纠纷主要事实、争议事项',
              content: record.text('agreement_facts') || record.text('summary'),
              span: 4,
              height_mm: STATEMENT_mm,
            },
          ],
          [{ label: '协议内容', content: record.text('agreement'), span: 4, height_mm: STATEMENT_mm }],
          [
            { label: '履行方式', content: record.text('perform_way') },
            { label: '履行期限', content: record.day('perform_by') },
          ],
        ])}
      </div>
      ${signatures([
        { who: '人民调解员（签名）' },
        { who: '主持调解', name: mediatorsOf(record) },
        { who: '人民调解委员会（盖章）', day: record.day('agreed_on') },
      ])}`;
  },
});
