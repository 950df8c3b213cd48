import { words } from '../../../../model/localized.ts';
import {
  ministryTable,
  type Balance,
  type MinistryTable,
} from '../../../../model/ledgers/dispute/ministry-table.ts';
import { html, type SafeHtml } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import type { CodeName, DocumentData } from '../document-data.ts';
import { heading, signatures } from '../form-parts.ts';
import { ministryForms, textValue } from './case-parts.ts';

/** Table of the ministry (人民调解案件情况统计表) of a period, with the sums that must be equal below it. */
export const ministrySheet = defineDocument({
  id: 'ministry-sheet',
  ledger: 'mediation_report',
  label: words('人民调解案件情况统计表', 'Ministry table'),
  source: ministryForms,
  page: 'form',
  render: (data) => {
    const { record, town } = data;
    const codes = {
      kinds: data.codes('med_kind'),
      sources: data.codes('med_source'),
      subjects: data.codes('med_subjects'),
      prevented: data.codes('med_prevented'),
    };
    const table = ministryTable(casesOf(data), {
      kinds: codes.kinds.map(({ code }) => code),
      sources: codes.sources.map(({ code }) => code),
    });
    return html`${heading('人民调解案件情况统计表')}
      <p class="to">
        填报单位：${record.text('org') || `${town}`}　　统计期间：${record.day('from_day')}至${record.day('to_day')}
      </p>
      <table class="form ministry">
        <colgroup>
          <col style="width:10%" />
          ${Array.from(
            { length: PER_LINE },
            () =>
              html`<col style="width:20%" />
                <col style="width:10%" />`,
          )}
        </colgroup>
        <tbody>
          ${block('总体', overview(table))} ${block('案件来源', counts(codes.sources, table.bySource))}
          ${block('当事人主体', counts(codes.subjects, table.bySubjects))}
          ${block('纠纷类型', counts(codes.kinds, table.byKind))}
          ${block('协议形式', [
            ['口头协议', table.byForm['1'] ?? 0],
            ['书面协议', table.byForm['2'] ?? 0],
          ])}
          ${block('防止激化', preventedCells(codes.prevented, table))}
        </tbody>
      </table>
      ${balances(table.balances)}
      ${signatures([
        { who: '填表人', name: record.text('filled_by') },
        { who: '审核人', name: record.text('reviewed_by') },
        { who: '填报日期', name: record.day('filled_on') },
      ])}`;
  },
});

type Cell = readonly [label: string, value: number | string];

function casesOf({ record, rows }: DocumentData) {
  const period = { accepted_on: { from: textValue(record, 'from_day'), to: textValue(record, 'to_day') } };
  const org = textValue(record, 'org');
  return rows('mediation_case', org === '' ? period : { ...period, org });
}

const overview = (table: MinistryTable): readonly Cell[] => [
  ['调解案件总数（宗）', table.total],
  ['涉及当事人数（人）', table.parties],
  ['调解成功数（宗）', table.success],
  ['调解成功率', share(table.success, table.total)],
  ['疑难复杂案件数（宗）', table.complex],
  ['涉及金额（万元）', (table.amount / CENTS_PER_WAN).toFixed(2)],
  ['协议已履行数（宗）', table.performed],
  ['协议履行率', share(table.performed, table.success)],
  ['司法确认数（宗）', table.confirmed],
];
/** 万元 in cents. */
const CENTS_PER_WAN = 1_000_000;

const share = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)}%`;

const counts = (codes: readonly CodeName[], by: Readonly<Record<string, number>>): readonly Cell[] =>
  codes.map(({ code, name }) => [name, by[code] ?? 0]);

const preventedCells = (codes: readonly CodeName[], { prevented }: MinistryTable): readonly Cell[] =>
  codes.map(({ code, name }) => {
    const { cases = 0, people = 0 } = prevented[code] ?? {};
    return [name, `${String(cases)}件 ${String(people)}人`];
  });

/** Cells of a group beside its name, three a line. */
function block(name: string, cells: readonly Cell[]): SafeHtml {
  const lines = Array.from({ length: Math.ceil(cells.length / PER_LINE) }, (_, at) =>
    cells.slice(at * PER_LINE, (at + 1) * PER_LINE),
  );
  return html`${lines.map(
    (line, at) =>
      html`<tr class="whole">
        ${at === 0 ? html`<th rowspan="${lines.length}">${name}</th>` : html``}
        ${Array.from({ length: PER_LINE }, (_, i) => cellHtml(line[i]))}
      </tr>`,
  )}`;
}
const PER_LINE = 3;

const cellHtml = (cell: Cell | undefined): SafeHtml =>
  cell === undefined
    ? html`<td colspan="2"></td>`
    : html`<td>${cell[0]}</td>
        <td style="text-align:right">${cell[1]}</td>`;

const rules = {
  kinds: ['各纠纷类型之和', '案件总数'],
  sources: ['各来源之和', '案件总数'],
  forms: ['口头协议＋书面协议', '调解成功数'],
} as const satisfies Record<Balance['rule'], readonly [string, string]>;
/** Cases named at most below a sum that does not balance. */
const MOST_NAMED = 8;

function balances(all: readonly Balance[]): SafeHtml {
  return html`<p style="margin-top:3mm">表内平衡关系：</p>
    ${all.map(({ rule, left, right, cases }) => {
      const [sum, whole] = rules[rule];
      if (left === right) return html`<p class="text">${sum}（${left}）＝${whole}（${right}），平衡。</p>`;
      const named = cases.slice(0, MOST_NAMED).join('、');
      return html`<p class="text">
        ${sum}（${left}）≠${whole}（${right}），请核对：${named}${
          cases.length > MOST_NAMED ? `等${String(cases.length)}宗` : ''
        }。
      </p>`;
    })}`;
}
