import { defineLedger } from '../../define-ledger.ts';
import { attachment } from '../../fields/attachment.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';

/** What follows from a topic (成果落实): item, who does it, by when, how far, with evidence. */
export const consultTask = defineLedger({
  id: 'consult_task',
  revision: 1,
  area: 'council',
  label: words('成果落实', 'Results carried out'),
  counter: words('项', 'items'),
  source: '社区协商成果落实表',
  partOf: 'topic',
  fields: {
    topic: link({ label: words('协商议题', 'Topic'), ledger: 'consult_topic', required: true }),
    item: text({
      label: words('落实事项', 'Item'),
      max: 200,
      required: true,
      search: true,
      aliases: ['事项', '项目'],
    }),
    responsible: text({
      label: words('责任人（单位）', 'Responsible'),
      max: 100,
      required: true,
      suggest: true,
      aliases: ['责任人', '责任单位'],
    }),
    deadline: day({ label: words('完成期限', 'By'), indexed: true, aliases: ['期限'] }),
    state: choice({
      label: words('落实状态', 'State'),
      table: 'consult_task_state',
      required: true,
      indexed: true,
      aliases: ['状态'],
    }),
    done_on: day({ label: words('完成日期', 'Done on') }),
    done: longText({ label: words('完成情况', 'What was done'), max: 2000 }),
    evidence: attachment({ label: words('佐证材料', 'Evidence') }),
  },
  title: ['item'],
  subtitle: ['responsible', 'state'],
  sections: [
    {
      label: words('落实', 'Item'),
      fields: ['topic', 'item', 'responsible', 'deadline', 'state', 'done_on', 'done', 'evidence'],
    },
  ],
  list: ['item', 'responsible', 'deadline', 'state', 'done_on', 'topic'],
  naturalKey: ['topic', 'item'],
  sort: 'deadline',
  fill: (row) => ({ ...row, state: row['state'] ?? '1' }),
  takes: [{ link: 'topic', fields: { responsible: 'unit', deadline: 'deadline' } }],
  dues: [
    {
      field: 'deadline',
      label: words('协商成果落实', 'Result to be carried out'),
      person: 'responsible',
      while: { field: 'state', values: ['1'] },
    },
  ],
});
