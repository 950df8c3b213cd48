import { describe, expect, it } from 'vitest';
import {
  defineDocument,
  type StatutoryDocument,
} from '../../db/exchange/document/statutory/define-document.ts';
import { statutoryDocuments } from '../../db/exchange/document/statutory/documents.ts';
import { statutoryPage } from '../../db/exchange/document/statutory/statutory-page.ts';
import { html } from '../../db/exchange/document/escape-html.ts';
import { words } from '../../db/model/localized.ts';
import { ledgerOf } from '../../db/model/registry.ts';
import { inventedData, type Invented } from './invented-data.ts';

const caller = { user: 'clerk', name: '台账员', language: 'zh', seesMasked: true } as const;
const hostile = '<img src=x onerror=alert(1)>&"\'𠮷';
const each = statutoryDocuments.map((document): [string, StatutoryDocument] => [
  `${document.ledger}/${document.id}`,
  document,
]);

const rendered = (document: StatutoryDocument, invented: Invented): string =>
  document.render(inventedData(ledgerOf(document.ledger), invented), caller).text;
const textOf = (page: string): string => page.replace(/<[^>]*>/g, ' ');

it('there are statutory documents, so that the loop below has looped', () => {
  expect(statutoryDocuments.length).toBeGreaterThan(0);
});

describe.each(each)('document %s', (_, document) => {
  it('is labelled in both languages and names the form it follows', () => {
    expect(document.label.zh).toMatch(/\p{Script=Han}/u);
    expect(document.label.en).not.toMatch(/\p{Script=Han}/u);
    expect(document.source).not.toBe('');
  });

  it('renders an empty record with its title and blanks, and no word of the program', () => {
    for (const parts of [0, 1]) {
      const page = rendered(document, { text: '', parts });
      expect(page).toMatch(/<h1>[^<]*\p{Script=Han}/u);
      expect(textOf(page)).not.toMatch(/null|undefined|NaN|\[object/);
    }
  });

  it('with a workbook writes what cells can hold, of an empty record and a full one', () => {
    for (const text of ['', hostile]) {
      const sheets = document.workbook?.(inventedData(ledgerOf(document.ledger), { text, parts: 1 })) ?? [];
      expect(document.workbook === undefined).toBe(sheets.length === 0);
      expect(JSON.stringify(sheets)).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it('renders a full record with its values literal, and loads nothing', () => {
    const page = rendered(document, { text: hostile, parts: 2 });
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;&amp;&quot;&#39;𠮷');
    expect(page.replace(/<img src="data:image\/[^"]*"/g, '')).not.toMatch(/<img|<script|<link|url\(/i);
    expect(textOf(page)).not.toMatch(/null|undefined|NaN|\[object/);
  });
});

const valid = {
  id: 'notice',
  ledger: 'issue',
  label: words('告知书', 'Notice'),
  source: '测试',
  page: 'letter',
  render: () => html`<h1>告知书</h1>`,
} as const;

describe('a document', () => {
  it('of no ledger, with a wrong id, or printed on conditions that are no fields, is refused with its name', () => {
    expect(() => defineDocument({ ...valid, ledger: 'nothing' })).toThrow(
      'document nothing/notice: no such ledger',
    );
    expect(() => defineDocument({ ...valid, id: 'Notice' })).toThrow(
      'document issue/Notice: id is not kebab-case',
    );
    expect(() => defineDocument({ ...valid, when: { field: 'colour', values: ['1'] } })).toThrow(
      'document issue/notice: when colour, which is no field',
    );
  });

  it('has the paper of its kind: margins of GB/T 9704 and numbers for letters, narrower for forms', () => {
    const sheet = { title: '告知书', body: html`<h1>告知书</h1>`, isPractice: false };
    const [letter, form, across] = (['letter', 'form', 'form-across'] as const).map((page) =>
      statutoryPage({ ...sheet, page }),
    );
    expect(letter).toMatchObject({ landscape: false, foot: 'number' });
    expect(letter?.html).toContain('margin: 37mm 26mm 35mm 28mm');
    expect(form).toMatchObject({ landscape: false, foot: 'pages' });
    expect(across).toMatchObject({ landscape: true, foot: 'pages' });
    expect(across?.html).toContain('A4 landscape');
  });

  it('is marked when it is of a practice town', () => {
    const sheet = { title: '告知书', page: 'letter', body: html`` } as const;
    expect(statutoryPage({ ...sheet, isPractice: true }).html).toContain('练习数据');
    expect(statutoryPage({ ...sheet, isPractice: false }).html).not.toContain('练习数据');
  });
});
