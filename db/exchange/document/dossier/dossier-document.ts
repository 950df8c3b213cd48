import { ledgerOf } from '../../../model/registry.ts';
import type { Caller } from '../../../store/api.ts';
import { html, SafeHtml } from '../escape-html.ts';
import { notePrint } from '../note-print.ts';
import type { PrintDocument } from '../page-html.ts';
import { documentData, type DocumentData } from '../statutory/document-data.ts';
import { paperKinds, statutoryStyles } from '../statutory/statutory-page.ts';
import type { StatutoryInput } from '../statutory/statutory-document.ts';
import type { Dossier, DossierItem } from './define-dossier.ts';
import { mediationDossier } from './mediation-dossier.ts';
import { lastPage, numberedPart, pageRange } from './page-marks.ts';

const dossiers: readonly Dossier[] = [mediationDossier];

/** The dossier of a ledger's records; `undefined` where it has none. */
export const dossierOf = (ledger: string): Dossier | undefined =>
  dossiers.find((dossier) => dossier.ledger === ledger);

/** Whether a paper of the order is there. */
export interface ItemState {
  readonly label: string;
  /** `missing` = required and not there; `absent` = not there and not needed. */
  readonly state: 'ready' | 'missing' | 'absent';
}

/** A dossier on paper, with what of it is missing. */
export interface DossierDocument extends PrintDocument {
  readonly numbered: true;
  readonly foot: 'none';
  readonly items: readonly ItemState[];
}

/** Every paper of the order, and whether it is there. */
export function dossierItems(dossier: Dossier, data: DocumentData): readonly ItemState[] {
  return dossier.items.map((item) => ({ label: item.label(data), state: stateOf(item, data) }));
}

function stateOf(item: DossierItem, data: DocumentData): ItemState['state'] {
  if (item.isThere(data)) return 'ready';
  return item.isRequired(data) ? 'missing' : 'absent';
}

/**
 * The whole file of a case: cover, contents with page numbers, every paper in its order, back cover. Missing ones are named on
 * the cover, which then says it is a draft. `null` when there is no such record or its ledger has no dossier.
 */
export function dossierDocument(input: StatutoryInput): DossierDocument | null {
  const { store, caller, now } = input;
  const dossier = dossierOf(input.ledger);
  const data = documentData({ ...input, now: now() }, ledgerOf(input.ledger), input.id);
  if (dossier === undefined || data === null) return null;
  notePrint(input, ledgerOf(input.ledger), input.id);
  const parts = partsOf(dossier, data, caller);
  const items = dossierItems(dossier, data);
  const facts = { pages: lastPage(), papers: parts.length };
  const missing = items.filter(({ state }) => state === 'missing').map(({ label }) => label);
  const body = [
    html`<section class="plain">
      ${dossier.cover(data, facts)}
      ${missing.length === 0 ? html`` : html`<p class="draft">草稿：材料未齐，缺${missing.join('、')}</p>`}
    </section>`,
    contents(parts, missing),
    ...parts.map(({ id, content, look }) => numberedPart(id, content, look)),
    html`<section class="plain">${dossier.back(data, facts)}</section>`,
  ];
  const title = `${dossier.label.zh}　${data.record.title}`;
  return {
    title,
    html: pageOf(title, body, store.info.practice).text,
    footer: title,
    landscape: false,
    foot: 'none',
    numbered: true,
    items,
  };
}

interface Part {
  readonly id: string;
  readonly label: string;
  readonly isMissing: boolean;
  readonly content: SafeHtml;
  readonly look: { readonly type_pt: number; readonly line: number };
}

/** Letters are set smaller in a dossier than on their own: its margin for the binding is wide. */
const MOST_pt = 13;
/** Lines stand closer too, so that signatures and seal stay with the text. */
const MOST_LINE = 1.5;

/** Papers that are there, and forms for missing ones; absent ones take no place. */
function partsOf(dossier: Dossier, data: DocumentData, caller: Caller): readonly Part[] {
  return dossier.items.flatMap((item, at): Part[] => {
    const state = stateOf(item, data);
    const papers = state === 'absent' ? [] : item.papers(data, caller);
    const [first] = papers;
    if (first === undefined) return [];
    return [
      {
        id: `item-${String(at + 1)}`,
        label: item.label(data),
        isMissing: state === 'missing',
        content: html`${papers.map(({ body }) => html`<section class="sheet">${body}</section>`)}`,
        look: {
          line: Math.min(MOST_LINE, paperKinds[first.page].line),
          type_pt: Math.min(MOST_pt, paperKinds[first.page].type_pt),
        },
      },
    ];
  });
}

function contents(parts: readonly Part[], missing: readonly string[]): SafeHtml {
  const unprinted = missing.filter((label) => !parts.some((part) => part.label === label));
  return html`<section class="plain">
    <h1>卷内目录</h1>
    <table class="form contents">
      <thead>
        <tr>
          <th style="width:14%">序号</th>
          <th>文件名称</th>
          <th style="width:20%">页次</th>
          <th style="width:20%">备注</th>
        </tr>
      </thead>
      <tbody>
        ${parts.map(
          ({ id, label, isMissing }, at) =>
            html`<tr>
              <td>${at + 1}</td>
              <td class="name">${label}</td>
              <td>${pageRange(id)}</td>
              <td>${isMissing ? '未齐' : ''}</td>
            </tr>`,
        )}
        ${unprinted.map(
          (label) =>
            html`<tr>
              <td></td>
              <td class="name">${label}</td>
              <td></td>
              <td>缺</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

/** Height of a page between its margins; numbers are placed by it. */
const SHEET_mm = 297 - 18 - 20;

const styles = new SafeHtml(`
@page { size: A4 portrait; margin: 18mm 20mm 20mm 28mm; }
:root { --sheet: ${String(SHEET_mm)}mm; --type: 12pt; --line: 1.5; }
.piece, .plain { position: relative; font-size: var(--type); line-height: var(--line); }
.piece, .plain + .plain { break-before: page; }
.piece + .plain { break-before: page; }
.run { width: 100%; border-collapse: collapse; table-layout: fixed; }
.run > thead { display: table-header-group; }
.run > thead > tr > td { height: 9mm; padding: 0; }
.run > tbody > tr > td { padding: 0; }
.page-no { position: absolute; right: 0; font: 14pt/1 "SimSun", "Noto Serif CJK SC", serif; }
.part-end { display: block; height: 0; }
.scan { display: block; margin: 0 auto; max-width: 100%; max-height: 236mm; }
.scan-page + .scan-page { break-before: page; }
.scan-page { break-inside: avoid; }
.scan-name { font-size: 9pt; text-align: center; }
a { color: #000; text-decoration: none; }
.seal { margin-top: 5mm; }
.signs { margin-top: 4mm; gap: 2mm 8mm; }
.contents td { text-align: center; height: 11mm; }
.contents td.name { text-align: left; }
.cover h1 { font-size: 36pt; letter-spacing: 0.2em; margin: 34mm 0 20mm; }
.cover .form th, .cover .form td { height: 13mm; font-size: 14pt; }
.draft { border: 1pt solid #000; padding: 2mm 4mm; margin: 6mm 0 0; font-weight: bold; }
.practice { position: fixed; right: auto; left: 0; }
`);

function pageOf(title: string, body: readonly SafeHtml[], isPractice: boolean): SafeHtml {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <style>
          ${statutoryStyles}
          ${styles}
        </style>
      </head>
      <body>
        ${isPractice ? html`<div class="practice">练习数据</div>` : html``}
        <main>${body}</main>
      </body>
    </html>`;
}
