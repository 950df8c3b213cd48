import { words } from '../../../../model/localized.ts';
import type { Balance } from '../../../../model/ledgers/dispute/ministry-table.ts';
import { html, type SafeHtml } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import { heading, signatures } from '../form-parts.ts';
import { ministryForms } from './case-parts.ts';
import {
  balanceSides,
  casesToCheck,
  ministryForm,
  ministryText,
  type MinistryBlock,
  type MinistryItem,
} from './ministry-data.ts';
import { ministryWorkbook } from './ministry-workbook.ts';

/** Table of the ministry (人民调解案件情况统计表) of a period, with the sums that must be equal below it. */
export const ministrySheet = defineDocument({
  id: 'ministry-sheet',
  ledger: 'mediation_report',
  label: words('人民调解案件情况统计表', 'Ministry table'),
  source: ministryForms,
  page: 'form',
  workbook: ministryWorkbook,
  render: (data) => {
    const { record } = data;
    const { filer, from, to, whole } = ministryForm(data);
    return html`${heading('人民调解案件情况统计表')}
      <p class="to">填报单位：${filer}　　统计期间：${from}至${to}</p>
      <table class="form ministry">
        <colgroup>
          <col style="width:12%" />
          ${Array.from(
            { length: PER_LINE },
            () =>
              html`<col style="width:19.3%" />
                <col style="width:10%" />`,
          )}
        </colgroup>
        <tbody>
          ${whole.blocks.map(blockHtml)}
        </tbody>
      </table>
      ${balances(whole.balances)}
      ${signatures([
        { who: '填表人', name: record.text('filled_by') },
        { who: '审核人', name: record.text('reviewed_by') },
        { who: '填报日期', name: record.day('filled_on') },
      ])}`;
  },
});

/** Cells of a block beside its head, three a line. */
function blockHtml({ head, items }: MinistryBlock): SafeHtml {
  const lines = Array.from({ length: Math.ceil(items.length / PER_LINE) }, (_, at) =>
    items.slice(at * PER_LINE, (at + 1) * PER_LINE),
  );
  return html`${lines.map(
    (line, at) =>
      html`<tr class="whole">
        ${at === 0 ? html`<th rowspan="${lines.length}">${head}</th>` : html``}
        ${Array.from({ length: PER_LINE }, (_, i) => cellHtml(line[i]))}
      </tr>`,
  )}`;
}
const PER_LINE = 3;

const cellHtml = (item: MinistryItem | undefined): SafeHtml =>
  item === undefined
    ? html`<td colspan="2"></td>`
    : html`<td>${item.label}</td>
        <td style="text-align:right">${ministryText(item.number)}</td>`;

function balances(all: readonly Balance[]): SafeHtml {
  return html`<p style="margin-top:3mm">表内平衡关系：</p>
    ${all.map((balance) => {
      const { left, right } = balance;
      const [sum, whole] = balanceSides(balance);
      if (left === right) return html`<p class="text">${sum}（${left}）＝${whole}（${right}），平衡。</p>`;
      return html`<p class="text">
        ${sum}（${left}）≠${whole}（${right}），请核对：${casesToCheck(balance)}。
      </p>`;
    })}`;
}
