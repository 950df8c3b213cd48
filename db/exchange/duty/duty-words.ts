import { words } from '../../model/localized.ts';

/** Fixed words of printed and exported rosters (conventions: domain report §9.2). */
export const dutyWords = {
  date: words('日期', 'Date'),
  weekday: words('星期', 'Day'),
  remark: words('备注', 'Remarks'),
  person: words('姓名', 'Name'),
  grid: words('网格', 'Grid'),
  area: words('范围', 'Area'),
  shift: words('班次', 'Shift'),
  phone: words('电话', 'Telephone'),
  phones: words('值班人员联系电话', 'Telephones of those on duty'),
  dutyPhone: words('值班电话：{phone}', 'Duty telephone: {phone}'),
  fax: words('传真：{fax}', 'Fax: {fax}'),
  notes: words('说明', 'Notes'),
  prepared: words('制表人：', 'Prepared by: '),
  reviewed: words('审核人：', 'Reviewed by: '),
  issued: words('签发：', 'Issued by: '),
  seal: words('（盖章）', '(seal)'),
  sealDate: words('年　　月　　日', 'Date: ____-__-__'),
  changed: words('调', 'swap'),
  changedNote: words(
    '标“调”的为调班：实际值班人与原排班不同',
    'Marked “swap”: another than the one first planned',
  ),
  makeUp: words('补班', 'working'),
  makeUpFor: words('{holiday}补班', 'for {holiday}'),
  draft: words('草稿', 'Draft'),
  practice: words('练习数据', 'Practice data'),
  week: words('第 {n} 周（{from}至{to}）', 'Week {n} ({from} to {to})'),
  part: words('{from}至{to}', '{from} to {to}'),
  holidayTitle: words('{unit}{year}年{holiday}值班安排表', '{unit}: duty over {holiday} {year}'),
  noHoliday: words('本表所含日期内没有节假日', 'There is no holiday in these days'),
  nobody: words('未安排', 'nobody'),
  total: words('合计', 'Total'),
} as const;

const weekdaysZh = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'] as const;
const weekdaysEn = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

/** Name of a day of the week, 0 Sunday … 6 Saturday. */
export const weekdayName = (weekday: number, language: 'zh' | 'en'): string =>
  (language === 'zh' ? weekdaysZh : weekdaysEn)[weekday] ?? '';

/** 12月5日, 5 Dec. */
export function shortDay(date: string, language: 'zh' | 'en'): string {
  const [, month = 0, day = 0] = date.split('-').map(Number);
  return language === 'zh'
    ? `${String(month)}月${String(day)}日`
    : `${String(day)} ${monthsEn[month - 1] ?? ''}`;
}

const monthsEn = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
