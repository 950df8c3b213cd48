import { expect, test } from 'vitest';
import type { TabTarget } from '../../renderer/app/tab-target.ts';
import { afterTabAction, firstTabs, homeTab } from '../../renderer/app/tabs.ts';
import type { Held, TabAction } from '../../renderer/app/tabs.ts';
import { savingAll, unsavedWork } from '../../renderer/app/unsaved-work.ts';
import type { Job } from '../../renderer/data/window-data.ts';
import { oneOf } from '../../renderer/text/one-of.ts';
import { sayWith } from '../../renderer/text/say.ts';
import { startTexts } from '../../renderer/text/start-texts.ts';

const texts = {
  t: sayWith(startTexts('zh')),
  label: (text: { readonly zh: string }) => text.zh,
  one: (text: { readonly zh: string; readonly en: string }) => oneOf(text, 'zh'),
};
const after = (...actions: readonly TabAction[]) => actions.reduce(afterTabAction, firstTabs);
const open = (target: TabTarget): TabAction => ({ do: 'open', target });
const hold = (id: string, holder: string, held: string | Held | null): TabAction => ({
  do: 'unsaved',
  id,
  holder,
  held: typeof held === 'string' ? { what: held, save: null } : held,
});
const codes = open({ kind: 'screen', screen: 'codes' });
const imports = open({ kind: 'import', ledger: null });
const job = (kind: Job['kind'], state: Job['state']): Job => ({
  id: `${kind} ${state}`,
  kind,
  state,
  done: 0,
  total: 0,
  phase: null,
  startedAt: '2026-11-27T01:00:00.000Z',
  result: null,
  failure: null,
});

test('what is not saved is told by its page, and by its own name where it has one', () => {
  const tabs = after(codes, hold('tab1', 'a', '案件类别'), imports, hold('tab2', 'b', ''));
  expect(unsavedWork(tabs, [], texts)).toEqual({
    entries: ['代码表：案件类别', '导入表格'],
    jobs: [],
    tab: 'tab2',
    saves: null,
  });
});

test('a page and the dialog before it are told apart, and what is saved is not told', () => {
  const both = after(codes, hold('tab1', 'page', ''), hold('tab1', 'dialog', '注销'));
  expect(unsavedWork(both, [], texts).entries).toEqual(['代码表', '代码表：注销']);
  const closed = afterTabAction(both, hold('tab1', 'dialog', null));
  expect(unsavedWork(closed, [], texts).entries).toEqual(['代码表']);
  expect(unsavedWork(afterTabAction(closed, hold('tab1', 'page', null)), [], texts)).toEqual({
    entries: [],
    jobs: [],
    tab: null,
    saves: null,
  });
});

test('who stays is brought to the shown page where it holds something, else to the first that does', () => {
  const tabs = after(codes, hold('tab1', 'a', ''), imports, hold('tab2', 'b', ''));
  expect(unsavedWork(tabs, [], texts).tab).toBe('tab2');
  expect(unsavedWork(afterTabAction(tabs, { do: 'activate', id: homeTab }), [], texts).tab).toBe('tab1');
});

test('running work is told, what has ended and what the program does by itself is not', () => {
  const jobs = [job('import', 'running'), job('export', 'done'), job('figures', 'running')];
  expect(unsavedWork(firstTabs, jobs, texts)).toEqual({
    entries: [],
    jobs: ['导入'],
    tab: null,
    saves: null,
  });
});

test('saying the same again leaves the tabs as they are', () => {
  const tabs = after(codes, hold('tab1', 'a', ''));
  expect(afterTabAction(tabs, hold('tab1', 'a', ''))).toBe(tabs);
  expect(afterTabAction(tabs, hold('tab1', 'other', null))).toBe(tabs);
});

test('saving is offered where all of it is one press, and not while work is running', () => {
  const saved = () => Promise.resolve(true);
  const tabs = after(codes, hold('tab1', 'a', { what: '', save: saved }));
  expect(unsavedWork(tabs, [], texts).saves).toEqual([{ tab: 'tab1', save: saved }]);
  expect(unsavedWork(tabs, [job('export', 'running')], texts).saves).toBeNull();
  expect(unsavedWork(afterTabAction(tabs, hold('tab1', 'dialog', '注销')), [], texts).saves).toBeNull();
});

test('what cannot be saved ends the saving, and its tab is told', async () => {
  const done: string[] = [];
  const answers = (name: string, isSaved: boolean) => () => {
    done.push(name);
    return Promise.resolve(isSaved);
  };
  const saves = [
    { tab: 'tab1', save: answers('first', true) },
    { tab: 'tab2', save: answers('second', false) },
    { tab: 'tab3', save: answers('third', true) },
  ];
  const left: string[] = [];
  expect(await savingAll({ saves }, (tab) => void left.push(tab))?.()).toBe(false);
  expect([done, left]).toEqual([['first', 'second'], ['tab2']]);
  expect(await savingAll({ saves: saves.slice(0, 1) }, (tab) => void left.push(tab))?.()).toBe(true);
  expect(left).toEqual(['tab2']);
});
