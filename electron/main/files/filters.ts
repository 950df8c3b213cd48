import type { FileFilter } from 'electron';
import type { Language } from '../../contract/calls.ts';

const names = {
  sheet: { zh: '表格文件', en: 'Sheets' },
  image: { zh: '图片', en: 'Pictures' },
  form: { zh: '表格和文档', en: 'Sheets and documents' },
  any: { zh: '所有文件', en: 'All files' },
  xlsx: { zh: 'Excel 工作簿', en: 'Excel workbook' },
  docx: { zh: 'Word 文档', en: 'Word document' },
  zip: { zh: '压缩文件', en: 'Zip file' },
  csv: { zh: 'CSV 文本', en: 'CSV text' },
  jpg: { zh: 'JPG 图片', en: 'JPG picture' },
  png: { zh: 'PNG 图片', en: 'PNG picture' },
  pdf: { zh: 'PDF 文档', en: 'PDF document' },
  db: { zh: '数据库文件', en: 'Database file' },
  ics: { zh: '日历文件', en: 'Calendar' },
} as const;
const extensions: Readonly<Record<keyof typeof names, string[]>> = {
  sheet: ['xlsx', 'csv'],
  image: ['jpg', 'jpeg', 'png'],
  form: ['xlsx', 'docx'],
  any: ['*'],
  xlsx: ['xlsx'],
  docx: ['docx'],
  zip: ['zip'],
  csv: ['csv'],
  jpg: ['jpg', 'jpeg'],
  png: ['png'],
  pdf: ['pdf'],
  db: ['db'],
  ics: ['ics'],
};

/** Kinds of file a dialog can ask for. */
export type FilterName = keyof typeof names;

/** The filter line of a file dialog. */
export function fileFilter(name: FilterName, language: Language): FileFilter {
  return { name: names[name][language], extensions: extensions[name] };
}

/** The name with the extension the format needs, and without what Windows forbids in a name. */
export function fileName(name: string, filter: FilterName): string {
  const safe = [...name]
    .map((letter) => (isForbidden(letter) ? '_' : letter))
    .join('')
    .trim();
  const [extension] = extensions[filter];
  if (extension === undefined || extension === '*') return safe;
  return safe.toLowerCase().endsWith(`.${extension}`) ? safe : `${safe}.${extension}`;
}

function isForbidden(letter: string): boolean {
  return '<>:"/\\|?*'.includes(letter) || (letter.codePointAt(0) ?? 0) < 0x20;
}
