import { words } from '../../../../model/localized.ts';
import { html } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import { boxes, formTable, heading, signatures } from '../form-parts.ts';
import { ministryForms, partiesTable } from './case-parts.ts';

/** Room for what happened. */
const SUMMARY_mm = 30;

/** Registration and acceptance of a case (人民调解受理登记表). */
export const acceptance = defineDocument({
  id: 'acceptance',
  ledger: 'mediation_case',
  label: words('人民调解受理登记表', 'Acceptance'),
  source: ministryForms,
  page: 'form',
  render: (data) => {
    const { record } = data;
    const source = String(record.value('source') ?? '');
    const ways = [
      { name: '当事人申请', isChosen: source === '10' },
      { name: '人民调解委员会主动调解', isChosen: source === '20' },
      { name: '接受委托移送', isChosen: source.startsWith('3') },
    ];
    return html`${heading('人民调解受理登记表', record.text('case_no'))}
      ${formTable([
        [
          { label: '登记时间', content: record.day('registered_on') },
          { label: '受理时间', content: record.day('accepted_on') },
        ],
        [{ label: '案件来源', content: boxes(ways), span: 4 }],
        [{ label: '委托移送单位', content: source.startsWith('3') ? record.text('source') : '', span: 4 }],
        [{ label: '纠纷类型', content: boxes(record.choices('kind')), span: 4 }],
      ])}
      <div style="margin-top:-0.6pt">${partiesTable(data, ['申请人', '被申请人'])}</div>
      <div style="margin-top:-0.6pt">
        ${formTable([
          [{ label: '案情简介', content: record.text('summary'), span: 4, height_mm: SUMMARY_mm }],
          [
            { label: '发生地点', content: record.text('place_text') || record.text('village') },
            { label: '涉及金额', content: record.text('amount') },
          ],
          [
            {
              label: '受理意见',
              content: opinion(record.day('accepted_on'), record.text('refusal')),
              span: 4,
            },
          ],
        ])}
      </div>
      ${signatures([
        { who: '登记人', name: record.text('registrar') },
        { who: '人民调解委员会（盖章）', day: record.day('registered_on') },
      ])}`;
  },
});

function opinion(accepted: string, refusal: string): string {
  if (accepted !== '') return '符合受理条件，予以受理。';
  return refusal === '' ? '' : `不予受理：${refusal}`;
}
