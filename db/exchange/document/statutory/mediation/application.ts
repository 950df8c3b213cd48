import { words } from '../../../../model/localized.ts';
import { html } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import { blankDay, heading, paragraphs, signatures, subhead } from '../form-parts.ts';
import { ministryForms, partiesTable } from './case-parts.ts';

/** Application for mediation (人民调解申请书). */
export const application = defineDocument({
  id: 'application',
  ledger: 'mediation_case',
  label: words('人民调解申请书', 'Application'),
  source: ministryForms,
  page: 'form',
  when: { field: 'source', values: ['10'] },
  render: (data) => {
    const { record } = data;
    return html`${heading('人民调解申请书')} ${partiesTable(data, ['申请人', '被申请人'])}
      ${subhead('纠纷简要情况')} ${paragraphs(record.text('summary'), 6)} ${subhead('当事人申请事项')}
      ${paragraphs(record.text('requests'), 3)} ${subhead('证据')} ${paragraphs(record.text('evidence'), 2)}
      <p class="text">
        人民调解委员会已将申请人民调解的相关规定告知我，现自愿申请${record.text('org')}进行调解。
      </p>
      ${signatures([{ who: '申请人（签名、盖章或按指印）' }])}
      <p style="text-align:right">${blankDay(record.day('registered_on'))}</p>`;
  },
});
