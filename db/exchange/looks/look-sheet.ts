import { words, type Language } from '../../model/localized.ts';
import { lookWays } from '../../model/looks.ts';
import { chinaClock, chinaMinute } from '../../model/office-time.ts';
import { ledgerById } from '../../model/registry.ts';
import type { Caller, Look, LookQuery, Store } from '../../store/api.ts';
import { figurePaper, headCell, noteCell, titleCell } from '../figures/figure-cells.ts';
import type { CellOut } from '../sheet/write/sheet-out.ts';
import { writeWorkbook } from '../sheet/write/write-workbook.ts';

/** Lines read at once. */
const PAGE = 500;
/** Lines of a workbook, newest first; Excel shows 1,048,576 rows. */
const MOST_LINES = 1_000_000;

const texts = {
  title: words('查看日志', 'Log of looks'),
  note: words(
    '敏感台账的记录只写编号，不写名称。',
    'Records of sensitive ledgers are named by their id only.',
  ),
  all: words('整个台账', 'All of the ledger'),
  /** Of the first line of the sheet. */
  made: words('制表时间', 'Made at'),
};
const heads = [
  words('时间', 'Time'),
  words('人员', 'Person'),
  words('台账', 'Ledger'),
  words('记录', 'Record'),
  words('方式', 'How'),
  words('显示的内容', 'Value shown'),
];
/** Characters. */
const WIDTHS = [20, 14, 20, 40, 14, 18];
const FROZEN = 4;
/** Length of an instant up to its second. */
const TO_SECOND = 19;

/**
 * Writes the log of looks as a workbook and returns its number of lines. Law 9: what stands in sensitive ledgers goes into no
 * general sheet, so their records are named by id. Taking the log along is written down as a look of its own.
 */
export async function writeLookSheet(
  file: string,
  of: {
    readonly store: Store;
    readonly caller: Caller;
    readonly query: Omit<LookQuery, 'before' | 'limit'>;
    readonly now: Date;
  },
): Promise<number> {
  const { language } = of.caller;
  let lines = 0;
  function* rows(): Generator<readonly CellOut[]> {
    yield [titleCell(texts.title[language])];
    yield [`${texts.made[language]} ${chinaMinute(of.now)}`];
    yield [noteCell(texts.note[language])];
    yield heads.map((head) => headCell(head[language]));
    for (const look of allLooks(of)) {
      lines += 1;
      yield cellsOf(look, of.caller);
    }
  }
  await writeWorkbook(file, [
    {
      name: texts.title[language],
      columns: WIDTHS.map((width) => ({ width })),
      frozenRows: FROZEN,
      merged: ['A3:F3'],
      print: { ...figurePaper(texts.title[language]), isLandscape: true, repeated: [FROZEN, FROZEN] },
      rows: rows(),
    },
  ]);
  return lines;
}

function* allLooks({ store, caller, query }: Parameters<typeof writeLookSheet>[1]): Generator<Look> {
  let before: LookQuery['before'];
  for (let left = MOST_LINES; left > 0;) {
    const limit = Math.min(PAGE, left);
    const page = store.looks.page(
      { ...query, ...(before === undefined ? {} : { before }), limit },
      caller,
      'log-sheet',
    );
    yield* page.looks;
    if (page.next === null) return;
    left -= page.looks.length;
    before = page.next;
  }
}

function cellsOf(look: Look, { language }: Caller): readonly CellOut[] {
  const ledger = ledgerById.get(look.ledger);
  const field = look.field === null ? undefined : ledger?.fields[look.field];
  return [
    chinaClock(new Date(look.at)).slice(0, TO_SECOND).replace('T', ' '),
    look.name,
    ledger?.label[language] ?? look.ledger,
    recordCell(look, language),
    lookWays[look.way][language],
    field?.label[language] ?? look.field ?? '',
  ];
}

function recordCell({ ledger, record, title }: Look, language: Language): string {
  if (record === '') return texts.all[language];
  const isSensitive = ledgerById.get(ledger)?.sensitive ?? true;
  return isSensitive || title === null ? record : title;
}
