import { words } from '../../../../model/localized.ts';
import { html } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import type { Choice } from '../document-data.ts';
import { blank, blankDay, heading, paragraphs, seal, subhead } from '../form-parts.ts';
import { officeName } from '../office-name.ts';

/** Slip with which the papers of a deed go to those who confirm it (见义勇为转报单), with the receipt below. */
export const courageForwarding = defineDocument({
  id: 'courage-forwarding',
  ledger: 'courage_deed',
  label: words('见义勇为转报单', 'Forwarding slip'),
  source: '广东省见义勇为人员奖励和保障条例（参考格式）',
  page: 'letter',
  when: { field: 'state', values: ['02', '03', '04'] },
  render: ({ record, town }) =>
    html`${heading('见义勇为申报材料转报单')}
      <p class="to">${blank(record.text('forwarded_to'), 12)}：</p>
      <p class="text">
        现将${blank(record.text('actor_name'))}“${blank(record.text('deed_name'), 10)}”（${blankDay(record.day('happened_on'))}）见义勇为申报材料转报你单位，请予核实确认，并于${blankDay(record.day('reply_due'))}前反馈结果。
      </p>
      ${subhead('材料清单：')} ${paragraphs(listed(record.choices('papers')), 4)}
      ${seal(officeName(town), record.day('forwarded_on'))} ${subhead('回执')}
      <p class="text">上述材料已于${blankDay('')}收到，共${blank('', 3)}份。</p>
      ${seal('接收单位', '')}`,
});

/** The papers that are there, numbered, one a line. */
const listed = (papers: readonly Choice[]): string =>
  papers
    .filter(({ isChosen }) => isChosen)
    .map(({ name }, at) => `${String(at + 1)}. ${name}`)
    .join('\n');
