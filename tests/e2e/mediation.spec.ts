import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { begin, caseBar, openRelated, write } from './case-steps.ts';
import { fieldInput, fieldRow, inDialog, openList, pick, save, shownField, shownPage } from './clerk.ts';
import { pictures } from './places.ts';
import { sharePractice } from './shared-window.ts';
import { ledgerLabel, zh } from './texts.ts';

// One case of people's mediation from registration to the printed dossier.
test.describe.configure({ mode: 'serial' });

const workbench = sharePractice();
const caseName = '罗大明与邓小红相邻漏水纠纷';

const dialog = (page: Page): Locator => page.getByRole('dialog');
const preview = (page: Page): Locator => page.locator('.print-modal');

async function finish(page: Page, state: string): Promise<void> {
  await page.keyboard.press('Control+s');
  await expect(dialog(page)).toBeHidden();
  // The name of the region, for a state may be called as the action that leads to it.
  await expect(caseBar(page)).toHaveAccessibleName(state);
}

/** Adds a record that is part of the case from the case's page, and comes back to it. */
async function addPart(page: Page, ledger: string, fill: () => Promise<void>): Promise<void> {
  await openRelated(page);
  await shownPage(page)
    .getByRole('button', { name: zh('record.addTo', { ledger: ledgerLabel(ledger) }) })
    .click();
  await expect(shownPage(page).getByRole('form')).toBeVisible();
  await fill();
  await save(page);
  await page.getByRole('tab', { name: caseName, exact: true }).click();
  await expect(caseBar(page)).toBeVisible();
}

test('a case is registered and gets its number when it is saved', async () => {
  const { page } = workbench;
  await openList(page, 'mediation_case');
  await workbench.picture('90-mediation-list');
  await shownPage(page)
    .getByRole('button', { name: zh('record.add'), exact: true })
    .first()
    .click();
  await pick(page, fieldInput(page, 'org'), '虎门镇人民');
  await fieldInput(page, 'case_name').fill(caseName);
  await fieldInput(page, 'registered_on').fill('今天');
  await pick(page, fieldInput(page, 'source'), '依申请');
  await pick(page, fieldInput(page, 'kind'), '邻里');
  // Typed and confirmed before the list has answered, as fast clerks do.
  await fieldInput(page, 'village').click();
  await page.keyboard.type('虎门寨');
  await page.keyboard.press('Enter');
  await expect(fieldRow(page, 'village')).toContainText('虎门寨社区居民委员会');
  await fieldInput(page, 'summary').fill('楼上卫生间渗水，楼下天花板受损。');
  await workbench.picture('91-mediation-new');
  await save(page);
  await expect(caseBar(page)).toContainText('已登记');
  await expect(shownField(page, 'mediation_case', 'case_no')).toHaveText(/^（20\d\d）虎人调字第\d+号$/);
});

test('its parties are parts of it, and their names stand on the case', async () => {
  const { page } = workbench;
  for (const [role, name] of [
    ['申请人', '罗大明'],
    ['被申请人', '邓小红'],
  ] as const)
    await addPart(page, 'mediation_party', async () => {
      await pick(page, fieldInput(page, 'role'), role);
      await pick(page, fieldInput(page, 'kind'), '自然人');
      await fieldInput(page, 'name').fill(name);
    });
  await expect(shownField(page, 'mediation_case', 'parties')).toHaveText('罗大明、邓小红');
  await workbench.picture('92-mediation-parties');
});

test('it is accepted with a month for the talks, and talked about', async () => {
  const { page } = workbench;
  await begin(page, '受理');
  await write(page, { accepted_on: '今天' });
  await pick(page, inDialog(page, 'mediator'), '');
  await expect(dialog(page).locator('.case-outcome')).toContainText('1个月');
  await workbench.picture('93-mediation-accept');
  await finish(page, '已受理');
  await begin(page, '开始调查调解');
  await write(page, { rights_told_on: '今天' });
  await finish(page, '调查调解中');
  await addPart(page, 'mediation_session', async () => {
    await fieldInput(page, 'held_at').fill('今天');
    await fieldInput(page, 'content').fill('双方陈述，互谅互让。');
    await pick(page, fieldInput(page, 'result'), '达成协议');
  });
  await expect(shownField(page, 'mediation_case', 'session_count')).toContainText('1');
});

test('an agreement is reached, performed and visited, and the case is closed and filed', async () => {
  const { page } = workbench;
  await begin(page, '达成协议');
  await write(page, { result_on: '今天' });
  await pick(page, inDialog(page, 'agreement_form'), '书面');
  await write(page, { agreement: '一、邓小红修复渗漏；二、赔偿三千元。', agreed_on: '今天' });
  await finish(page, '达成协议');
  await begin(page, '转入履行');
  await finish(page, '履行中');
  await addPart(page, 'mediation_performance', async () => {
    await fieldInput(page, 'noted_on').fill('今天');
    await pick(page, fieldInput(page, 'state'), '已履行');
  });
  await addPart(page, 'mediation_return_visit', async () => {
    await fieldInput(page, 'visited_on').fill('今天');
    await fieldInput(page, 'visitor').fill('老梁');
    await pick(page, fieldInput(page, 'state'), '已履行');
    await fieldInput(page, 'content').fill('双方满意。');
  });
  await begin(page, '完成回访');
  await finish(page, '已回访');
  await begin(page, '结案');
  await write(page, { closed_on: '今天', closing: '协议已履行。' });
  await finish(page, '已结案');
  await begin(page, '归档');
  await pick(page, inDialog(page, 'keep'), '30');
  await write(page, { archived_on: '今天' });
  await finish(page, '已归档');
  await workbench.pictureOnBothScreens('94-mediation-filed');
});

test('its documents stand beside the preview; the agreement is printed as a letter', async () => {
  const { page } = workbench;
  await shownPage(page)
    .getByRole('button', { name: zh('record.print'), exact: true })
    .click();
  await expect(preview(page).locator('canvas[data-drawn]').first()).toBeVisible();
  await preview(page).getByText('人民调解协议书', { exact: true }).click();
  await expect(preview(page).getByText(zh('document.full'))).toBeVisible();
  await expect(preview(page).locator('canvas[data-drawn]').first()).toBeVisible();
  await workbench.picture('95-mediation-agreement');
  await page.keyboard.press('Escape');
  await expect(preview(page)).toBeHidden();
});

test('the dossier is one click: what is missing is named, contents and pages are numbered alike', async () => {
  const { page } = workbench;
  await shownPage(page)
    .getByRole('button', { name: zh('document.printDossier') })
    .click();
  await expect(preview(page)).toContainText(zh('document.missing', { list: '身份证明' }));
  await expect(preview(page).locator('canvas[data-drawn]').first()).toBeVisible();
  await workbench.pictureOnBothScreens('96-mediation-dossier');

  const pdf = path.join(workbench.folder, '卷宗.pdf');
  await workbench.answerDialogs(pdf);
  await preview(page)
    .getByRole('button', { name: zh('record.savePdf') })
    .click();
  await expect.poll(() => statSync(pdf, { throwIfNoEntry: false })?.size ?? 0).toBeGreaterThan(1000);
  const pages = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f');
  execFileSync('pdftoppm', ['-r', '60', '-png', pdf, path.join(pictures, 'mediation-dossier')]);
  const [cover = '', contents = '', ...papers] = pages.map((text) => text.replaceAll(' ', ''));
  expect(cover).toContain('人民调解卷宗');
  expect(cover).toContain('草稿：材料未齐，缺身份证明');
  expect(cover).toContain('30年');
  // Every line of the contents leads to a page that bears its number and begins with its title.
  const lines = [...contents.matchAll(/\d+(人民调解[^\d\n]*?|卷宗情况说明)(\d+)(?:-\d+)?\n/g)];
  expect(lines.length).toBeGreaterThan(5);
  for (const [, title = '', number = ''] of lines) {
    const paper = papers[Number(number) - 1] ?? '';
    // At the top right, beside the mark of the practice town.
    expect(paper.split('\n')[0], title).toBe(`练习数据${number}`);
    expect(paper).toContain(title);
  }
});

test("the ministry's table is one click as a workbook", async () => {
  const { page } = workbench;
  await page.keyboard.press('Escape');
  await expect(preview(page)).toBeHidden();
  await openList(page, 'mediation_report');
  await shownPage(page).locator('.ag-row').first().dblclick();
  const button = shownPage(page).getByRole('button', { name: zh('document.workbook') });
  await expect(button).toBeVisible();
  await workbench.picture('97-mediation-table');
  const file = path.join(workbench.folder, '统计表.xlsx');
  await workbench.answerDialogs(file);
  await button.click();
  await expect(page.getByText(zh('document.saved', { file: '统计表.xlsx' }))).toBeVisible();
  expect(statSync(file).size).toBeGreaterThan(1000);
});
