import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import exceljs from 'exceljs';
import { chooseFile, dryRun, figure, importRows, openList, rowAt, shownPage, startImport } from './clerk.ts';
import { sharePractice } from './shared-window.ts';
import { fieldLabel, zh } from './texts.ts';

// What the agriculture office sends: villages down, figures across, the month in the title, sums and signatures below.
test.describe.configure({ mode: 'serial' });

const workbench = sharePractice();
const folder = mkdtempSync(path.join(os.tmpdir(), 'zw-sheet-'));

test.afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
});

async function collectiveFigures(): Promise<string> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('三资');
  sheet.addRow(['虎门镇2026年6月农村集体三资情况表']);
  sheet.mergeCells('A1:F1');
  sheet.addRow(['', '', '', '', '', '单位：万元']);
  sheet.addRow(['序号', '村（社区）', '收入情况', '', '资产情况', '备注']);
  sheet.mergeCells('C3:D3');
  sheet.addRow(['', '', '总收入', '纯收入', '净资产', '']);
  sheet.addRow([1, '大宁社区居民委员会', 1234.56, 640, 21000, '']);
  sheet.addRow([2, '虎门寨', '890.1', '—', '', '未报净资产']);
  sheet.addRow(['合计', '', 2124.66, 640, 21000]);
  sheet.addRow(['制表人：陈某', '', '审核人：李某']);
  const file = path.join(folder, '三资情况表.xlsx');
  await book.xlsx.writeFile(file);
  return file;
}

test('a sheet with a column for every figure shows what each cell becomes, and is imported', async () => {
  const { page } = workbench;
  await workbench.answerDialogs(await collectiveFigures());
  await startImport(page, 'outside_indicator');
  await chooseFile(page);
  await expect(shownPage(page)).toContainText('纯收入');
  await expect(shownPage(page)).toContainText('2026-06');
  await workbench.picture('light-wide-columns');
  await dryRun(page);
  await expect(figure(page, zh('import.count.created'))).toContainText('4');
  await workbench.picture('light-wide-trial');
  await importRows(page, 4);
  await workbench.picture('light-wide-result');

  await openList(page, 'outside_indicator');
  await shownPage(page)
    .locator('[role=columnheader][col-id=month]')
    .getByRole('button', { name: fieldLabel('outside_indicator', 'month'), exact: true })
    .click();
  await expect(rowAt(page, 0)).toBeVisible();
  await workbench.picture('light-outside_indicator-sorted');
});
