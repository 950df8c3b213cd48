import { words } from '../../../../model/localized.ts';
import { html, type SafeHtml } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import type { DocumentRecord } from '../document-data.ts';
import { boxes, formTable, heading, sheets, signatures } from '../form-parts.ts';

const label = words('矛盾纠纷双向移交单', 'Hand-over slip');
const source = '民转刑命案防范联动机制（双向移交）';
/** Room for statements. */
const STATEMENT_mm = 24;

/** One hand-over slip: what goes over above, what came of it below. */
export const handoverSlip = defineDocument({
  id: 'handover-slip',
  ledger: 'dispute_handover',
  label,
  source,
  page: 'form',
  render: ({ record }) => sheet(record, record.linked('dispute')),
});

/** The slips of a dispute; one blank form with the dispute's facts when there is none yet. */
export const handoverSlips = defineDocument({
  id: 'handover-slips',
  ledger: 'dispute',
  label,
  source,
  page: 'form',
  render: ({ record, parts }) => {
    const found = parts('dispute_handover');
    return sheets((found.length === 0 ? [undefined] : found).map((slip) => sheet(slip, record)));
  },
});

function sheet(slip: DocumentRecord | undefined, dispute: DocumentRecord | null): SafeHtml {
  const text = (field: string): string => slip?.text(field) ?? '';
  const day = (field: string): string => slip?.day(field) ?? '';
  const of = (field: string): string => dispute?.text(field) ?? '';
  return html`${heading('矛盾纠纷双向移交单')}
  ${formTable([
    [
      { label: '移交单位', content: text('from_unit') },
      { label: '接收单位', content: text('to_unit') },
    ],
    [
      { label: '纠纷名称', content: of('title') },
      { label: '发生日期', content: dispute?.day('occur_date') ?? '' },
    ],
    [
      { label: '主要当事人', content: of('party_name') },
      { label: '联系电话', content: of('party_contact') },
    ],
    [{ label: '风险等级', content: boxes(dispute?.choices('risk_level') ?? []), span: 4 }],
    [{ label: '风险情形', content: of('risk_factors'), span: 4 }],
    [{ label: '纠纷简述', content: of('summary'), span: 4, height_mm: STATEMENT_mm }],
    [{ label: '移交事由', content: text('reason'), span: 4, height_mm: STATEMENT_mm }],
    [{ label: '已采取措施', content: text('done'), span: 4, height_mm: STATEMENT_mm }],
    [
      { label: '移交材料', content: text('papers') },
      { label: '反馈期限', content: day('reply_by') },
    ],
    [
      { label: '移交人', content: text('handed_by') },
      { label: '移交日期', content: day('handed_on') },
    ],
    [
      { label: '接收人', content: text('received_by') },
      { label: '接收日期', content: day('received_on') },
    ],
    [{ label: '办理结果反馈', content: text('reply'), span: 4, height_mm: STATEMENT_mm }],
  ])}
  ${signatures([
    { who: '移交单位（盖章）', day: day('handed_on') },
    { who: '接收单位（盖章）', day: day('received_on') },
  ])}`;
}
