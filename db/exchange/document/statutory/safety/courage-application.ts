import { words } from '../../../../model/localized.ts';
import { html } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import { boxes, formTable, heading } from '../form-parts.ts';

/** Room for the account of what happened, and for an opinion with its seal. */
const DETAIL_mm = 60;
const OPINION_mm = 26;

/** Application to have a deed of courage confirmed (见义勇为申报表): collected by the town, confirmed by county or above. */
export const courageApplication = defineDocument({
  id: 'courage-application',
  ledger: 'courage_deed',
  label: words('见义勇为申报表', 'Application'),
  source: '广东省见义勇为人员奖励和保障条例（参考格式，以受理机关规定为准）',
  page: 'form',
  render: ({ record, town }) =>
    html`${heading(`${town}见义勇为人员申报表`)}
    ${formTable([
      [
        { label: '姓名', content: record.text('actor_name') },
        { label: '联系电话', content: record.text('actor_contact') },
      ],
      [{ label: '证件号码', content: record.text('actor_doc_no'), span: 4 }],
      [
        { label: '工作单位', content: record.text('workplace') },
        { label: '伤亡情况', content: record.text('harm') },
      ],
      [{ label: '事迹名称', content: record.text('deed_name'), span: 4 }],
      [
        { label: '发生日期', content: record.day('happened_on') },
        { label: '发生地点', content: record.text('place_text') || record.text('village') },
      ],
      [
        { label: '受益人', content: record.text('victims') },
        { label: '证明人', content: record.text('witnesses') },
      ],
      [{ label: '事迹经过', content: record.text('detail'), span: 4, height_mm: DETAIL_mm }],
      [{ label: '申报材料', content: boxes(record.choices('papers')), span: 4 }],
      [
        { label: '申报人（单位）', content: record.text('claimant') },
        { label: '申报日期', content: record.day('claimed_on') },
      ],
      [{ label: '村（社区）意见', content: '（盖章）', span: 4, height_mm: OPINION_mm }],
      [{ label: '公安派出所意见', content: '（盖章）', span: 4, height_mm: OPINION_mm }],
      [{ label: '镇（街道）意见', content: '（盖章）', span: 4, height_mm: OPINION_mm }],
    ])}`,
});
