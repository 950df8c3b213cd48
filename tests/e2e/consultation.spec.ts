import { expect, test, type Locator, type Page } from '@playwright/test';
import { caseBar, expectDialogReady, openRelated } from './case-steps.ts';
import {
  fieldInput,
  fieldRow,
  inDialog,
  openBySearch,
  openList,
  pick,
  save,
  shownField,
  shownPage,
} from './clerk.ts';
import { sharePractice } from './shared-window.ts';
import { zh } from './texts.ts';

// A topic is raised and taken up; a session votes on another by rule; an opinion of liaison becomes an issue.
test.describe.configure({ mode: 'serial' });

const workbench = sharePractice();
const title = '三巷加装路灯';

const addButton = (page: Page): Locator =>
  shownPage(page)
    .getByRole('button', { name: zh('record.add'), exact: true })
    .first();

test('a topic is raised, numbered and taken up', async () => {
  const { page } = workbench;
  await openList(page, 'consult_topic');
  await workbench.picture('consultation-1-topics');
  await addButton(page).click();
  await fieldInput(page, 'title').fill(title);
  await pick(page, fieldInput(page, 'content_kind'), '公共设施');
  await pick(page, fieldInput(page, 'village'), '社区');
  await fieldInput(page, 'raised_by').fill('张伟');
  await fieldInput(page, 'raised_on').fill('今天');
  await fieldInput(page, 'reason').fill('三巷夜间昏暗，老人出行不便，建议加装路灯六盏。');
  await save(page);
  await expect(shownField(page, 'consult_topic', 'topic_no')).toHaveText(/议题〔\d{4}〕\d{4}号/);
  await caseBar(page).getByRole('button', { name: '审核同意', exact: true }).click();
  await expectDialogReady(page);
  await inDialog(page, 'review').fill('同意列入协商议题。');
  await workbench.picture('consultation-2-review');
  await page.keyboard.press('Control+s');
  await expect(caseBar(page)).toContainText('已确定');
  await workbench.picture('consultation-3-topic');
});

test('a vote takes its rule over and says whether it carried and why', async () => {
  const { page } = workbench;
  await openBySearch(page, '厂房物业续租协商会', '厂房物业续租协商会');
  await workbench.picture('consultation-4-session');
  await shownPage(page)
    .getByRole('button', { name: zh('record.addTo', { ledger: '表决' }) })
    .click();
  await fieldInput(page, 'subject').fill('租金底价');
  await pick(page, fieldInput(page, 'rule'), '村民代表会议');
  await expect(fieldInput(page, 'eligible')).toHaveValue('45');
  await expect(fieldRow(page, 'agree_share')).toContainText('过半数');
  await fieldInput(page, 'agree').fill('20');
  await fieldInput(page, 'against').fill('15');
  await fieldInput(page, 'abstain').fill('5');
  await fieldInput(page, 'abstain').press('Tab');
  await workbench.pictureOnBothScreens('consultation-5-vote');
  await save(page);
  await expect(shownField(page, 'consult_vote', 'result')).toHaveText('未通过');
  await expect(shownField(page, 'consult_vote', 'why')).toContainText('未达到过半数');
  await workbench.picture('consultation-6-result');
});

test('an opinion of residents becomes an issue, and each opens the other', async () => {
  const { page } = workbench;
  await openList(page, 'liaison_opinion');
  await workbench.picture('consultation-7-opinions');
  await addButton(page).click();
  await fieldInput(page, 'title').fill('村口路灯不亮');
  await fieldInput(page, 'collected_on').fill('今天');
  await pick(page, fieldInput(page, 'village'), '社区');
  await pick(page, fieldInput(page, 'matter'), '水电气');
  await fieldInput(page, 'content').fill('村口三盏路灯不亮，晚上出行不安全。');
  await fieldInput(page, 'resident_name').fill('李强');
  await save(page);
  await caseBar(page)
    .getByRole('button', { name: zh('case.more') })
    .click();
  await page.getByRole('menuitem', { name: '转入问题隐患', exact: true }).click();
  await expectDialogReady(page);
  await pick(page, inDialog(page, 'issue_category'), '城市管理');
  await inDialog(page, 'place_text').fill('村口');
  await inDialog(page, 'deadline').fill('2099-12-31');
  await inDialog(page, 'deadline').press('Tab');
  await workbench.picture('consultation-8-to-issue');
  await page.keyboard.press('Control+s');
  await expect(caseBar(page)).toContainText('办理中');
  await shownField(page, 'liaison_opinion', 'issue').getByRole('button').click();
  await expect(shownField(page, 'issue', 'issue_source')).toHaveText('驻点联系');
  await openRelated(page);
  await expect(shownPage(page).getByRole('region', { name: '群众意见', exact: true })).toBeVisible();
  await workbench.picture('consultation-9-issue');
});
