import type { DocumentData, DocumentRecord } from '../document-data.ts';
import { boxes, type FormCell } from '../form-parts.ts';

type Rows = readonly (readonly FormCell[])[];

/** What and where: the rows every slip of an issue begins with. */
export const issueRows = (record: DocumentRecord): Rows => [
  [{ label: '标题', content: record.text('title'), span: 4 }],
  [
    { label: '事项大类', content: record.text('category') },
    { label: '事项小类', content: record.text('item') },
  ],
  [
    { label: '村（社区）', content: record.text('village') },
    { label: '网格', content: record.text('grid') },
  ],
  [{ label: '地点', content: record.text('place_text') || record.text('address'), span: 4 }],
];

/** How it came to the office and who told of it. */
export const reportRows = (record: DocumentRecord): Rows => [
  [{ label: '级别', content: boxes(record.choices('level')), span: 4 }],
  [
    { label: '来源', content: record.text('issue_source') },
    { label: '上报时间', content: record.moment('reported_at') },
  ],
  [
    { label: '上报人', content: record.text('reporter_name') || record.text('reporter') },
    { label: '联系电话', content: record.text('reporter_contact') },
  ],
];

/** Number of the slip: the issue's own. */
export const slipNumber = (record: DocumentRecord): string => `单号：${record.text('serial_no')}`;

/** The newest step taken by one of these actions. */
export const stepOf = (data: DocumentData, ...actions: readonly string[]): DocumentRecord | undefined =>
  data.parts('issue_step').find((step) => actions.includes(String(step.value('action'))));

/** Opinion of a step, name of who took it, and the day. */
export function stepTexts(step: DocumentRecord | undefined): {
  readonly opinion: string;
  readonly name: string;
  readonly day: string;
} {
  if (step === undefined) return { opinion: '', name: '', day: '' };
  return { opinion: step.text('opinion'), name: step.text('actor'), day: step.day('acted_at') };
}
