import { words } from '../../../../model/localized.ts';
import { html } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import { blank, blankDay, heading, signatures, subhead } from '../form-parts.ts';
import { partyParagraphs } from './case-parts.ts';

/** Joint application to the court to confirm an agreement (司法确认申请书), within 30 days (人民调解法第三十三条). */
export const confirmation = defineDocument({
  id: 'confirmation',
  ledger: 'mediation_case',
  label: words('司法确认申请书', 'Application for confirmation'),
  source: '人民调解法第三十三条；民事诉讼法（确认调解协议案件）',
  page: 'letter',
  when: { field: 'confirm_wanted', values: ['true'] },
  render: (data) => {
    const { record } = data;
    return html`${heading('司法确认申请书')} ${partyParagraphs(data, ['申请人', '申请人'])}
      ${subhead('申请事项：')}
      <p class="text">
        请求确认申请人于${blank(record.day('agreed_on'), 8)}经${blank(record.text('org'), 10)}主持调解达成的${blank(
          record.text('case_no'),
          12,
        )}调解协议有效。
      </p>
      ${subhead('事实和理由：')}
      <p class="text">
        双方因${blank(record.text('case_name'), 10)}，经人民调解委员会调解，自愿达成调解协议。协议内容系双方真实意思表示，不违反法律、行政法规的强制性规定，不损害国家利益、社会公共利益和他人合法权益。
      </p>
      <p class="text">
        双方承诺：出于解决纠纷的目的自愿达成协议，没有恶意串通、规避法律的行为；如果因为该协议内容给他人造成损害的，愿意承担相应的民事责任和其他法律责任。
      </p>
      <p class="text">此致</p>
      <p class="to">${blank(record.text('court'), 10)}${record.text('court') === '' ? '人民法院' : ''}</p>
      <p class="text">附：人民调解协议书、双方身份证明各一份。</p>
      ${signatures([{ who: '申请人（签名或盖章）' }, { who: '申请人（签名或盖章）' }])}
      <p style="text-align:right">${blankDay(record.day('confirm_applied_on'))}</p>`;
  },
});
