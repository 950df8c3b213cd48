import { words } from '../../../../model/localized.ts';
import { html } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import { blank, heading, paragraphs, seal, signatures, subhead } from '../form-parts.ts';
import { mediatorsOf, ministryForms, partyParagraphs } from './case-parts.ts';

/** Copies when nothing else was agreed: one for each party and one for the body. */
const COPIES = 3;

/** Written agreement (人民调解协议书): in force when signed and sealed (人民调解法第二十九条). */
export const agreement = defineDocument({
  id: 'agreement',
  ledger: 'mediation_case',
  label: words('人民调解协议书', 'Agreement'),
  source: ministryForms,
  page: 'letter',
  when: { field: 'agreement_form', values: ['2'] },
  render: (data) => {
    const { record } = data;
    const copies = record.value('copies');
    return html`${heading('人民调解协议书', `编号：${record.text('case_no')}`)}
      ${partyParagraphs(data, ['当事人', '当事人'])} ${subhead('纠纷主要事实、争议事项及各方责任：')}
      ${paragraphs(record.text('agreement_facts') || record.text('summary'), 5)}
      ${subhead('经调解，双方自愿达成如下协议：')} ${paragraphs(record.text('agreement'), 6)}
      ${subhead('履行方式、地点、期限：')}
      <p class="text">
        方式：${blank(record.text('perform_way'), 12)}；地点：${blank(record.text('perform_place'), 8)}；期限：${blank(
          record.day('perform_by'),
          8,
        )}${record.day('perform_by') === '' ? '' : '前'}。
      </p>
      <p class="text">
        本协议一式${blank(String(typeof copies === 'number' ? copies : COPIES), 2)}份，当事人、人民调解委员会各持一份，自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效。
      </p>
      ${signatures([
        { who: '当事人（签名、盖章或按指印）' },
        { who: '当事人（签名、盖章或按指印）' },
        { who: '人民调解员（签名）', name: '' },
        { who: '记录人（签名）' },
      ])}
      <p style="font-size:0.75em">主持调解：${mediatorsOf(record)}</p>
      ${seal(record.text('org'), record.day('agreed_on'))}`;
  },
});
