import { describe, expect, test } from 'vitest';
import type { TabTarget } from '../../renderer/app/tab-target.ts';
import { afterTabAction, firstTabs, homeTab } from '../../renderer/app/tabs.ts';
import type { TabAction, Tabs } from '../../renderer/app/tabs.ts';

const after = (...actions: readonly TabAction[]): Tabs => actions.reduce(afterTabAction, firstTabs);
const list = (ledger: string, where = {}): TabTarget => ({ kind: 'list', ledger, where, sort: null });
const record = (id: string): TabTarget => ({ kind: 'record', ledger: 'person', id, field: null });
const open = (target: TabTarget): TabAction => ({ do: 'open', target });
const targets = (tabs: Tabs) => tabs.open.map((tab) => tab.target);
const active = (tabs: Tabs) => tabs.open.find((tab) => tab.id === tabs.active);

describe('tabs', () => {
  test('opening what is open goes to its tab', () => {
    const tabs = after(open(list('person')), open(list('unit')), open(list('person')));
    expect(tabs.open).toHaveLength(3);
    expect(active(tabs)?.target).toEqual(list('person'));
  });

  test('a new tab stands behind the one it was opened from', () => {
    const tabs = after(
      open(list('person')),
      open(list('unit')),
      { do: 'activate', id: homeTab },
      open(record('a')),
    );
    expect(targets(tabs).slice(1)).toEqual([record('a'), list('person'), list('unit')]);
  });

  test('every new record has a tab of its own', () => {
    const fresh: TabTarget = { kind: 'new', ledger: 'person', values: {} };
    expect(after(open(fresh), open(fresh)).open).toHaveLength(3);
  });

  test('a list opened with a filter shows the filter and starts afresh', () => {
    const tabs = after(open(list('person')), open(list('person', { name: '张' })));
    expect(active(tabs)?.target).toEqual(list('person', { name: '张' }));
    expect(active(tabs)?.round).toBe(1);
  });

  test('a plain visit leaves the filter of an open list', () => {
    const tabs = after(open(list('person', { name: '张' })), open(list('unit')), open(list('person')));
    expect(active(tabs)).toMatchObject({ target: list('person', { name: '张' }), round: 0 });
  });

  test('a tab with unsaved entries is never replaced', () => {
    const tabs = after(
      open(record('a')),
      { do: 'unsaved', id: 'tab1', holder: 'form', held: { what: '', save: null } },
      open({ kind: 'record', ledger: 'person', id: 'a', field: 'phone' }),
    );
    expect(active(tabs)).toMatchObject({ round: 0, unsaved: [{ holder: 'form', what: '', save: null }] });
  });

  test('closing goes back to the tab used before', () => {
    const tabs = after(
      open(list('person')),
      open(list('unit')),
      open(record('a')),
      { do: 'activate', id: 'tab1' },
      {
        do: 'close',
        id: 'tab1',
      },
    );
    expect(active(tabs)?.target).toEqual(record('a'));
  });

  test('closing a tab behind leaves the shown one', () => {
    const tabs = after(open(list('person')), open(list('unit')), { do: 'close', id: 'tab1' });
    expect(active(tabs)?.target).toEqual(list('unit'));
    expect(tabs.open).toHaveLength(2);
  });

  test('the home tab stays', () => {
    expect(after({ do: 'close', id: homeTab })).toEqual(firstTabs);
  });

  test('stepping goes round', () => {
    expect(after(open(list('person')), { do: 'step', by: 1 }).active).toBe(homeTab);
    expect(after(open(list('person')), open(list('unit')), { do: 'step', by: -1 }).active).toBe('tab1');
  });

  test('a title given by the page is shown until the tab shows something else', () => {
    const titled = after(open(list('person')), { do: 'title', id: 'tab1', title: '重点人员' });
    expect(active(titled)?.title).toBe('重点人员');
    expect(active(afterTabAction(titled, open(list('person', { name: '张' }))))?.title).toBeNull();
  });
});
