import { words } from '../../../../model/localized.ts';
import { html } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import { blank, heading, seal, signatures, subhead } from '../form-parts.ts';

/** 人民调解法 articles 4, 22–24, 26, 31–33. */
const rights = [
  '选择或者接受人民调解员；',
  '接受调解、拒绝调解或者要求终止调解；',
  '要求调解公开进行或者不公开进行；',
  '自主表达意愿、自愿达成调解协议；',
  '认为人民调解员与本案有利害关系，可能影响公正的，要求其回避。',
];
const duties = [
  '如实陈述纠纷事实；',
  '遵守调解现场秩序，尊重人民调解员；',
  '尊重对方当事人行使权利；',
  '按照约定履行调解协议。',
];
const others = [
  '人民调解委员会调解民间纠纷，不收取任何费用。',
  '经人民调解委员会调解达成的调解协议，具有法律约束力，当事人应当按照约定履行。',
  '双方当事人认为有必要的，可以自调解协议生效之日起三十日内共同向人民法院申请司法确认。',
  '调解不成的，可以依法通过仲裁、行政、司法等途径维护权利；当事人就调解协议的履行或者内容发生争议的，可以向人民法院提起诉讼。',
];
const numerals = ['（一）', '（二）', '（三）', '（四）', '（五）'];

/** Notice of rights and duties (权利义务告知书), signed by the parties. */
export const rightsNotice = defineDocument({
  id: 'rights-notice',
  ledger: 'mediation_case',
  label: words('人民调解权利义务告知书', 'Notice of rights'),
  source: '人民调解法第四条、第二十三条、第二十四条、第二十六条、第三十一条至第三十三条',
  page: 'letter',
  render: ({ record }) => {
    const list = (items: readonly string[]) =>
      items.map((item, at) => html`<p class="text">${numerals[at] ?? ''}${item}</p>`);
    return html`${heading('人民调解权利义务告知书')}
      <p class="to">${blank(record.text('parties'), 14)}：</p>
      <p class="text">
        你（单位）参加的${blank(record.text('case_name'), 12)}一案，由我委调解。根据《中华人民共和国人民调解法》，现将有关事项告知如下：
      </p>
      ${subhead('一、当事人享有下列权利')} ${list(rights)} ${subhead('二、当事人履行下列义务')}
      ${list(duties)} ${subhead('三、其他事项')} ${list(others)}
      <p class="text">以上内容我已阅读（听读）并知悉，自愿接受调解。</p>
      ${signatures([
        { who: '当事人（签名）', day: '' },
        { who: '当事人（签名）', day: '' },
      ])}
      ${seal(record.text('org'), record.day('rights_told_on'))}`;
  },
});
