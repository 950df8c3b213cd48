import { words } from '../../../../model/localized.ts';
import { html, type SafeHtml } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import type { DocumentRecord } from '../document-data.ts';
import { boxes, formTable, heading, sheets, signatures } from '../form-parts.ts';
import { ministryForms } from './case-parts.ts';

const label = words('人民调解回访记录', 'Record of a return visit');
/** Room for what was found. */
const FOUND_mm = 90;

/** Record of a return visit (人民调解回访记录). */
export const returnVisit = defineDocument({
  id: 'return-visit',
  ledger: 'mediation_return_visit',
  label,
  source: ministryForms,
  page: 'form',
  render: ({ record }) => returnVisitSheet(record, record.linked('med_case')),
});

/** The return visits of a case, each on a sheet of its own; one blank form when there is none. */
export const returnVisits = defineDocument({
  id: 'return-visits',
  ledger: 'mediation_case',
  label,
  source: ministryForms,
  page: 'form',
  render: ({ record, parts }) => {
    const found = parts('mediation_return_visit');
    return sheets((found.length === 0 ? [undefined] : found).map((visit) => returnVisitSheet(visit, record)));
  },
});

/** Sheet of a return visit; of none, a blank form. */
export function returnVisitSheet(visit: DocumentRecord | undefined, of: DocumentRecord | null): SafeHtml {
  const text = (field: string): string => visit?.text(field) ?? '';
  const states = visit?.choices('state') ?? [
    { name: '已履行', isChosen: false },
    { name: '部分履行', isChosen: false },
    { name: '未履行', isChosen: false },
  ];
  return html`${heading('人民调解回访记录')}
  ${formTable([
    [{ label: '当事人', content: text('visited') || (of?.text('parties') ?? ''), span: 4 }],
    [{ label: '调解协议编号', content: of?.text('case_no') ?? '', span: 4 }],
    [
      { label: '回访日期', content: visit?.day('visited_on') ?? '' },
      { label: '回访方式', content: text('way') },
    ],
    [{ label: '回访事由', content: text('reason'), span: 4 }],
    [{ label: '履行情况', content: boxes(states), span: 4 }],
    [{ label: '回访情况', content: text('content'), span: 4, height_mm: FOUND_mm }],
  ])}
  ${signatures([
    { who: '被回访人（签名）' },
    { who: '回访人', name: text('visitor'), day: visit?.day('visited_on') ?? '' },
  ])}`;
}
