import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { statutoryDocuments } from '../../db/exchange/document/statutory/documents.ts';
import { statutoryPage } from '../../db/exchange/document/statutory/statutory-page.ts';
import { ledgerOf } from '../../db/model/registry.ts';
import { inventedData } from '../contract/invented-data.ts';
import { pictures, root } from './places.ts';

// Every statutory document on paper, empty and full, through the layout engine of the window.

/** Characters of names that stand in Ext A, B, C and E, beside a common one; fonts of this machine hold them. */
const rare = '曾𠮷䶮㙍𬶋𫖮';
const caller = { user: 'clerk', name: '台账员', language: 'zh', seesMasked: true } as const;
let folder: string;
/** Characters printed as boxes, by file: the text of a PDF has them all the same. */
const boxes = new Map<string, readonly string[]>();
const printed = z.array(z.object({ out: z.string(), missing: z.array(z.string()) }));

/** A character no font can hold stands beside one that is there: a private one. */
const boxedPage = '<!doctype html><meta charset="utf-8"><p>张\u{10FFFD}丽</p>';
const noDocument = { title: '', landscape: false, paper: 'A4' };

const papers = statutoryDocuments.flatMap((document) =>
  (['empty', 'full'] as const).map((filling) => {
    const text = filling === 'full' ? rare : '';
    const body = document.render(
      inventedData(ledgerOf(document.ledger), { text, parts: filling === 'full' ? 2 : 0 }),
      caller,
    );
    const page = statutoryPage({ title: document.label.zh, page: document.page, isPractice: false, body });
    return { name: `${document.ledger}-${document.id}-${filling}`, filling, page };
  }),
);

test.beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'documents-paper-'));
  mkdirSync(pictures, { recursive: true });
  const documents = papers.map(({ name, page: { title, html, landscape, footer, foot } }) => ({
    title,
    html,
    landscape,
    footer,
    foot,
    paper: 'A4',
    out: fileOf(name),
  }));
  const boxed = { ...(documents[0] ?? noDocument), html: boxedPage, out: fileOf('boxed') };
  const request = path.join(folder, 'request.json');
  writeFileSync(
    request,
    JSON.stringify({ language: 'zh', now: '2026-11-26T00:30:00.000Z', documents: [...documents, boxed] }),
  );
  const answer = run(process.execPath, [path.join(root, 'build', 'print.ts'), request]);
  for (const { out, missing } of printed.parse(JSON.parse(answer))) boxes.set(out, missing);
});
test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const fileOf = (name: string): string => path.join(folder, `${name}.pdf`);
const run = (program: string, args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
const charactersOf = (text: string): ReadonlySet<string> => new Set(text.match(/\p{Script=Han}/gu) ?? []);

test('there are documents', () => {
  expect(papers.length).toBeGreaterThan(1);
});

test('a character no font holds is found, though the text of the PDF has it', () => {
  expect(run('pdftotext', [fileOf('boxed'), '-'])).toContain('张');
  expect(boxes.get(fileOf('boxed'))).toEqual(['\u{10FFFD}']);
});

for (const { name, filling, page } of papers) {
  test(`${name} misses no character and is numbered as its kind is`, () => {
    run('pdftoppm', ['-r', '70', '-png', fileOf(name), path.join(pictures, `document-${name}`)]);
    const text = run('pdftotext', ['-layout', fileOf(name), '-']);
    const printed = charactersOf(text.normalize('NFKC'));
    const body = page.html.replace(/^[\s\S]*<main>/, '').replace(/<[^>]*>/g, '');
    const missing = [...charactersOf(body.normalize('NFKC'))].filter((one) => !printed.has(one));
    expect(missing).toEqual([]);
    expect(boxes.get(fileOf(name))).toEqual([]);
    if (filling === 'full') for (const character of rare) expect(printed.has(character)).toBe(true);
    const flat = text.replaceAll(' ', '');
    expect(flat).toContain(page.foot === 'number' ? '—1—' : '第1页共');
  });
}
