import { words } from '../../../../model/localized.ts';
import { html } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import { formTable, heading, listTable } from '../form-parts.ts';

/** Rows left empty where a team has fewer members. */
const ROWS = 6;

/** Notice on the board of a liaison point (驻点联系公示表): the four things that are fixed, and who comes. */
export const pointNotice = defineDocument({
  id: 'point-notice',
  ledger: 'liaison_point',
  label: words('驻点联系公示表', 'Notice of a liaison point'),
  source: '领导干部驻点普遍直接联系群众制度（固定时间、地点、联系人、联系方式，公示上墙；参考格式）',
  page: 'form',
  render: ({ record, linkedParts, town }) => {
    const team = record.linked('team');
    return html`${heading(`${town}领导干部驻点联系群众公示表`)}
      ${formTable([
        [
          { label: '村（社区）', content: record.text('village') },
          { label: '联系点', content: record.text('name') },
        ],
        [{ label: '固定地点', content: record.text('place_text'), span: 4 }],
        [
          {
            label: '固定时间',
            content: [record.text('weekday'), record.text('hours')].filter((one) => one !== '').join(' '),
            span: 4,
          },
        ],
        [
          { label: '固定联系人', content: record.text('head_name') },
          { label: '联系方式', content: record.text('head_contact') },
        ],
        [
          { label: '驻点团队', content: team?.text('name') ?? '' },
          {
            label: '带队领导',
            content: [team?.text('leader') ?? '', team?.text('leader_post') ?? '']
              .filter((one) => one !== '')
              .join('，'),
          },
        ],
      ])}
      <p style="margin-top:3mm"></p>
      ${listTable(
        [
          { head: '序号', share: 8, isCentred: true },
          { head: '姓名', share: 18 },
          { head: '角色', share: 18 },
          { head: '单位职务', share: 34 },
          { head: '联系电话', share: 22 },
        ],
        linkedParts('team', 'liaison_member').map((member, at) => [
          String(at + 1),
          member.text('name'),
          member.text('role'),
          [member.text('unit'), member.text('post')].filter((one) => one !== '').join(' '),
          member.text('contact'),
        ]),
        ROWS,
      )}`;
  },
});
