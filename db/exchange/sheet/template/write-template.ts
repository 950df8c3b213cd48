import type { AnyField, AnyLedger } from '../../../model/define-ledger.ts';
import type { Names } from '../../../model/field-kind.ts';
import type { Caller, CodeTable, Store } from '../../../store/api.ts';
import { isImportable } from '../import/match-columns.ts';
import { widthFor } from '../write/column-width.ts';
import type { CellOut, ChoiceList, SheetOut } from '../write/sheet-out.ts';
import { columnName } from '../write/xml-text.ts';
import { writeWorkbook } from '../write/write-workbook.ts';

interface Column {
  readonly name: string;
  readonly field: AnyField;
  readonly title: string;
}

/** Kinds whose cells Excel would mangle as numbers unless they are formatted as text beforehand. */
const textKinds: readonly AnyField['kind'][] = [
  'resident-id',
  'credit-code',
  'phone',
  'grid',
  'region',
  'text',
];

const texts = {
  zh: {
    choices: '选项',
    help: '填写说明',
    example: '填写示例',
    required: '必填',
    yes: '是',
    no: '否',
    field: '列',
    how: '填写要求',
  },
  en: {
    choices: 'Choices',
    help: 'Help',
    example: 'Example',
    required: 'required',
    yes: 'Yes',
    no: 'No',
    field: 'Column',
    how: 'What to write',
  },
} as const;

/**
 * Writes the import template of a ledger: titles with required marks and lists of choices, the choices, one line of
 * help per column, and an example. The first sheet holds no example row, because it would be imported.
 */
export async function writeTemplate(input: {
  readonly store: Store;
  readonly ledger: AnyLedger;
  readonly caller: Caller;
  readonly file: string;
}): Promise<void> {
  const { store, ledger, caller } = input;
  const columns = columnsOf(ledger, caller);
  const tables = new Map(store.codes.list(caller.language).map((t) => [t.id, t]));
  const choices = choiceColumns(columns, tables);
  const names = store.names(caller.language);
  const words = texts[caller.language];
  await writeWorkbook(input.file, [
    {
      name: ledger.label[caller.language],
      columns: columns.map(({ field }) => ({ width: 18, isText: textKinds.includes(field.kind) })),
      frozenRows: 1,
      choices: choiceLists(columns, choices, words),
      rows: [titleRow(columns)],
    },
    choiceSheet(choices, words.choices),
    helpSheet(columns, caller),
    {
      name: words.example,
      columns: columns.map(() => ({ width: 18 })),
      frozenRows: 1,
      rows: exampleRows(columns, names, tables),
    },
  ]);
}

function columnsOf(ledger: AnyLedger, { language }: Caller): Column[] {
  const order = ledger.sections.flatMap((s) => s.fields);
  return order.flatMap((name) => {
    const field = ledger.fields[name];
    if (!field || !isImportable(field) || field.automatic === true) return [];
    return [{ name, field, title: field.required ? `${field.label[language]}*` : field.label[language] }];
  });
}

const titleRow = (columns: readonly Column[]): CellOut[] =>
  columns.map(({ title, field }) => ({ text: title, style: field.required ? 'required' : 'header' }));

/** One column per code table on the sheet of choices. */
function choiceColumns(columns: readonly Column[], tables: ReadonlyMap<string, CodeTable>): CodeTable[] {
  const used = new Set(columns.flatMap(({ field }) => field.table ?? []));
  return [...used].flatMap((id) => tables.get(id) ?? []);
}

function choiceLists(
  columns: readonly Column[],
  choices: readonly CodeTable[],
  words: (typeof texts)[keyof typeof texts],
): ChoiceList[] {
  return columns.flatMap(({ field }, column) => {
    if (field.kind === 'yes-no') return [{ column, source: `"${words.yes},${words.no}"` }];
    const at = choices.findIndex((t) => t.id === field.table);
    const table = choices[at];
    // A cell takes one entry of a list; several choices are written by hand, separated by 、
    if (!table || field.kind !== 'choice') return [];
    const letter = columnName(at);
    return [
      { column, source: `'${words.choices}'!$${letter}$2:$${letter}$${String(table.items.length + 1)}` },
    ];
  });
}

function choiceSheet(choices: readonly CodeTable[], name: string): SheetOut {
  const longest = Math.max(0, ...choices.map((t) => t.items.length));
  const rows: CellOut[][] = [choices.map((t) => ({ text: t.label, style: 'header' }))];
  for (let i = 0; i < longest; i += 1) rows.push(choices.map((t) => t.items[i]?.name ?? ''));
  const columns = choices.map(({ label, items }) => ({
    width: widthFor([label, ...items.map((item) => item.name)]),
  }));
  return { name, columns, frozenRows: 1, rows };
}

function helpSheet(columns: readonly Column[], { language }: Caller): SheetOut {
  const words = texts[language];
  return {
    name: words.help,
    columns: [{ width: 24 }, { width: 10 }, { width: 80 }],
    frozenRows: 1,
    rows: [
      [words.field, words.required, words.how].map((text): CellOut => ({ text, style: 'header' })),
      ...columns.map(({ field }): CellOut[] => [
        field.label[language],
        field.required ? '*' : '',
        {
          text: [kindHelp(field, language), field.help?.[language], field.source]
            .filter(Boolean)
            .join(language === 'zh' ? '；' : '; '),
          style: 'note',
        },
      ]),
    ],
  };
}

const kindHelps: Partial<Record<AnyField['kind'], { readonly zh: string; readonly en: string }>> = {
  day: { zh: '日期，如 2026-11-23', en: 'Day, such as 2026-11-23' },
  instant: { zh: '时间，如 2026-11-23 08:30', en: 'Time, such as 2026-11-23 08:30' },
  'yes-no': { zh: '填“是”或“否”', en: 'Yes or no' },
  choice: { zh: '从列表选择，也可填代码', en: 'One of the list, or its code' },
  'multi-choice': { zh: '可填多项，用“、”隔开', en: 'One or more of the choices, separated by 、' },
  'resident-id': { zh: '18 位号码，单元格须为文本格式', en: '18 characters, as text' },
  integer: { zh: '整数', en: 'Whole number' },
  decimal: { zh: '数字', en: 'Number' },
  money: { zh: '金额（元）', en: 'Amount (yuan)' },
  point: { zh: '经度,纬度，如 113.752,23.021', en: 'Longitude,latitude such as 113.752,23.021' },
  link: { zh: '填对方的编号或唯一名称', en: 'The code or the unique name of the other record' },
  grid: { zh: '15 位网格编码', en: 'Grid code of 15 digits' },
  address: { zh: '标准地址全称', en: 'Full standard address' },
};

function kindHelp(field: AnyField, language: Caller['language']): string {
  const help = kindHelps[field.kind]?.[language] ?? '';
  if (field.max === undefined || (field.kind !== 'text' && field.kind !== 'long-text')) return help;
  return language === 'zh' ? `不超过 ${String(field.max)} 个字` : `At most ${String(field.max)} characters`;
}

/** A made-up record; 999 is no area code of any division, so the number can be nobody's. */
const exampleTexts: Partial<Record<AnyField['kind'], string>> = {
  day: '2026-11-23',
  instant: '2026-11-23 08:30',
  'resident-id': '999001199001010011',
  phone: '13900000000',
  integer: '1',
  decimal: '1',
  money: '1000',
  point: '113.752000,23.021000',
};

function exampleRows(
  columns: readonly Column[],
  names: Names,
  tables: ReadonlyMap<string, CodeTable>,
): CellOut[][] {
  const example = columns.map(({ field }): CellOut => {
    const table = field.table === undefined ? undefined : tables.get(field.table);
    if (table) return table.items[0]?.name ?? '';
    if (field.kind === 'yes-no') return field.toText(true, names);
    return exampleTexts[field.kind] ?? (field.kind === 'text' && field.name ? '张伟' : '');
  });
  return [titleRow(columns), example];
}
