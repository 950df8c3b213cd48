import { areaGroups } from '../data/index.ts';
import type { KeyGroup } from '../ui/index.ts';
import type { TabTarget } from './tab-target.ts';

/** Keys that work on a tab: its own first, then those of the shell. */
export function keysOf(target: TabTarget): readonly KeyGroup[] {
  if (target.kind === 'list') return [list, everywhere];
  if (target.kind === 'record') return [record, form, everywhere];
  if (target.kind === 'new') return [form, everywhere];
  if (target.kind === 'screen' && target.screen === 'duty') return [duty, everywhere];
  if (target.kind === 'screen' && target.screen === 'calendar') return [calendar, everywhere];
  return [everywhere];
}

const areasWithKey = Math.min(areaGroups.length, 9);

const everywhere: KeyGroup = {
  title: 'keys.everywhere',
  keys: [
    { keys: 'Ctrl + K', text: 'keys.search' },
    { keys: `Alt + 1 … ${areasWithKey}`, text: 'keys.areas', args: { count: areasWithKey } },
    { keys: 'Alt + 0', text: 'nav.exchange' },
    { keys: 'Ctrl + Tab', text: 'keys.next-tab' },
    { keys: 'Ctrl + Shift + Tab', text: 'keys.previous-tab' },
    { keys: 'Ctrl + W', text: 'keys.close-tab' },
    { keys: 'Esc', text: 'keys.escape' },
    { keys: 'Ctrl + Shift + L', text: 'keys.lock' },
    { keys: 'F1', text: 'keys.help' },
  ],
};

const list: KeyGroup = {
  title: 'keys.list',
  keys: [
    { keys: '↑ ↓', text: 'keys.list.move' },
    { keys: 'Enter', text: 'keys.list.open' },
    { keys: 'Space', text: 'keys.list.select' },
    { keys: 'Ctrl + A', text: 'keys.list.select-all' },
    { keys: 'Ctrl + C', text: 'keys.list.copy' },
    { keys: 'Enter', text: 'keys.list.sort' },
    { keys: 'Alt + ↓', text: 'keys.list.filter' },
  ],
};

const record: KeyGroup = {
  title: 'keys.record',
  keys: [
    { keys: 'F2', text: 'keys.record.edit' },
    { keys: 'Esc', text: 'keys.record.back' },
  ],
};

const form: KeyGroup = {
  title: 'keys.form',
  keys: [
    { keys: 'Enter', text: 'keys.form.next' },
    { keys: 'Ctrl + S', text: 'keys.form.save' },
    { keys: 'Ctrl + Enter', text: 'keys.form.save-new' },
    { keys: 'Esc', text: 'keys.form.leave' },
  ],
};

const calendar: KeyGroup = {
  title: 'keys.calendar',
  keys: [
    { keys: '← ↑ ↓ →', text: 'keys.calendar.move' },
    { keys: 'Enter', text: 'keys.calendar.open' },
    { keys: 'PageUp / PageDown', text: 'keys.calendar.page' },
    { keys: 'Home', text: 'keys.calendar.today' },
  ],
};

const duty: KeyGroup = {
  title: 'keys.duty',
  keys: [
    { keys: '← ↑ ↓ →', text: 'keys.duty.move' },
    { keys: 'Enter', text: 'keys.duty.look' },
    { keys: 'Esc', text: 'keys.duty.close' },
    { keys: 'Ctrl + Z', text: 'keys.duty.undo' },
  ],
};
