import { defineLedger } from '../../define-ledger.ts';
import { attachment } from '../../fields/attachment.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { money } from '../../fields/money.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { dayOrder } from '../../rules/day-order.ts';

/** Care for courageous people and their families afterwards: treatment, hardship, visits at festivals. */
export const courageCare = defineLedger({
  id: 'courage_care',
  revision: 2,
  area: 'safety',
  label: words('见义勇为保障', 'Care after a deed'),
  counter: words('次', 'times'),
  source: '广东省见义勇为人员奖励和保障条例（2025-03-01 施行）',
  fields: {
    deed: link({
      label: words('见义勇为人员', 'Person'),
      ledger: 'courage_deed',
      required: true,
      aliases: ['人员'],
    }),
    done_on: day({
      label: words('保障日期', 'Day'),
      required: true,
      indexed: true,
      aliases: ['日期', '慰问日期'],
    }),
    kind: choice({
      label: words('保障类别', 'Kind'),
      table: 'courage_care_kind',
      required: true,
      aliases: ['类别'],
    }),
    body: text({ label: words('落实单位', 'By'), max: 100, suggest: true }),
    amount: money({ label: words('金额', 'Amount'), min: 0, max: 9_999_999 }),
    content: longText({ label: words('落实情况', 'What was done'), max: 1024 }),
    worker: text({ label: words('经办人', 'Done by'), max: 50, suggest: true }),
    next_on: day({ label: words('下次回访日期', 'Next visit'), indexed: true }),
    visited_on: day({
      label: words('实际回访日期', 'Visited on'),
      help: words('约定的回访做了以后填写，不再提醒', 'Once the visit was paid; nothing is due any more'),
      since: 2,
    }),
    photos: attachment({ label: words('照片', 'Photos') }),
  },
  title: ['kind'],
  subtitle: ['done_on'],
  sections: [
    {
      label: words('保障', 'Care'),
      fields: [
        'deed',
        'done_on',
        'kind',
        'body',
        'amount',
        'worker',
        'next_on',
        'visited_on',
        'content',
        'photos',
      ],
    },
  ],
  list: ['done_on', 'kind', 'deed', 'body', 'amount', 'worker', 'content', 'next_on'],
  naturalKey: ['deed', 'done_on', 'kind'],
  sort: '-done_on',
  rules: [
    dayOrder(
      { field: 'done_on', label: words('保障日期', 'Day') },
      { field: 'next_on', label: words('下次回访日期', 'Next visit') },
    ),
    dayOrder(
      { field: 'done_on', label: words('保障日期', 'Day') },
      { field: 'visited_on', label: words('实际回访日期', 'Visited on') },
    ),
  ],
  partOf: 'deed',
  dues: [
    {
      field: 'next_on',
      label: words('见义勇为人员回访', 'Visit'),
      person: 'worker',
      until: 'visited_on',
    },
  ],
  period: 'done_on',
});
