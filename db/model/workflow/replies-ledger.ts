import { defineLedger, type AreaId } from '../define-ledger.ts';
import { attachment } from '../fields/attachment.ts';
import { choice } from '../fields/choice.ts';
import { instant } from '../fields/instant.ts';
import { link } from '../fields/link.ts';
import { longText } from '../fields/long-text.ts';
import { text } from '../fields/text.ts';
import { words, type Localized } from '../localized.ts';

/** What is special about the answers to the cases of one workflow. */
interface RepliesSpec {
  /** Id of the ledger of answers: `issue_reply`. */
  readonly id: string;
  readonly area: AreaId;
  readonly label: Localized;
  /** Ledger of the cases. */
  readonly of: string;
  readonly source: string;
}

/** What became of an answer at the office that handed the case up (code table `reply_outcome`). */
export const replyOutcomes = { entered: '01', unfit: '02' } as const;

/** Longest answer: what fits every field of a case that takes one. */
const CONTENT_MAX = 1000;

/** What the office above writes. */
const answerFields = (of: string) => ({
  case_record: link({ label: words('所属事项', 'Case'), ledger: of, required: true, automatic: true }),
  handed_up_at: instant({
    label: words('对应上报时间', 'Handed up at'),
    help: words('答复的是哪一次上报', 'Which hand-over is answered'),
    required: true,
    automatic: true,
  }),
  kind: choice({ label: words('答复', 'Answer'), table: 'superior_reply', required: true, automatic: true }),
  case_no: text({ label: words('上级案件编号', 'Number given above'), max: 32, code: true, automatic: true }),
  content: longText({ label: words('答复内容', 'Content'), max: CONTENT_MAX, automatic: true }),
  documents: attachment({
    label: words('答复附件', 'Documents'),
    help: words('答复文件、盖章扫描件', 'The letter of reply, a scan with its seal'),
    automatic: true,
    since: 2,
  }),
  replied_at: instant({
    label: words('答复时间', 'Answered at'),
    required: true,
    indexed: true,
    automatic: true,
  }),
  office: text({ label: words('答复单位', 'Office'), max: 50, required: true, automatic: true }),
  replied_by: text({ label: words('答复人', 'Answered by'), max: 50, suggest: true, automatic: true }),
});

/** What the office writes that handed the case up. */
const outcomeFields = {
  outcome: choice({
    label: words('登记情况', 'What became of it'),
    table: 'reply_outcome',
    indexed: true,
    automatic: true,
  }),
  outcome_at: instant({ label: words('登记时间', 'Taken in at'), automatic: true }),
  outcome_reason: longText({ label: words('未登记原因', 'Why not entered'), max: 1024, automatic: true }),
  follow_up: longText({
    label: words('后续处理', 'What was done about it'),
    help: words('未能登记的答复，写明如何处理', 'For an answer that could not be entered'),
    max: 500,
  }),
} as const;

/**
 * Answers of the office above to cases handed up to it (上级答复). It writes them, and they travel down as records; the
 * office that handed the case up takes each as a step, or says why it could not, and what was done about it then. So each
 * field has one office that writes it, and nothing is ever decided by two.
 */
export const repliesLedger = (spec: RepliesSpec) =>
  defineLedger({
    id: spec.id,
    revision: 2,
    area: spec.area,
    label: spec.label,
    counter: words('件', 'answers'),
    source: spec.source,
    fields: { ...answerFields(spec.of), ...outcomeFields },
    title: ['kind'],
    subtitle: ['case_no', 'replied_at'],
    sections: [
      {
        label: words('答复', 'Answer'),
        fields: [
          'case_record',
          'handed_up_at',
          'kind',
          'case_no',
          'content',
          'documents',
          'replied_at',
          'office',
          'replied_by',
        ],
      },
      {
        label: words('登记', 'What became of it'),
        fields: ['outcome', 'outcome_at', 'outcome_reason', 'follow_up'],
      },
    ],
    list: [
      'case_record',
      'kind',
      'case_no',
      'replied_at',
      'office',
      'outcome',
      'outcome_reason',
      'follow_up',
    ],
    naturalKey: ['case_record', 'replied_at', 'kind'],
    sort: '-replied_at',
    partOf: 'case_record',
    period: 'replied_at',
    wants: [
      {
        field: 'follow_up',
        label: words('未登记答复的后续处理', 'What was done about an answer not entered'),
        while: { field: 'outcome', values: [replyOutcomes.unfit] },
      },
    ],
  });
