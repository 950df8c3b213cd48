import { words, type Language, type Localized } from '../../model/localized.ts';

/** Why a form is not taken, or not filled: the closed list. Nothing was written when one of these is answered. */
export const formRefusals = {
  'no-file': words('找不到或无法打开该文件，请确认文件未被移动', 'The file is not there or cannot be opened'),
  'wrong-type': words(
    '只能使用 .xlsx 表格和 .docx 文档，请在办公软件中另存后再添加',
    'Only .xlsx and .docx files can be filled; save it as one of them',
  ),
  'old-office': words(
    '这是旧版文件（.xls、.doc、.et、.wps），请另存为 .xlsx 或 .docx 后再添加',
    'An old file (.xls, .doc, .et, .wps); save it as .xlsx or .docx',
  ),
  encrypted: words(
    '文件设置了打开密码，请取消密码并另存后再添加',
    'The file needs a password; save it without one',
  ),
  'has-macros': words(
    '文件含有宏，为安全起见不予使用，请另存为不含宏的 .xlsx 或 .docx',
    'The file holds macros and is not used; save it without them',
  ),
  'has-links': words(
    '文件引用了外部文件或网络内容（{what}），为安全起见不予使用，请断开链接后另存',
    'The file refers to other files or the network ({what}); break the links and save it',
  ),
  'has-objects': words(
    '文件内嵌了其他文件或控件（{what}），为安全起见不予使用，请删除后另存',
    'The file holds embedded files or controls ({what}); remove them and save it',
  ),
  'has-doctype': words(
    '文件含有不允许的结构定义（DOCTYPE），不予使用',
    'The file holds a DOCTYPE, which no office program writes; it is not used',
  ),
  damaged: words('文件已损坏或不完整，请重新复制后再添加', 'The file is damaged or cut off; copy it again'),
  'too-large': words(
    '文件过大，或展开后过大，不予使用，请删去图片等内容后另存',
    'The file is too large, packed or unpacked; remove pictures and the like',
  ),
  'unknown-ledger': words('没有台账“{ledger}”', 'There is no ledger {ledger}'),
  sensitive: words('敏感台账的内容不得填入一般表格', 'Sensitive ledgers do not go into general forms'),
  'bad-marks': words('标记有误，表格未填写，请先改正', 'Some marks are wrong; nothing was filled'),
  'no-marks': words(
    '表格中没有任何标记，请先标记要填的位置',
    'The form has no marks; mark what is to be filled',
  ),
  'no-record': words('没有可填写的记录', 'There is no record to fill in'),
  'one-record': words('这张表一次只填一条记录，请只选一条', 'This form takes one record; choose one'),
  'too-many': words('记录过多（最多 {max} 条），请先筛选', 'Too many records (at most {max}); filter first'),
} as const satisfies Record<string, Localized>;

/** A code of `formRefusals`. */
export type FormRefusalCode = keyof typeof formRefusals;

/** Carries a refusal out of the depths; the functions of this room that others call answer it as data. */
export class FormRefused extends Error {
  readonly code: FormRefusalCode;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: FormRefusalCode, details: Readonly<Record<string, string | number>> = {}) {
    super(`form refused: ${code}`);
    this.name = 'FormRefused';
    this.code = code;
    this.details = details;
  }
}

/** The sentence of a refusal. */
export function refusalText({ code, details }: FormRefused, language: Language): string {
  const sentence: string = formRefusals[code][language];
  return Object.entries(details).reduce(
    (text, [name, value]) => text.replace(`{${name}}`, () => String(value)),
    sentence,
  );
}
