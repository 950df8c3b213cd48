import { defineLedger, type AreaId } from '../define-ledger.ts';
import { attachment } from '../fields/attachment.ts';
import { choice } from '../fields/choice.ts';
import { instant } from '../fields/instant.ts';
import { link } from '../fields/link.ts';
import { longText } from '../fields/long-text.ts';
import { text } from '../fields/text.ts';
import { yesNo } from '../fields/yes-no.ts';
import { words, type Localized } from '../localized.ts';

/** What is special about the steps of one workflow. */
export interface StepsSpec {
  /** Id of the ledger of steps: `issue_step`. */
  readonly id: string;
  readonly area: AreaId;
  readonly label: Localized;
  /** Ledger of the cases. */
  readonly of: string;
  /** Code table of the states. */
  readonly table: string;
  readonly source: string;
  readonly sensitive?: boolean;
}

/**
 * The steps of the cases of a workflow (办理记录): who did what, when, with which opinion and documents, and what the
 * deadline became and why. Written by the store with each action, never by hand, so that it travels and is kept like any ledger.
 * Each step follows 环节日志 of S55/S61 (domain §4.3): state before and after, who, when, content, attachments.
 */
export const stepsLedger = (spec: StepsSpec) =>
  defineLedger({
    id: spec.id,
    revision: 1,
    area: spec.area,
    label: spec.label,
    counter: words('条', 'steps'),
    source: spec.source,
    sensitive: spec.sensitive ?? false,
    fields: {
      case_record: link({ label: words('所属事项', 'Case'), ledger: spec.of, required: true }),
      // No `code`: that would put it in capitals when a sheet is read back.
      action: text({ label: words('动作代码', 'Action code'), max: 40, required: true }),
      action_name: text({ label: words('办理动作', 'Step taken'), max: 40, required: true }),
      from_state: choice({ label: words('原状态', 'State before'), table: spec.table }),
      to_state: choice({ label: words('现状态', 'State after'), table: spec.table, required: true }),
      acted_at: instant({ label: words('办理时间', 'Acted at'), required: true, indexed: true }),
      actor: text({ label: words('经办人', 'Acted by'), max: 50, required: true, suggest: true }),
      opinion: longText({ label: words('办理意见', 'Opinion'), max: 2000 }),
      documents: attachment({ label: words('办理附件', 'Documents') }),
      was_late: yesNo({ label: words('本环节是否超期', 'Step was late') }),
      due_at: instant({ label: words('下一环节期限', 'Next step due') }),
      due_explained: longText({ label: words('期限说明', 'Why this deadline'), max: 1024 }),
      clocks: longText({ label: words('计时依据', 'Clock record'), max: 4000 }),
    },
    title: ['action_name'],
    subtitle: ['actor', 'acted_at'],
    sections: [
      {
        label: words('办理', 'Step'),
        fields: [
          'case_record',
          'action_name',
          'from_state',
          'to_state',
          'acted_at',
          'actor',
          'opinion',
          'documents',
        ],
      },
      {
        label: words('时限', 'Deadline'),
        fields: ['was_late', 'due_at', 'due_explained', 'action', 'clocks'],
      },
    ],
    list: ['case_record', 'action_name', 'from_state', 'to_state', 'acted_at', 'actor', 'was_late'],
    naturalKey: ['case_record', 'acted_at', 'action'],
    sort: '-acted_at',
    indexes: [['action', 'acted_at']],
    partOf: 'case_record',
    period: 'acted_at',
  });
