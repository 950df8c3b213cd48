import type { AnyField, AnyLedger } from '../../model/define-ledger.ts';
import { isPlace, withoutTown } from '../../model/derive/place.ts';
import { words, type Language } from '../../model/localized.ts';
import type { Caller, Store, Where } from '../../store/api.ts';
import { describeFilter } from '../sheet/export/describe-filter.ts';
import { columnShares } from './column-shares.ts';
import { html, type SafeHtml } from './escape-html.ts';
import { notePrint } from './note-print.ts';
import { pageHtml, tableRoom, type PrintDocument } from './page-html.ts';
import { printedBy } from './printed-at.ts';

const phrases = {
  count: words('共 {n} {counter}', '{n} {counter}'),
  firstOnly: words('仅打印前 {max} {counter}，共 {n} {counter}', 'First {max} of {n} {counter}'),
  short: words('本镇街地址省略省、市、镇街名', 'Addresses of the town begin behind its name'),
  no: words('序号', 'No.'),
  empty: words('没有符合条件的记录', 'No records'),
} as const;

/** Most rows of one printed list: some 150 pages. A longer list belongs in a workbook. */
const printedRows = 5000;
/** More columns than this are laid across. */
const PORTRAIT_COLUMNS = 6;
const PAGE_ROWS = 500;
/** Part of the width the running number takes, per cent. */
const NUMBER_SHARE = 5;

/** What a printed list is made from. */
export interface ListDocumentInput {
  readonly store: Store;
  readonly ledger: AnyLedger;
  readonly caller: Caller;
  readonly where: Where;
  readonly sort?: string;
  /** Only these records; wins over `where`. */
  readonly ids?: readonly string[];
  /** Columns in their order; default the ledger's list. */
  readonly fields?: readonly string[];
  readonly now: () => Date;
}

/** A list on paper, masked unless the caller may see; heads repeat on each page. */
export function listDocument(input: ListDocumentInput): PrintDocument {
  const { store, ledger, caller } = input;
  const { language } = caller;
  notePrint(input, ledger, '');
  const columns = (input.fields ?? ledger.list).flatMap((name) => {
    const field = ledger.fields[name];
    return field ? [{ name, field }] : [];
  });
  const found = rowsOf(
    input,
    columns.map((c) => c.name),
  );
  const { total } = found;
  const { rows, isShortened } = withoutOwnTown(found.rows, columns, store.info.town.name);
  const printed = printedBy(input.now(), caller);
  const phrase = total > rows.length ? phrases.firstOnly : phrases.count;
  const count = phrase[language]
    .replaceAll('{n}', String(total))
    .replaceAll('{max}', String(rows.length))
    .replaceAll('{counter}', ledger.counter[language]);
  const landscape = columns.length > PORTRAIT_COLUMNS;
  return pageHtml(
    {
      language,
      title: ledger.label[language],
      subject: '',
      town: store.info.town.name,
      facts: [describeFilter(input), count, ...(isShortened ? [phrases.short[language]] : []), printed],
      footer: `${store.info.town.name}　${ledger.label[language]}　${printed}`,
      landscape,
      isPractice: store.info.practice,
    },
    [
      rows.length === 0
        ? html`<p class="none">${phrases.empty[language]}</p>`
        : tableHtml({ columns, rows, language, landscape }),
    ],
  );
}

type Texts = Readonly<Record<string, string>>;

interface NamedField {
  readonly name: string;
  readonly field: AnyField;
}

/** Addresses of the own town begin behind its name, which stands above the list; the page says so. */
function withoutOwnTown(
  rows: readonly Texts[],
  columns: readonly NamedField[],
  town: string,
): { readonly rows: readonly Texts[]; readonly isShortened: boolean } {
  const places = columns.filter(({ field }) => isPlace(field)).map(({ name }) => name);
  const shortened = rows.map((texts) => ({
    ...texts,
    ...Object.fromEntries(places.map((name) => [name, withoutTown(texts[name] ?? '', town)])),
  }));
  const isShortened = rows.some((texts, i) =>
    places.some((name) => (texts[name] ?? '') !== shortened[i]?.[name]),
  );
  return { rows: shortened, isShortened };
}

interface Table {
  readonly columns: readonly NamedField[];
  readonly rows: readonly Texts[];
  readonly language: Language;
  readonly landscape: boolean;
}

function tableHtml({ columns, rows, language, landscape }: Table): SafeHtml {
  const shares = columnShares(
    columns.map(({ name, field }) => ({
      label: field.label[language],
      texts: rows.map((texts) => texts[name] ?? ''),
    })),
    { room: (tableRoom(landscape) * (100 - NUMBER_SHARE)) / 100, whole: 100 - NUMBER_SHARE },
  );
  return html`<table class="list">
    <colgroup>
      <col style="width:${NUMBER_SHARE}%" />
      ${shares.map((share) => html`<col style="width:${share.toFixed(2)}%" />`)}
    </colgroup>
    <thead>
      <tr>
        <th class="no">${phrases.no[language]}</th>
        ${columns.map(({ field }) => html`<th>${field.label[language]}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (texts, i) =>
          html`<tr>
            <td class="no">${i + 1}</td>
            ${columns.map(({ name, field }) =>
              field.numeric
                ? html`<td class="number">${texts[name] ?? ''}</td>`
                : html`<td>${texts[name] ?? ''}</td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function rowsOf(
  input: ListDocumentInput,
  fields: readonly string[],
): { readonly rows: readonly Texts[]; readonly total: number } {
  const { store, ledger, caller, where, sort, ids } = input;
  if (ids) {
    const rows = ids.slice(0, printedRows).flatMap((id): Texts[] => {
      const record = store.get(ledger.id, id, caller);
      return record ? [record.texts] : [];
    });
    return { rows, total: ids.length };
  }
  const rows: Texts[] = [];
  let after: string | null = null;
  do {
    const page: ReturnType<Store['page']> = store.page(
      {
        ledger: ledger.id,
        where,
        fields,
        limit: PAGE_ROWS,
        ...(sort !== undefined && { sort }),
        ...(after !== null && { after }),
      },
      caller,
    );
    rows.push(...page.rows.map((r) => r.texts));
    after = page.next;
  } while (after !== null && rows.length < printedRows);
  return {
    rows: rows.slice(0, printedRows),
    total: Math.max(rows.length, store.total(ledger.id, where, caller).total),
  };
}
