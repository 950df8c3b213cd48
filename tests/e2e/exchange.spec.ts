import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import {
  fieldInput,
  openBySearch,
  openList,
  rowAt,
  save,
  shownField,
  shownPage,
  startEditing,
} from './clerk.ts';
import { writeLetter } from './letter-file.ts';
import { idNumber } from './invented-people.ts';
import { resident } from './prepared-folders.ts';
import { fieldLabel, zh } from './texts.ts';
import {
  actOn,
  answer,
  chooseStick,
  enterPerson,
  enterRecord,
  finishAnswer,
  handUpIssue,
  makeStick,
  openPart,
  safeSentence,
  sendUp,
  shownPart,
  startCity,
  startTown,
  takeIn,
  type SharedStick,
} from './two-offices.ts';
import { forget, officeScreen, startPractice, wideScreen, type Workbench } from './workbench.ts';

// A stick between a town and a city: enrolment, a package and its receipt, and what goes wrong on the way.
test.describe.configure({ mode: 'serial', timeout: 180_000 });

/** A day that may not lie in the future. */
const dayField = 'checked_on';
const DAY_MS = 24 * 3600 * 1000;
const chinaDay = (at: number): string => new Date(at + 8 * 3600 * 1000).toISOString().slice(0, 10);

/** Titles of the issues that go to the city. */
const handedUp = { first: '东引运河漂浮垃圾', second: '西湖路占道经营' };

let stick: SharedStick;
let town: Workbench;
let city: Workbench;

test.beforeAll(async () => {
  stick = makeStick('虎门-03');
  town = await startTown(stick);
  city = await startCity(stick);
});
test.afterEach(() => {
  town.expectNoErrors();
  city.expectNoErrors();
});
test.afterAll(async () => {
  await town?.close();
  await city?.close();
  forget(town);
  forget(city);
});

test('a town is enrolled with the city by card, request and certificate', async () => {
  await city.picture('e00-city-home');
  await openPart(city.page, 'offices');
  await city.picture('e01-city-offices');
  await shownPart(city.page)
    .getByRole('button', { name: zh('exchange.offices.self.card') })
    .click();
  const dialog = city.page.getByRole('dialog', { name: zh('exchange.card.title') });
  await chooseStick(dialog, stick);
  await city.picture('e02-city-card');
  await dialog.getByRole('button', { name: zh('exchange.card.write') }).click();
  await dialog.getByRole('button', { name: zh('exchange.finish') }).click();

  await town.picture('e03-town-home-not-enrolled');
  await openPart(town.page, 'send');
  await expect(shownPart(town.page)).toContainText(zh('exchange.not-enrolled'));
  await openPart(town.page, 'offices');
  const guide = shownPart(town.page);
  await chooseStick(guide, stick);
  const read = guide.getByRole('button', { name: zh('exchange.enrol.take.card') });
  await expect(read).toBeDisabled();
  await guide.getByLabel(zh('exchange.receive.compare.box')).check();
  await town.picture('e04-town-card');
  await read.click();
  await expect(
    guide.getByText(zh('exchange.enrol.written', { file: '虎门镇_登记申请.zwrequest' })),
  ).toBeVisible();
  await town.picture('e05-town-request');

  await takeInRequest();
  await guide.getByRole('button', { name: zh('exchange.receive.again') }).click();
  await guide.getByRole('button', { name: zh('exchange.enrol.take.certificate') }).click();
  await expect(guide.getByText(zh('exchange.offices.state.enrolled'), { exact: true })).toBeVisible();
  await town.picture('e07-town-enrolled');
  stick.clear();
});

async function takeInRequest(): Promise<void> {
  await openPart(city.page, 'receive');
  await chooseStick(shownPart(city.page), stick);
  await expect(shownPart(city.page).getByLabel(zh('exchange.receive.compare.box'))).toBeVisible();
  await city.picture('e06-city-request');
  const result = await takeIn(city, stick);
  await expect(result).toContainText('虎门镇_登记证书.zwcert');
  await city.picture('e06-city-certificate');
}

test('a package goes up and its receipt comes down, and the row says how far it is', async () => {
  await openList(town.page, 'person');
  await expect(rowAt(town.page, 0).getByText(zh('exchange.row.pending'))).toBeVisible();
  await town.picture('e10-list-pending');

  await openPart(town.page, 'send');
  await expect(shownPart(town.page).getByRole('table')).toContainText('实有人口');
  await town.picture('e11-send-check');
  await sendUp(town, stick);
  await town.picture('e12-send-done');
  await shownPart(town.page)
    .getByRole('button', { name: zh('exchange.slip') })
    .click();
  await expect(town.page.getByText(zh('record.pageOf', { page: 1, pages: 1 }))).toBeVisible({
    timeout: 20_000,
  });
  await town.picture('e13-slip');
  await town.page.keyboard.press('Escape');
  await openList(town.page, 'person');
  await expect(rowAt(town.page, 0).getByText(zh('exchange.row.carried'))).toBeVisible();

  await openPart(city.page, 'receive');
  const result = await takeIn(city, stick);
  await expect(result).toContainText('虎门镇');
  await city.picture('e14-city-taken');
  await answer(city, '虎门镇', stick);
  await city.picture('e15-city-answer');
  await finishAnswer(city, '虎门镇');

  await takeIn(town, stick);
  await town.picture('e16-town-receipt');
  await openList(town.page, 'person');
  await expect(rowAt(town.page, 0).getByText(zh('exchange.row.accepted'))).toBeVisible();
  await town.picture('e17-list-accepted');
  await openPart(town.page, 'register');
  await expect(shownPart(town.page)).toContainText(zh('exchange.state.acknowledged'));
  await town.picture('e18-register');
});

test('what a lost stick carried goes with the next one, and taking it in twice changes nothing', async () => {
  await changeResident(town, '港口路2号');
  stick.clear();
  await sendUp(town, stick);
  await openPart(town.page, 'register');
  await town.picture('e20-register-carried');
  await shownPart(town.page)
    .getByRole('button', { name: zh('exchange.lost') })
    .first()
    .click();
  await town.picture('e21-lost');
  await town.page
    .getByRole('dialog')
    .getByRole('button', { name: zh('exchange.lost.do') })
    .click();
  await expect(shownPart(town.page)).toContainText(zh('exchange.state.lost'));
  stick.clear();

  await sendUp(town, stick);
  const [file = ''] = stick.files();
  copyFileSync(path.join(stick.folder, file), path.join(town.folder, file));
  await takeIn(city, stick);
  await openBySearch(city.page, resident.name, resident.name);
  await expect(shownField(city.page, 'person', 'residence_address')).toHaveText('港口路2号');

  await openPart(city.page, 'receive');
  const part = shownPart(city.page);
  await part.getByRole('button', { name: zh('exchange.receive.more') }).click();
  await chooseStick(part, stick);
  await expect(part).toContainText(zh('exchange.receive.state.taken'));
  await part.getByLabel(file).check();
  await part.getByRole('button', { name: zh('exchange.receive.start', { count: 1 }) }).click();
  await expect(part).toContainText(zh('exchange.taken.repeated'));
  await city.picture('e22-city-repeated');
  await answer(city, '虎门镇', stick);
  await finishAnswer(city, '虎门镇');
  await takeIn(town, stick);
});

test('a receipt is confirmed over the telephone', async () => {
  await changeResident(town, '港口路3号');
  stick.clear();
  await sendUp(town, stick);
  await takeIn(city, stick);
  await openPart(city.page, 'register');
  await shownPart(city.page).getByText(zh('exchange.register.received'), { exact: true }).click();
  await city.picture('e30-city-register');
  await shownPart(city.page)
    .getByRole('button', { name: zh('exchange.phone.read') })
    .first()
    .click();
  const spoken = city.page.getByRole('dialog').locator('.fingerprint');
  await expect(spoken).toBeVisible();
  const code = (await spoken.locator('span').allInnerTexts()).join('');
  expect(code).toMatch(/^\d{14}$/);
  await city.picture('e31-city-code');
  await city.page
    .getByRole('dialog')
    .getByRole('button', { name: zh('action.close') })
    .last()
    .click();

  await openPart(town.page, 'register');
  await shownPart(town.page)
    .getByRole('button', { name: zh('exchange.phone') })
    .first()
    .click();
  const dialog = town.page.getByRole('dialog');
  const box = dialog.getByLabel(zh('exchange.phone.label'));
  const wrong = code.startsWith('0') ? `1${code.slice(1)}` : `0${code.slice(1)}`;
  await box.pressSequentially(wrong);
  await expect(box).toHaveValue(wrong.replace(/(\d{4})(?=\d)/g, '$1 '));
  await box.press('Enter');
  await expect(dialog.getByRole('alert')).toBeVisible();
  await town.picture('e32-town-code-wrong');
  await box.fill(code);
  await box.press('Enter');
  await expect(shownPart(town.page)).toContainText(zh('exchange.state.phoned'));
  await town.picture('e33-town-phoned');
});

test('a row the city cannot take comes back with its reason and opens at the field', async () => {
  // Today by the town's clock is tomorrow in the city, which takes no day of the future.
  const today = chinaDay(Date.now() + DAY_MS);
  await openBySearch(town.page, resident.name, resident.name);
  await startEditing(town.page);
  await fieldInput(town.page, dayField).fill(today);
  await fieldInput(town.page, dayField).press('Enter');
  await save(town.page);
  stick.clear();
  await sendUp(town, stick);
  await expect(await takeIn(city, stick)).toContainText(zh('exchange.taken.returned', { count: 1 }));
  await city.picture('e40-city-returned');
  await answer(city, '虎门镇', stick);
  await finishAnswer(city, '虎门镇');
  await openPart(city.page, 'inbox');
  await expect(shownPart(city.page).getByRole('table')).toContainText(fieldLabel('person', dayField));
  await city.picture('e41-city-waiting');

  await expect(await takeIn(town, stick)).toContainText(zh('exchange.taken.receipt.returned', { count: 1 }));
  await town.page.getByRole('tab', { name: zh('home.title') }).click();
  const figure = shownPage(town.page).getByRole('button', { name: new RegExp(zh('exchange.home.returned')) });
  await expect(figure).toContainText('1');
  await town.picture('e42-town-home');
  await figure.click();
  await expect(shownPart(town.page).getByRole('table')).toContainText(resident.name);
  await town.picture('e43-town-returned');
  await shownPart(town.page)
    .getByRole('button', { name: zh('exchange.returned.open') })
    .click();
  await expect(shownPage(town.page).locator('.page-returned')).toBeVisible();
  await expect(shownPage(town.page).locator('.page-marked')).toContainText(fieldLabel('person', dayField));
  await town.picture('e44-town-returned-record');
  await openList(town.page, 'person');
  await expect(rowAt(town.page, 0).getByText(zh('exchange.row.returned'))).toBeVisible();
  await town.picture('e45-list-returned');

  await openBySearch(town.page, resident.name, resident.name);
  await startEditing(town.page);
  await fieldInput(town.page, dayField).fill(chinaDay(Date.now() - DAY_MS));
  await fieldInput(town.page, dayField).press('Enter');
  await save(town.page);
  stick.clear();
  await sendUp(town, stick);
  await takeIn(city, stick);
  await answer(city, '虎门镇', stick);
  await finishAnswer(city, '虎门镇');
  await takeIn(town, stick);
  await openList(town.page, 'person');
  await expect(rowAt(town.page, 0).getByText(zh('exchange.row.accepted'))).toBeVisible();
});

test('a field changed on both sides is settled by a third value, which travels', async () => {
  await changeResident(town, '镇里填的路1号');
  await changeResident(city, '市里填的路2号');
  stick.clear();
  await sendUp(town, stick);
  await expect(await takeIn(city, stick)).toContainText(zh('exchange.taken.conflicts', { count: 1 }));
  await openPart(city.page, 'inbox');
  const part = shownPart(city.page);
  await expect(part.locator('.card')).toContainText('镇里填的路1号');
  await expect(part.locator('.card')).toContainText('市里填的路2号');
  await city.picture('e50-city-conflict');
  await part.getByRole('button', { name: zh('exchange.conflict.type') }).click();
  await part.locator('.third input').fill('商定的路3号');
  await city.picture('e51-city-third');
  await part.getByRole('button', { name: zh('exchange.conflict.type.save') }).click();
  await expect(part).toContainText(zh('exchange.conflict.none'));
  await city.picture('e52-city-settled');

  await openPart(city.page, 'receive');
  await answer(city, '虎门镇', stick);
  await finishAnswer(city, '虎门镇');
  await takeIn(town, stick);
  await openBySearch(town.page, resident.name, resident.name);
  await expect(shownField(town.page, 'person', 'residence_address')).toHaveText('商定的路3号');
});

test('an issue handed up is answered by the city, and its answers come back as steps', async () => {
  await handUpIssue(town, 'i-e1', handedUp.first);
  await handUpIssue(town, 'i-e2', handedUp.second);
  stick.clear();
  await sendUp(town, stick);
  await takeIn(city, stick);
  await answerIssue(handedUp.first, '受理', { case_no: 'DG20261127001' });
  await city.picture('e53-city-accepted');
  const letter = path.join(city.folder, '东水函〔2026〕18号.pdf');
  writeLetter(letter, 2);
  await answerIssue(handedUp.first, '办结', { content: '市水务局已清运，镇村复查后结案', letter });
  await expect(shownPage(city.page).locator('.case-bar')).toContainText(zh('case.answered'));
  await city.picture('e54-city-answered');
  await answerIssue(handedUp.second, '退回', { content: '属镇级事权，请镇城管办处理' });
  await openPart(city.page, 'receive');
  await answer(city, '虎门镇', stick);
  await finishAnswer(city, '虎门镇');

  // Meanwhile the town has thought better of the second one.
  await actOn(town, { id: 'i-e2', action: 'city_recall' });
  const result = await takeIn(town, stick);
  await expect(result).toContainText(zh('exchange.taken.entered', { count: 2 }));
  await expect(result).toContainText(zh('exchange.taken.unfit', { count: 1 }));
  await town.picture('e55-town-answers');
  await openBySearch(town.page, handedUp.first, handedUp.first);
  await expect(shownField(town.page, 'issue', 'serial_no')).toHaveText('DG20261127001');
  await expect(shownPage(town.page).locator('.case-steps > li').first()).toContainText('东莞市');
  await town.picture('e56-town-step');
  await openLetter(town, '东水函〔2026〕18号.pdf');
  await openBySearch(town.page, handedUp.second, handedUp.second);
  const notice = shownPage(town.page).locator('.case-unfit');
  await expect(notice).toContainText('属镇级事权，请镇城管办处理');
  await town.pictureOnBothScreens('e57-town-unfit');
  await notice.getByRole('button', { name: zh('case.unfit-open') }).click();
  await expect(shownPage(town.page).locator('.page-marked')).toContainText(
    fieldLabel('issue_reply', 'follow_up'),
  );
  await startEditing(town.page);
  await fieldInput(town.page, 'follow_up').fill('已电话告知市里，镇里自行办理');
  await town.picture('e58-town-follow-up');
  await save(town.page);
  await openBySearch(town.page, handedUp.second, handedUp.second);
  await expect(shownPage(town.page).locator('.case-bar')).toBeVisible();
  await expect(shownPage(town.page).locator('.case-unfit')).toBeHidden();
  await town.picture('e59-town-settled');
});

test('the keyboard alone is enough to send, and axe finds nothing serious on any part', async () => {
  await openList(town.page, 'person');
  await changeResident(town, '港口路9号');
  stick.clear();
  const { page } = town;
  await page.keyboard.press('Alt+0');
  for (const name of ['receive', 'register', 'inbox', 'offices', 'send'] as const) {
    await openPart(page, name);
    await expect(shownPart(page)).toBeVisible();
    await town.picture(`e60-town-${name}`);
    await expectAccessible(page, `town ${name}`);
  }
  const part = shownPart(page);
  const approver = part.getByLabel(zh('exchange.send.approver'));
  await approver.focus();
  await approver.press('Enter');
  const drive = part.getByRole('radio', { name: new RegExp(stick.name) });
  await expect(drive).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(drive).toBeFocused();
  const write = part.getByRole('button', { name: zh('exchange.send.start') });
  for (
    let presses = 0;
    presses < 5 && !(await write.evaluate((button) => button === document.activeElement));
    presses++
  )
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(safeSentence(part)).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Tab');
  await expect(part.getByRole('button', { name: zh('exchange.slip') })).toBeFocused();

  for (const name of ['receive', 'register', 'inbox', 'offices'] as const) {
    await openPart(city.page, name);
    await expect(shownPart(city.page)).toBeVisible();
    await city.picture(`e61-city-${name}`);
    await expectAccessible(city.page, `city ${name}`);
  }
});

test('everything fits the wider screen', async () => {
  for (const office of [town, city]) await office.resize(wideScreen);
  for (const name of ['send', 'receive', 'register', 'inbox', 'offices'] as const) {
    await openPart(town.page, name);
    await town.picture(`e70-town-${name}`);
    const isWide = await shownPage(town.page).evaluate((panel) => panel.scrollWidth > panel.clientWidth);
    expect(isWide, name).toBe(false);
  }
  for (const office of [town, city]) await office.resize(officeScreen);
});

test('a person two offices have entered is merged, and parted again on second thoughts', async () => {
  const twin = { name: '同一人', doc_no: idNumber(77), sex: '1', birth_date: '1990-01-01' };
  await enterPerson(town, { ...twin, residence_address: '港口路7号' });
  await enterPerson(city, { ...twin, workplace: '市里登记的单位' });
  stick.clear();
  await sendUp(town, stick);
  await takeIn(city, stick);
  await openPart(city.page, 'inbox');
  const part = shownPart(city.page);
  await part.getByText(zh('exchange.inbox.twins', { count: '1' })).click();
  await expect(part.locator('.card')).toContainText('市里登记的单位');
  await city.picture('e80-city-twins');
  await part.getByRole('button', { name: zh('exchange.twin.merge'), exact: true }).click();
  const dialog = city.page.getByRole('dialog');
  await city.picture('e81-city-merge');
  await dialog.getByRole('button', { name: zh('exchange.twin.merge'), exact: true }).click();
  await expect(part.getByText(zh('exchange.twin.merged.mark'), { exact: true })).toBeVisible();
  await city.picture('e82-city-merged');
  await part.getByRole('button', { name: zh('exchange.twin.undo') }).click();
  await expect(part.getByRole('button', { name: zh('exchange.twin.merge'), exact: true })).toBeVisible();
  await expectAccessible(city.page, 'city twins');
  await city.picture('e83-city-parted');
});

test('a case two offices gave the number of another gets the next one at one press', async () => {
  const body = { id: 'e-org', name: '虎门寨人民调解委员会', sign: '虎寨', kind: '01' };
  await enterRecord(town, 'mediation_org', body);
  stick.clear();
  await sendUp(town, stick);
  await takeIn(city, stick);
  const caseOf = { org: body.id, registered_on: '2026-11-02', source: '10', kind: '02', summary: '楼上漏水' };
  await enterRecord(town, 'mediation_case', { ...caseOf, id: 'e-case-1', case_name: '张三与李四邻里纠纷' });
  await enterRecord(city, 'mediation_case', { ...caseOf, id: 'e-case-2', case_name: '王五与赵六物业纠纷' });
  stick.clear();
  await sendUp(town, stick);
  await takeIn(city, stick);
  await openPart(city.page, 'inbox');
  const part = shownPart(city.page);
  await part.getByText(zh('exchange.inbox.twins', { count: '2' })).click();
  const label = fieldLabel('mediation_case', 'case_no');
  const press = part.getByRole('button', { name: zh('exchange.twin.renumber', { number: label }) });
  await expect(press).toHaveCount(1);
  await press.scrollIntoViewIfNeeded();
  await city.pictureOnBothScreens('e84-city-one-number');
  await press.click();
  await expect(
    city.page.getByText(zh('exchange.twin.renumbered', { number: '（2026）虎寨人调字第2号' })),
  ).toBeVisible();
  await expect(press).toHaveCount(0);
  await city.picture('e85-city-renumbered');
});

test('a town changes its keys: the request goes up, the certificate comes back, a package follows', async () => {
  stick.clear();
  await openPart(town.page, 'offices');
  const part = shownPart(town.page);
  await part.getByRole('button', { name: zh('exchange.rotate') }).click();
  const dialog = town.page.getByRole('dialog', { name: zh('exchange.rotate.title') });
  await chooseStick(dialog, stick);
  await expectAccessible(town.page, 'change of keys');
  await town.picture('e84-town-change-keys');
  await dialog.getByRole('button', { name: zh('exchange.rotate.do') }).click();
  await expect(
    dialog.getByText(zh('exchange.rotate.done', { file: '虎门镇_登记申请.zwrequest' })),
  ).toBeVisible();
  await town.picture('e85-town-keys-changed');
  await dialog.getByRole('button', { name: zh('exchange.finish') }).click();
  await expect(part.getByText(zh('exchange.offices.state.renewing'))).toBeVisible();
  await town.picture('e86-town-waits');

  await expect(await takeIn(city, stick)).toContainText('虎门镇_登记证书.zwcert');
  await takeIn(town, stick);
  await openPart(town.page, 'offices');
  await expect(part.getByText(zh('exchange.offices.state.enrolled'), { exact: true })).toBeVisible();
  await changeResident(town, '港口路10号');
  stick.clear();
  await sendUp(town, stick);
  await takeIn(city, stick);
  await openBySearch(city.page, resident.name, resident.name);
  await expect(shownField(city.page, 'person', 'residence_address')).toHaveText('港口路10号');
});

test('a city changes its keys without a stick, and its next receipt is believed', async () => {
  await openPart(city.page, 'offices');
  await shownPart(city.page)
    .getByRole('button', { name: zh('exchange.rotate') })
    .click();
  const dialog = city.page.getByRole('dialog', { name: zh('exchange.rotate.title') });
  await city.picture('e87-city-change-keys');
  await dialog.getByRole('button', { name: zh('exchange.rotate.do.city') }).click();
  await expect(dialog.getByText(zh('exchange.rotate.done.city'), { exact: true })).toBeVisible();
  await city.picture('e88-city-keys-changed');
  await dialog.getByRole('button', { name: zh('exchange.finish') }).click();
  await openPart(city.page, 'receive');
  await answer(city, '虎门镇', stick);
  await finishAnswer(city, '虎门镇');
  await takeIn(town, stick);
  await openList(town.page, 'person');
  await expect(rowAt(town.page, 0).getByText(zh('exchange.row.accepted'))).toBeVisible();
});

test('practice data is not exchanged, in one sentence', async () => {
  const practice = await startPractice();
  await practice.page
    .getByRole('navigation', { name: zh('nav.label') })
    .getByRole('button', { name: zh('nav.exchange') })
    .click();
  await expect(shownPage(practice.page)).toContainText(zh('exchange.practice'));
  await practice.picture('e90-practice');
  practice.expectNoErrors();
  await practice.close();
  forget(practice);
});

async function changeResident(office: Workbench, address: string): Promise<void> {
  await openBySearch(office.page, resident.name, resident.name);
  await startEditing(office.page);
  await fieldInput(office.page, 'residence_address').fill(address);
  await save(office.page);
  await expect(shownField(office.page, 'person', 'residence_address')).toHaveText(address);
}

/** Answers an issue from its page in the city's window; `letter` is a file that goes with it. */
async function answerIssue(
  title: string,
  verb: string,
  { letter, ...entries }: Readonly<Record<string, string>>,
): Promise<void> {
  const { page } = city;
  await openBySearch(page, title, title);
  const bar = shownPage(page).locator('.case-bar');
  await bar.getByRole('button', { name: verb, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('[data-field] :focus')).toBeVisible();
  for (const [field, text] of Object.entries(entries)) {
    await dialog.locator(`[data-field="${field}"]`).locator('input, textarea').first().fill(text);
    await page.keyboard.press('Tab');
  }
  if (letter !== undefined) {
    await city.answerDialogs(letter);
    // Its label is its name.
    await dialog.getByRole('button', { name: fieldLabel('issue_reply', 'documents') }).click();
    await expect(dialog.locator('.widget-paper')).toBeVisible();
  }
  await city.picture(`e53-city-answer-${Object.keys(entries).join('-')}-${verb}`);
  await page.keyboard.press('Control+s');
  await expect(dialog).toBeHidden();
}

/** Opens the letter that came with an answer, looks at its pages and saves it as it came. */
async function openLetter(office: Workbench, name: string): Promise<void> {
  const { page } = office;
  const tile = shownPage(page).locator('.case-steps .widget-paper').first();
  await tile.scrollIntoViewIfNeeded();
  await office.picture('e60-town-letter-tile');
  await tile.click();
  const dialog = page.getByRole('dialog', { name });
  await expect(dialog.locator('canvas')).toHaveCount(2);
  await expect(dialog.locator('canvas[data-drawn]').first()).toBeVisible();
  await office.pictureOnBothScreens('e60-town-letter');
  const saved = path.join(office.folder, 'letter.pdf');
  await office.answerDialogs(saved);
  await dialog.getByRole('button', { name: zh('record.saveAttachment') }).click();
  await expect(page.getByText(zh('record.attachmentSaved', { file: 'letter.pdf' }))).toBeVisible();
  expect(readFileSync(saved).subarray(0, 8).toString()).toBe('%PDF-1.4');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}
