import { words } from '../../../../model/localized.ts';
import { html, type SafeHtml } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import type { DocumentRecord } from '../document-data.ts';
import { heading, signatures } from '../form-parts.ts';

/** Columns of the sheet: head, width in percent, and what stands in the row of a grid worker. */
const columns: readonly {
  readonly head: string;
  readonly share: number;
  readonly isNumber?: boolean;
  readonly cell: (line: DocumentRecord) => string;
}[] = [
  { head: '姓名', share: 10, cell: (line) => line.text('staff') },
  { head: '工号', share: 11, cell: (line) => line.text('staff_no') },
  { head: '负责网格', share: 17, cell: (line) => line.text('grid') },
  { head: '有效上报数', share: 7, isNumber: true, cell: (line) => line.text('reports') },
  { head: '不计分数', share: 6, isNumber: true, cell: (line) => line.text('zero_reports') },
  { head: '上报分值', share: 6, isNumber: true, cell: (line) => bare(line, 'report_points') },
  { head: '加减分', share: 6, isNumber: true, cell: (line) => bare(line, 'score_points') },
  { head: '出勤天数', share: 6, isNumber: true, cell: (line) => bare(line, 'attendance_days') },
  { head: '其他增减（元）', share: 8, isNumber: true, cell: (line) => bare(line, 'adjust') },
  { head: '应发金额（元）', share: 8, isNumber: true, cell: (line) => bare(line, 'amount') },
  { head: '签名', share: 11, cell: () => '' },
];

/**
 * Reward sheet of grid staff (网格员奖励发放表): one row for each, with a place to sign for the money. No decree gives the form; it
 * is the usual one of the offices.
 */
export const rewardSheetForm = defineDocument({
  id: 'reward-sheet',
  ledger: 'reward_sheet',
  label: words('网格员奖励发放表', 'Reward sheet'),
  source: '网格员奖励办法（各镇街自定格式）',
  page: 'form-across',
  render: (data) => {
    const { record, town } = data;
    const village = record.text('village');
    const lines = data.parts('reward_line');
    const number = `制表日期：${record.day('made_on')}`;
    return html`${heading(`${town}${village}${monthText(record.text('month'))}网格员奖励发放表`, number)}
    ${table(lines, record)}
    ${signatures([
      { who: '制表', name: record.text('made_by') },
      { who: '核对', name: record.text('checked_by') },
      { who: '审批', name: record.text('approved_by'), day: record.day('approved_on') },
    ])}`;
  },
});

function table(lines: readonly DocumentRecord[], sheet: DocumentRecord): SafeHtml {
  return html`<table class="form">
    <colgroup>
      <col style="width:4%" />
      ${columns.map(({ share }) => html`<col style="width:${share}%" />`)}
    </colgroup>
    <thead>
      <tr>
        <th>序号</th>
        ${columns.map(({ head }) => html`<th>${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${lines.map(
        (line, at) =>
          html`<tr class="whole" style="height:9.5mm">
            <td style="text-align:center">${at + 1}</td>
            ${columns.map(
              ({ cell, isNumber }) =>
                html`<td style="text-align:${isNumber === true ? 'right' : 'left'}">${cell(line)}</td>`,
            )}
          </tr>`,
      )}
      <tr class="whole" style="height:9.5mm">
        <th colspan="4">合计（${lines.length}人）</th>
        <td style="text-align:right">${sheet.text('reports')}</td>
        <td></td>
        <td style="text-align:right" colspan="2">${sheet.text('points')}</td>
        <td></td>
        <td></td>
        <td style="text-align:right">${bare(sheet, 'amount')}</td>
        <td></td>
      </tr>
    </tbody>
  </table>`;
}

/** A number without its unit, which stands in the head. */
const bare = (record: DocumentRecord, field: string): string => record.text(field).replace(/[^\d.,-]+$/, '');

/** `2026年10月` */
function monthText(month: string): string {
  const [, year, number] = /^(\d{4})-(\d\d)$/.exec(month) ?? [];
  return year === undefined ? month : `${year}年${String(Number(number))}月`;
}
