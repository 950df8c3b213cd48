import { words } from '../../../../model/localized.ts';
import { html } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import { heading, listTable } from '../form-parts.ts';

/** Rows of a sheet to sign, where nobody is listed yet. */
const ROWS = 22;

/** Sheet on which those present sign (签到表). */
export const signInSheet = defineDocument({
  id: 'sign-in',
  ledger: 'consult_session',
  label: words('会议签到表', 'Sheet to sign in'),
  source: '社区协商签到表（参考格式）',
  page: 'form',
  render: ({ record, parts }) =>
    html`${heading('会议签到表')}
      <p>会议：${record.text('title')}</p>
      <p style="margin-bottom:2mm">时间：${record.moment('held_at')}　　地点：${record.text('place')}</p>
      ${listTable(
        [
          { head: '序号', share: 8, isCentred: true },
          { head: '姓名', share: 13 },
          { head: '身份', share: 19 },
          { head: '单位（住址）', share: 20 },
          { head: '联系电话', share: 22 },
          { head: '签名', share: 18 },
        ],
        parts('consult_attendance').map((one, at) => [
          String(at + 1),
          one.text('name'),
          one.text('subject_kind'),
          one.text('unit'),
          one.text('contact'),
          '',
        ]),
        ROWS,
      )}`,
});
