import { SearchOutlined } from '@ant-design/icons';
import { useId, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, Ref, RefObject } from 'react';
import { ask, useOpenLedgers } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { useNavigation } from '../navigation.ts';
import { canFilterList, linesOf, whereOfMore } from './search-groups.ts';
import type { SearchOption } from './search-groups.ts';
import { searchKey } from './search-key.ts';
import { SearchResults } from './search-results.tsx';
import { FIRST_HITS, useSearch } from './use-search.ts';

/** What the shell may do with the box. */
export interface SearchHandle {
  readonly focus: () => void;
}

/** Longest text the search takes. */
const LONGEST_TEXT = 100;
/** Hits asked for when somebody wants more than a filtered list can show. */
const MANY_HITS = 200;

/** The one search box: results grouped by ledger under it, arrows choose, Enter opens, Esc leaves. */
export function SearchBox({ handle }: { readonly handle: Ref<SearchHandle> }) {
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  const box = useBox(input);
  const active = box.options[box.at];
  useImperativeHandle(handle, () => ({
    focus: () => {
      input.current?.focus();
      input.current?.select();
      // Focus that was there already tells nobody.
      box.open();
    },
  }));
  return (
    <div className="search" role="search">
      <SearchOutlined className="search-icon" aria-hidden />
      <input
        ref={input}
        className="search-input"
        role="combobox"
        aria-label={t('search.label')}
        aria-expanded={box.isOpen}
        aria-controls={list}
        aria-autocomplete="list"
        {...(box.isOpen && active !== undefined ? { 'aria-activedescendant': `${list}-${active.key}` } : {})}
        placeholder={t('search.placeholder')}
        maxLength={LONGEST_TEXT}
        spellCheck={false}
        autoComplete="off"
        value={box.text}
        onChange={(event) => box.write(event.target.value)}
        onCompositionStart={() => box.compose(true)}
        onCompositionEnd={() => box.compose(false)}
        onFocus={box.open}
        onClick={box.open}
        onBlur={box.close}
        onKeyDown={box.onKeyDown}
      />
      <kbd className="search-key" aria-hidden>
        Ctrl K
      </kbd>
      {box.isOpen && (
        <SearchResults
          id={list}
          text={box.text}
          found={box.found}
          groups={box.groups}
          lists={box.lists}
          activeKey={active?.key ?? null}
          onChoose={box.choose}
        />
      )}
    </div>
  );
}

/** State of the box. Text is looked for only outside composition, so an input method never loses a character. */
function useBox(input: RefObject<HTMLInputElement | null>) {
  const navigation = useNavigation();
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [isComposing, setComposing] = useState(false);
  const [settled, setSettled] = useState('');
  const [limit, setLimit] = useState(FIRST_HITS);
  const [cursor, setCursor] = useState({ text: '', at: 0 });
  const found = useSearch(isOpen ? settled : null, limit);
  const { ordered } = useOpenLedgers();
  const { groups, lists, options } = useMemo(
    () => linesOf(found ?? { text: '', result: null }, found === null ? [] : ordered),
    [found, ordered],
  );
  const at = found?.text === cursor.text ? cursor.at : 0;
  const write = (next: string) => {
    setText(next);
    setOpen(true);
    setLimit(FIRST_HITS);
    if (!isComposing) setSettled(next);
  };
  const compose = (isStarting: boolean) => {
    setComposing(isStarting);
    if (!isStarting) setSettled(input.current?.value ?? '');
  };
  const choose = (option: SearchOption) => {
    if (option.kind === 'more' && !canFilterList(settled)) {
      setLimit(MANY_HITS);
      return;
    }
    setOpen(false);
    if (option.kind === 'list') navigation.openList(option.ledger.id);
    else if (option.kind === 'hit') navigation.openRecord(option.hit.ledger, option.hit.id);
    else
      navigation.openList(option.group.ledger.id, {
        where: whereOfMore(option.group, found?.text ?? settled),
      });
    input.current?.blur();
  };
  /** Enter came before the answer: opens the first line of the answer to what was typed. */
  const openFirst = async (wanted: string) => {
    if (wanted === '') return;
    const reply = await ask('search.find', { text: wanted, limit: FIRST_HITS });
    const isWanted = input.current === document.activeElement && input.current?.value.trim() === wanted;
    const [first] = reply.ok ? linesOf({ text: wanted, result: reply.value }, ordered).options : [];
    if (isWanted && first !== undefined) choose(first);
  };
  const chooseMarked = () => {
    const option = options[at];
    if (found?.text !== settled.trim() || found.failure !== null) void openFirst(settled.trim());
    else if (option !== undefined) choose(option);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While composing, Enter and the arrows belong to the input method.
    if (event.nativeEvent.isComposing || isComposing) return;
    const taken = searchKey(event.key, { at, count: options.length, isOpen });
    if (taken === null) return;
    event.preventDefault();
    if (taken === 'close') leave(isOpen);
    else if (taken === 'open') open();
    else if (taken === 'choose') chooseMarked();
    else setCursor({ text: found?.text ?? '', at: taken });
  };
  const leave = (wasOpen: boolean) => {
    setOpen(false);
    if (!wasOpen) input.current?.blur();
  };
  const open = () => setOpen(true);
  const close = () => setOpen(false);
  return { text, isOpen, at, found, groups, lists, options, write, compose, choose, onKeyDown, open, close };
}
