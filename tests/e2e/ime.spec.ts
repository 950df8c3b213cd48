import { expect, test, type CDPSession } from '@playwright/test';
import { fieldInput, hit, openList, shownPage } from './clerk.ts';
import { sharePractice } from './shared-window.ts';
import { zh } from './texts.ts';

// An input method sends composed text, and the keys that steer it with code 229 (UI Events §3.8.5).
const workbench = sharePractice();
let keyboard: CDPSession;

test.beforeAll(async () => {
  keyboard = await workbench.page.context().newCDPSession(workbench.page);
});

test('the search box waits for the word, and the confirming Enter opens nothing', async () => {
  const { page } = workbench;
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: zh('search.label') });
  await compose(['c', 'ch', 'che', 'chen']);
  await expect(box).toHaveValue('chen');
  await pressInComposition('Enter');
  await expect(page.getByText(zh('search.none', { text: 'chen' }))).toBeHidden();
  await expect(page.getByRole('tab')).toHaveCount(1);
  await commit('陈');

  await expect(box).toHaveValue('陈');
  await expect(hit(page, '陈')).toBeVisible();
  await compose(['w', 'we', 'wei']);
  await commit('伟');
  await expect(box).toHaveValue('陈伟');
  await page.keyboard.press('Escape');
});

test('a form keeps every character, and keys of the input method neither leave the field nor save', async () => {
  const { page } = workbench;
  await openList(page, 'person');
  await shownPage(page)
    .getByRole('button', { name: zh('record.add'), exact: true })
    .click();
  const name = fieldInput(page, 'name');
  await expect(name).toBeFocused();
  await compose(['o', 'ou', 'ouy', 'ouya', 'ouyan', 'ouyang']);
  await pressInComposition('Enter');
  await expect(name).toBeFocused();
  await expect(name).toHaveValue('ouyang');
  await commit('欧阳');
  await compose(['n', 'na', 'nan']);
  await pressInComposition('Escape');
  await commit('娜');

  await expect(name).toBeFocused();
  await expect(name).toHaveValue('欧阳娜');
  await expect(page.getByText(/个栏目需要改好后才能保存/)).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(fieldInput(page, 'doc_type')).toBeFocused();
  await expect(name).toHaveValue('欧阳娜');
});

test('a choice is narrowed by a composed word', async () => {
  const { page } = workbench;
  await fieldInput(page, 'ethnic').focus();
  await compose(['z', 'zh', 'zhu', 'zhua', 'zhuan', 'zhuang']);
  await pressInComposition('Enter');
  await expect(fieldInput(page, 'ethnic')).toBeFocused();
  await commit('壮');
  await expect(page.locator('.ant-select-item-option-active')).toHaveText('壮族');
  await page.keyboard.press('Enter');

  await expect(shownPage(page).locator('[data-field=ethnic]')).toContainText('壮族');
  await expect(fieldInput(page, 'phone')).toBeFocused();
});

/** The word being built, letter by letter, as the page sees it. */
async function compose(states: readonly string[]): Promise<void> {
  for (const text of states) {
    await keyboard.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
}

/** The chosen word takes the place of the letters. */
async function commit(text: string): Promise<void> {
  await keyboard.send('Input.insertText', { text });
}

/** A key the input method keeps for itself. */
async function pressInComposition(key: 'Enter' | 'Escape'): Promise<void> {
  const press = { key, code: key, windowsVirtualKeyCode: 229 } as const;
  await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...press });
  await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press });
}
