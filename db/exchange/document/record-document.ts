import type { AnyLedger, Section } from '../../model/define-ledger.ts';
import { holds } from '../../model/derive/skip-logic.ts';
import { words, type Localized } from '../../model/localized.ts';
import type { Caller, RelatedGroup, Store, StoredRecord } from '../../store/api.ts';
import { columnShares } from './column-shares.ts';
import { html, type SafeHtml } from './escape-html.ts';
import { notePrint } from './note-print.ts';
import { pageHtml, tableRoom, type PrintDocument } from './page-html.ts';
import { chinaMinute } from '../../model/office-time.ts';
import { printedBy } from './printed-at.ts';

const phrases = {
  removed: words('已注销：{reason}', 'Ended: {reason}'),
  more: words('另有 {n} 条未列出', '{n} more are not listed'),
  card: words('{ledger}登记表', '{ledger} record'),
  updated: words('最后修改 {at}', 'Last changed {at}'),
} as const;

/** What a document of one record is made from. `ledgers` gives the definitions of records that point to it. */
export interface RecordDocumentInput {
  readonly store: Store;
  readonly ledger: AnyLedger;
  readonly id: string;
  readonly caller: Caller;
  readonly ledgers: readonly AnyLedger[];
  readonly now: () => Date;
}

/**
 * One record on paper: its sections as two columns of label and value, without what is empty, so that most take one
 * page; then the records that point to it (residence history, family). Masked unless the caller may see. `null` when there is no such record.
 */
export function recordDocument(input: RecordDocumentInput): PrintDocument | null {
  const { store, ledger, id, caller } = input;
  const record = store.get(ledger.id, id, caller);
  if (!record) return null;
  notePrint(input, ledger, id);
  const { language } = caller;
  const say = sayer(language);
  const printed = printedBy(input.now(), caller);
  const facts = [say(phrases.updated, { at: chinaMinute(new Date(record.updatedAt)) }), printed];
  if (record.removedAt !== null) facts.unshift(say(phrases.removed, { reason: record.removedReason ?? '' }));
  const sections = ledger.sections.flatMap(
    (section) => sectionHtml(ledger, section, { record, caller }) ?? [],
  );
  const related = store.related(ledger.id, id, caller).flatMap((group) => relatedHtml(group, input) ?? []);
  return pageHtml(
    {
      language,
      title: say(phrases.card, { ledger: ledger.label[language] }),
      subject: [record.title, record.subtitle].filter((text) => text !== '').join('　'),
      town: store.info.town.name,
      facts,
      footer: `${store.info.town.name}　${ledger.label[language]}　${record.title}　${printed}`,
      landscape: false,
      isPractice: store.info.practice,
    },
    [...sections, ...related],
  );
}

/** Characters of a value that fit half a line. */
const LONGEST_HALF = 20;

function sectionHtml(
  ledger: AnyLedger,
  section: Section,
  { record, caller }: { readonly record: StoredRecord; readonly caller: Caller },
): SafeHtml | null {
  if (!holds(section.when, record.values)) return null;
  const shown = section.fields.flatMap((name) => {
    const field = ledger.fields[name];
    if (!field || field.retired !== undefined || field.aside === true || !holds(field.when, record.values))
      return [];
    const text = record.texts[name] ?? '';
    if (text === '') return [];
    const isWide = field.kind === 'long-text' || field.kind === 'address' || [...text].length > LONGEST_HALF;
    const unit = field.unit?.[caller.language] ?? '';
    return [{ label: field.label[caller.language], text: text + unit, isWide }];
  });
  if (shown.length === 0) return null;
  return html`<h2>${section.label[caller.language]}</h2>
    <table class="pairs">
      <colgroup>
        <col style="width:20%" />
        <col style="width:30%" />
        <col style="width:20%" />
        <col style="width:30%" />
      </colgroup>
      <tbody>
        ${pairRows(shown)}
      </tbody>
    </table>`;
}

/** Two pairs a row; a wide value has a row of its own. */
function pairRows(
  shown: readonly { readonly label: string; readonly text: string; readonly isWide: boolean }[],
): SafeHtml[] {
  const rows: SafeHtml[] = [];
  let left: { readonly label: string; readonly text: string } | null = null;
  const flush = (): void => {
    if (left)
      rows.push(
        html`<tr>
          <th>${left.label}</th>
          <td colspan="3">${left.text}</td>
        </tr>`,
      );
    left = null;
  };
  for (const pair of shown) {
    if (pair.isWide) {
      flush();
      rows.push(
        html`<tr>
          <th>${pair.label}</th>
          <td colspan="3">${pair.text}</td>
        </tr>`,
      );
    } else if (left) {
      rows.push(
        html`<tr>
          <th>${left.label}</th>
          <td>${left.text}</td>
          <th>${pair.label}</th>
          <td>${pair.text}</td>
        </tr>`,
      );
      left = null;
    } else left = pair;
  }
  flush();
  return rows;
}

function relatedHtml(group: RelatedGroup, { caller, ledgers }: RecordDocumentInput): SafeHtml | null {
  const { language } = caller;
  const ledger = ledgers.find((l) => l.id === group.ledger);
  if (!ledger || group.total === 0) return null;
  const columns = ledger.list.filter((name) => name !== group.field).slice(0, 6);
  const heading = `${ledger.label[language]}（${ledger.fields[group.field]?.label[language] ?? ''}）`;
  const rest = group.total - group.rows.length;
  const shares = columnShares(
    columns.map((name) => ({
      label: ledger.fields[name]?.label[language] ?? name,
      texts: group.rows.map((row) => row.texts[name] ?? ''),
    })),
    { room: tableRoom(false) },
  );
  return html`<h2>${heading}</h2>
    <table class="list">
      <colgroup>
        ${shares.map((share) => html`<col style="width:${share.toFixed(2)}%" />`)}
      </colgroup>
      <thead>
        <tr>
          ${columns.map((name) => html`<th>${ledger.fields[name]?.label[language] ?? name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${group.rows.map(
          (row) =>
            html`<tr>
              ${columns.map((name) => html`<td>${row.texts[name] ?? ''}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
    ${rest > 0 ? html`<p class="none">${sayer(language)(phrases.more, { n: rest })}</p>` : html``}`;
}

const sayer =
  (language: keyof Localized) =>
  (phrase: Localized, args: Readonly<Record<string, string | number>>): string =>
    phrase[language].replace(/\{(\w+)\}/g, (whole, name: string) => String(args[name] ?? whole));
