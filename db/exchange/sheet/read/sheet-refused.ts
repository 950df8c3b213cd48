import { words, type Localized } from '../../../model/localized.ts';

/**
 * Why a file as a whole is not read: the closed list. Nothing has been changed when one of these is answered,
 * and each sentence says what to do next. Sources: security.md size rules are kept as streaming limits (see limits.ts).
 */
export const refusals = {
  'no-file': words('找不到或无法打开该文件，请确认文件未被移动', 'The file is not there or cannot be opened'),
  'not-a-sheet': words(
    '这不是可识别的表格文件，请在表格软件中另存为 .xlsx 或 .csv 后再导入',
    'Not a sheet this program reads; save it as .xlsx or .csv and import it again',
  ),
  'old-excel': words(
    '这是旧版表格文件（.xls 或 .et），请另存为 .xlsx 后再导入',
    'An old spreadsheet file (.xls or .et); please save it as .xlsx and import it again',
  ),
  encrypted: words(
    '文件设置了打开密码，请取消密码并另存后再导入',
    'The file is protected by a password; save it without one and import it again',
  ),
  'has-macros': words(
    '文件含有宏（.xlsm），为安全起见不予读取，请另存为不含宏的 .xlsx',
    'The file holds macros (.xlsm) and is not read; save it as .xlsx without macros',
  ),
  damaged: words(
    '文件已损坏或不完整，请重新复制或重新导出后再导入',
    'The file is damaged or cut off; copy or export it again',
  ),
  'has-doctype': words(
    '文件含有不允许的结构定义（DOCTYPE），不予读取',
    'The file holds a DOCTYPE, which no spreadsheet program writes; it is not read',
  ),
  'too-large': words(
    '文件展开后过大或压缩比异常，不予读取，请拆分后再导入',
    'The file unpacks to too much or is packed suspiciously tightly; split it and import the parts',
  ),
  'too-many-columns': words('列数过多（最多 {max} 列），请删除多余的列', 'Too many columns (at most {max})'),
  'too-many-rows': words(
    '行数过多（最多 {max} 行），请拆分后再导入',
    'Too many rows (at most {max}); split the sheet',
  ),
  'cell-too-long': words('第 {row} 行有单元格文字过长', 'A cell in row {row} holds too much text'),
  'unknown-sheet': words('文件中没有名为“{sheet}”的工作表', 'The file has no sheet named "{sheet}"'),
  'no-header': words(
    '前 {rows} 行中找不到列标题，请使用导入模板或检查标题行',
    'No column titles in the first {rows} rows; use the template or check the title row',
  ),
  'missing-column': words('缺少必填列：{columns}', 'Required columns are missing: {columns}'),
  'file-changed': words(
    '该文件与中断时的文件不一致，不能继续导入，请选择原文件或重新导入',
    'This is not the file the import was cut off with; choose that file or start a new import',
  ),
  'not-resumable': words('该批次不能继续导入', 'This batch cannot be resumed'),
} as const satisfies Record<string, Localized>;

/** A code of `refusals`. */
export type RefusalCode = keyof typeof refusals;

/** A refusal as data: what the caller shows or translates (`failure.exchange.<code>`). */
export interface Refusal {
  readonly code: RefusalCode;
  readonly details: Readonly<Record<string, string | number>>;
}

/** Carries a refusal out of the middle of a stream; every public function of this room catches it and answers data. */
export class SheetRefused extends Error {
  readonly refusal: Refusal;
  constructor(code: RefusalCode, details: Refusal['details'] = {}) {
    super(`sheet refused: ${code}`);
    this.name = 'SheetRefused';
    this.refusal = { code, details };
  }
}
