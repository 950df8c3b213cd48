import { readItemNumbers } from '../../../../model/inspection/item-numbers.ts';
import { readItemNotes } from '../../../../model/inspection/item-notes.ts';
import { words } from '../../../../model/localized.ts';
import { html, type SafeHtml } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import type { DocumentData, DocumentRecord } from '../document-data.ts';
import { boxes, formTable, heading, listTable, signatures, tickBox } from '../form-parts.ts';

/** Rows left empty where no list was chosen, to be written by hand. */
const BLANK_ITEMS = 15;
const REMARK_mm = 20;

/** Record of an inspection (检查记录表): every item of the list with its result, what was wrong, and who signed. */
export const checkRecord = defineDocument({
  id: 'check-record',
  ledger: 'inspection',
  label: words('检查记录表', 'Record of an inspection'),
  source: '镇街出租屋、三小场所检查记录表（常用格式）',
  page: 'form',
  render: (data) => {
    const { record, town } = data;
    return html`${heading(`${town}${record.text('object_kind')}检查记录表`, `编号：${record.text('inspection_no')}`)}
      ${formTable([
        [{ label: '对象名称', content: record.text('object_name'), span: 4 }],
        [{ label: '地址', content: record.text('place_text'), span: 4 }],
        [
          { label: '村（社区）', content: record.text('village') },
          { label: '网格', content: record.text('grid') },
        ],
        [
          { label: '检查时间', content: record.moment('checked_at') },
          { label: '检查方式', content: record.text('check_kind') },
        ],
        [
          { label: '负责人', content: record.text('party_name') },
          { label: '联系电话', content: record.text('party_contact') },
        ],
      ])}
      <p style="margin-top:3mm"></p>
      ${items(data)}
      <p style="margin-top:3mm"></p>
      ${formTable([
        [{ label: '检查情况', content: record.text('opinion'), span: 4, height_mm: REMARK_mm }],
        [{ label: '检查结论', content: boxes(record.choices('result')), span: 4 }],
        [
          { label: '评定等级', content: record.text('grade') },
          { label: '下次检查', content: record.day('next_check') },
        ],
      ])}
      ${signatures([
        { who: '检查人员（签名）', day: record.day('checked_at') },
        { who: '被检查方（签名）', day: '' },
      ])}`;
  },
});

function items({ record, linkedParts }: DocumentData): SafeHtml {
  const numbers = (field: string): readonly number[] => readItemNumbers(record.text(field)) ?? [];
  const [passed, failed, other] = [numbers('passed_items'), numbers('failed_items'), numbers('other_items')];
  const notes = readItemNotes(record.text('item_notes'));
  const found = linkedParts('list', 'check_item').map((item) => {
    const no = Number(item.value('item_no'));
    return [
      String(no),
      item.text('item_group'),
      wording(item, notes.get(no) ?? ''),
      tickBox(passed.includes(no)),
      tickBox(failed.includes(no)),
      tickBox(other.includes(no)),
    ];
  });
  return listTable(
    [
      { head: '序号', share: 7, isCentred: true },
      { head: '类别', share: 11, isCentred: true },
      { head: '检查内容', share: 55 },
      { head: '合格', share: 9, isCentred: true },
      { head: '不合格', share: 9, isCentred: true },
      { head: '不适用', share: 9, isCentred: true },
    ],
    found,
    found.length === 0 ? BLANK_ITEMS : 0,
  );
}

const wording = (item: DocumentRecord, note: string): SafeHtml =>
  note === '' ? html`${item.text('wording')}` : html`${item.text('wording')}<br />问题：${note}`;
