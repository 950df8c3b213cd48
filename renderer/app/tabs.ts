import { tabKey } from './tab-target.ts';
import type { TabTarget } from './tab-target.ts';

/** An open tab. */
export interface Tab {
  /** Unique among open tabs. */
  readonly id: string;
  readonly target: TabTarget;
  /** Raised when the same tab is opened for something else (other filter), so that its content starts afresh. */
  readonly round: number;
  /** Given by the content; `null` = the workspace names it from the target. */
  readonly title: string | null;
  /** What would be lost with it; empty = nothing. */
  readonly unsaved: readonly Unsaved[];
}

/** Something entered or begun that is not saved. */
export interface Unsaved {
  /** Unique among all that hold something. */
  readonly holder: string;
  /** Names it beside the title of its tab; empty = the title says it. */
  readonly what: string;
  /** Saves it as its own button does and answers whether it is saved; `null` where that takes more than one press. */
  readonly save: (() => Promise<boolean>) | null;
}

/** What a holder says of what it holds. */
export type Held = Omit<Unsaved, 'holder'>;

/** Open tabs in the order of the strip; the home tab is always the first and stays. */
export interface Tabs {
  readonly open: readonly Tab[];
  readonly active: string;
  /** Ids in the order of last use, newest last; the tab to go back to when one is closed. */
  readonly used: readonly string[];
  readonly next: number;
}

export type TabAction =
  | { readonly do: 'open'; readonly target: TabTarget }
  | { readonly do: 'activate'; readonly id: string }
  | { readonly do: 'close'; readonly id: string }
  | { readonly do: 'title'; readonly id: string; readonly title: string }
  /** `held` = `null`: the holder holds nothing any more. */
  | { readonly do: 'unsaved'; readonly id: string; readonly holder: string; readonly held: Held | null }
  | { readonly do: 'step'; readonly by: 1 | -1 };

/** Id of the tab that cannot be closed. */
export const homeTab = 'home';

/** What a window starts with. */
export const firstTabs: Tabs = {
  open: [{ id: homeTab, target: { kind: 'screen', screen: 'home' }, round: 0, title: null, unsaved: [] }],
  active: homeTab,
  used: [homeTab],
  next: 1,
};

/** True while something would be lost with the tab. */
export const isUnsaved = (tab: Tab): boolean => tab.unsaved.length > 0;

/** The tabs after an action; pure. */
export function afterTabAction(tabs: Tabs, action: TabAction): Tabs {
  switch (action.do) {
    case 'open':
      return opened(tabs, action.target);
    case 'activate':
      return activated(tabs, action.id);
    case 'close':
      return closed(tabs, action.id);
    case 'title':
      return changed(tabs, action.id, { title: action.title });
    case 'unsaved':
      return afterHolder(tabs, action);
    case 'step':
      return stepped(tabs, action.by);
  }
}

function opened(tabs: Tabs, target: TabTarget): Tabs {
  const key = tabKey(target);
  const there = tabs.open.find((tab) => key !== null && tabKey(tab.target) === key);
  if (there !== undefined) return activated(retargeted(tabs, there, target), there.id);
  const tab: Tab = { id: `tab${tabs.next}`, target, round: 0, title: null, unsaved: [] };
  const behind = tabs.open.findIndex((other) => other.id === tabs.active) + 1;
  const open = [...tabs.open.slice(0, behind), tab, ...tabs.open.slice(behind)];
  return activated({ ...tabs, open, next: tabs.next + 1 }, tab.id);
}

/** A plain visit leaves the tab as it was; a visit with a filter, a sort or a field shows that. Unsaved work stays. */
function retargeted(tabs: Tabs, tab: Tab, target: TabTarget): Tabs {
  if (isUnsaved(tab) || isPlain(target)) return tabs;
  // A screen moves among its own parts without telling, so that only a list or a record is known to show this already.
  if (target.kind !== 'screen' && JSON.stringify(tab.target) === JSON.stringify(target)) return tabs;
  return changed(tabs, tab.id, { target, round: tab.round + 1, title: null });
}

function isPlain(target: TabTarget): boolean {
  if (target.kind === 'list') return Object.keys(target.where).length === 0 && target.sort === null;
  if (target.kind === 'record') return target.field === null;
  if (target.kind === 'screen') return target.part === undefined;
  return target.kind !== 'import' || target.ledger === null;
}

function activated(tabs: Tabs, id: string): Tabs {
  if (!tabs.open.some((tab) => tab.id === id)) return tabs;
  return { ...tabs, active: id, used: [...tabs.used.filter((other) => other !== id), id] };
}

function closed(tabs: Tabs, id: string): Tabs {
  if (id === homeTab) return tabs;
  const open = tabs.open.filter((tab) => tab.id !== id);
  const used = tabs.used.filter((other) => other !== id);
  const active = tabs.active === id ? (used.at(-1) ?? homeTab) : tabs.active;
  return { ...tabs, open, used, active };
}

function changed(tabs: Tabs, id: string, change: Partial<Omit<Tab, 'id'>>): Tabs {
  return { ...tabs, open: tabs.open.map((tab) => (tab.id === id ? { ...tab, ...change } : tab)) };
}

/** Holders come and go by themselves: a form and the dialog before it do not speak for each other. */
function afterHolder(tabs: Tabs, { id, holder, held }: Extract<TabAction, { do: 'unsaved' }>): Tabs {
  const before = tabs.open.find((tab) => tab.id === id)?.unsaved ?? [];
  const known = before.find((one) => one.holder === holder);
  if (known?.what === held?.what && known?.save === held?.save) return tabs;
  const others = before.filter((one) => one !== known);
  return changed(tabs, id, { unsaved: held === null ? others : [...others, { holder, ...held }] });
}

function stepped(tabs: Tabs, by: 1 | -1): Tabs {
  const at = tabs.open.findIndex((tab) => tab.id === tabs.active);
  const to = tabs.open[(at + by + tabs.open.length) % tabs.open.length];
  return to === undefined ? tabs : activated(tabs, to.id);
}
