import { expect, test, type Locator, type Page } from '@playwright/test';
import { begin, caseBar, expectDialogReady, write } from './case-steps.ts';
import { fieldInput, inDialog, openList, pick, rowAt, save, shownField, shownPage } from './clerk.ts';
import { sharePractice } from './shared-window.ts';
import { zh } from './texts.ts';
import { officeScreen, wideScreen } from './workbench.ts';

// One hazard issue from the report of a resident to its closing, with an extension and a return for rework.
test.describe.configure({ mode: 'serial' });

const workbench = sharePractice();
const title = '三楼楼道堆放杂物堵塞疏散通道';

const dialog = (page: Page): Locator => page.getByRole('dialog');

/** Chooses from a list by typing what it begins with. */
async function choose(page: Page, field: string, text: string): Promise<void> {
  await inDialog(page, field).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

async function finish(page: Page, state: string): Promise<void> {
  await page.keyboard.press('Control+s');
  await expect(dialog(page)).toBeHidden();
  await expect(caseBar(page)).toContainText(state);
}

test('a reported issue stands in its first state with a deadline that says why', async () => {
  const { page } = workbench;
  await openList(page, 'issue');
  await shownPage(page)
    .getByRole('button', { name: zh('record.add'), exact: true })
    .first()
    .click();
  await fieldInput(page, 'title').fill(title);
  for (const [field, typed] of [
    ['category', '消防'],
    ['issue_source', '群众'],
    ['village', '社区'],
  ] as const)
    await pick(page, fieldInput(page, field), typed);
  await fieldInput(page, 'reported_at').fill('今天');
  await fieldInput(page, 'place_text').fill('银龙路10号三楼楼道');
  await fieldInput(page, 'description').fill('三楼楼道堆放纸箱和旧家具，居民通行困难。');
  await save(page);
  await expect(caseBar(page)).toContainText('已上报待受理');
  await expect(caseBar(page)).toContainText(/期限 \d{4}-\d{2}-\d{2} \d{2}:\d{2}/);
  await workbench.picture('80-issue-reported');
});

test('what an action needs is asked for, and a missing opinion stops it at its field', async () => {
  const { page } = workbench;
  await begin(page, '不予受理');
  await page.keyboard.press('Control+s');
  await expect(dialog(page).locator('[data-field=refusal]')).toContainText('必填');
  await workbench.picture('81-action-refused');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
});

test('it is accepted, dispatched and taken up, each with the next deadline', async () => {
  const { page } = workbench;
  await begin(page, '受理');
  await finish(page, '已受理');
  await begin(page, '派遣');
  await write(page, { dispatched_to: '消防所', handler_name: '黄伟强' });
  await expect(dialog(page).locator('.case-outcome')).toContainText('3个工作日');
  await workbench.pictureOnBothScreens('82-dispatch');
  await finish(page, '已派遣');
  await begin(page, '接单处置');
  await write(page, { actor: '黄伟强' });
  await finish(page, '处置中');
});

test('an extension stops the clock until somebody else grants it', async () => {
  const { page } = workbench;
  await begin(page, '申请延期');
  await write(page, { extension_days: '2', extension_reason: '需联系业主到场', actor: '黄伟强' });
  await finish(page, '延期审批中');
  await expect(caseBar(page)).toContainText(zh('case.stopped'));
  await begin(page, '批准延期');
  await write(page, { actor: '黄伟强' });
  await page.keyboard.press('Control+s');
  await expect(dialog(page)).toContainText('须由另一人办理');
  await workbench.picture('83-other-person');
  await write(page, { actor: '梁队长' });
  await finish(page, '处置中');
});

test('it is handled, sent back for rework, handled again, verified, closed and evaluated', async () => {
  const { page } = workbench;
  const handled = async (handling: string): Promise<void> => {
    await begin(page, '处置完毕');
    await write(page, { handling, actor: '黄伟强' });
    await finish(page, '处置完毕待核查');
  };
  await handled('已清理大部分杂物');
  await begin(page, '核查不通过');
  await write(page, { opinion: '楼道尽头仍有旧家具', actor: '何核查' });
  await finish(page, '核查不通过退回');
  await begin(page, '接单处置');
  await finish(page, '处置中');
  await handled('已全部清理，张贴告示');
  await begin(page, '核查通过');
  await write(page, { verification: '通道畅通', actor: '何核查' });
  await finish(page, '已核查待结案');
  await begin(page, '结案');
  await finish(page, '已结案');
  await begin(page, '评价归档');
  await choose(page, 'satisfaction', '满意');
  await finish(page, '已评价归档');
  await workbench.picture('84-issue-closed');
});

test('its page tells every step, newest first, and the counts of returns and extensions', async () => {
  const { page } = workbench;
  const steps = shownPage(page).locator('.case-steps > li');
  await expect(steps).toHaveCount(12);
  await expect(steps.first()).toContainText('评价归档');
  await expect(shownField(page, 'issue', 'rework_count')).toHaveText('1');
  await expect(shownField(page, 'issue', 'extension_count')).toHaveText('1');
  await workbench.resize(wideScreen);
  await workbench.picture('84-issue-closed');
  await workbench.resize(officeScreen);
});

test('plain editing leaves the state alone', async () => {
  const { page } = workbench;
  await page.keyboard.press('F2');
  await expect(shownPage(page).getByRole('form')).toBeVisible();
  await expect(shownPage(page).locator('[data-field=status] input')).toHaveCount(0);
  await page.keyboard.press('Escape');
});

test('the same action is taken with many cases at once, and those it does not fit are named', async () => {
  const { page } = workbench;
  await openList(page, 'issue');
  for (const index of [0, 1, 2]) await rowAt(page, index).getByRole('checkbox').click();
  const many = shownPage(page).getByRole('button', { name: zh('case.many'), exact: true });
  await many.click();
  await page.getByRole('menuitem', { name: '督办', exact: true }).click();
  await expectDialogReady(page);
  await choose(page, 'supervise_level', '镇街');
  await write(page, { opinion: '请于本周内办结' });
  await workbench.picture('85-many-cases');
  await page.keyboard.press('Control+s');
  await expect(dialog(page)).toContainText(/已督办 \d+ 宗/);
  // The closed case of this story is the newest; it cannot be supervised any more.
  await expect(dialog(page).locator('.case-left')).toContainText(title);
  await workbench.picture('86-many-done');
  await dialog(page)
    .locator('.case-told')
    .getByRole('button', { name: zh('action.close') })
    .click();
  await expect(dialog(page)).toBeHidden();
});
