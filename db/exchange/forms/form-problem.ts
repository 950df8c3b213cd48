import { words, type Localized } from '../../model/localized.ts';

/** What can be wrong with a mark of a form; `{token}` and `{nearest}` are filled in. */
const formProblems = {
  'unknown-name': words('没有“{token}”', 'There is no "{token}"'),
  'unknown-name-near': words('没有“{token}”，是否为：{nearest}', 'There is no "{token}"; perhaps {nearest}'),
  'unknown-part': words(
    '没有可重复的“{token}”，清单写 {#列表}，下级记录写台账名',
    'Nothing called "{token}" can be repeated: {#列表} for a list, the ledger’s name for related records',
  ),
  'unknown-figure': words('没有统计数“{token}”', 'There is no figure "{token}"'),
  unclosed: words('“{token}”没有结束标记 {/}', '"{token}" has no end mark {/}'),
  unopened: words('多出一个结束标记“{token}”', 'An end mark "{token}" with no beginning'),
  'parts-overlap': words('“{token}”与另一个重复部分重叠', '"{token}" overlaps another repeated part'),
  'needs-list': words(
    '“{token}”要放在表格行里，或 {#列表} 与 {/} 之间',
    '"{token}" must stand in a table row, or between {#列表} and {/}',
  ),
  'needs-cells': words(
    '表格中 {#…} 要与 {/…} 分别写在首行和末行，条件不能跨单元格',
    'In a sheet {#…} stands in the first row and {/…} in the last; a condition stays in its cell',
  ),
  crossing: words(
    '“{token}”的开头与结尾不在同一段落或同一表格行内',
    'The beginning and the end of "{token}" do not stand in one paragraph or one table row',
  ),
  sensitive: words('“{token}”属于敏感台账，不得填入', '"{token}" belongs to a sensitive ledger'),
  'no-such-place': words('文件中没有这个位置', 'The file has no such place'),
  'table-head': words(
    '“{token}”在表格（套用表格格式）的标题行里，标题是列名，不能填写',
    '"{token}" stands in the head of a table; heads are names of columns',
  ),
  'formula-there': words('这个单元格是公式，不能填写', 'This cell holds a formula'),
} as const satisfies Record<string, Localized>;

/** A code of `formProblems`. */
type FormProblemCode = keyof typeof formProblems;

/** Something wrong with a mark, and where it stands (`Sheet1!B3`, `word/document.xml#12`). */
export interface FormProblem {
  readonly at: string;
  readonly code: FormProblemCode;
  readonly token: string;
  /** Names probably meant, best first. */
  readonly nearest: readonly string[];
}

/** The sentence of a problem. */
export function problemText({ code, token, nearest }: FormProblem, language: keyof Localized): string {
  const near = nearest.join(language === 'zh' ? '、' : ', ');
  return formProblems[code][language].replace('{token}', () => token).replace('{nearest}', () => near);
}
