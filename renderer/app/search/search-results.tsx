import { useEffect, useRef } from 'react';
import { FailureNotice } from '../../ui/index.ts';
import { ledgerOf, shortTitle, useTown } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import type { TextKey } from '../../text/index.ts';
import type { NamedLedgers } from './ledgers-named.ts';
import { ListOptions } from './list-options.tsx';
import { Marked } from './marked.tsx';
import { Option, type OptionProperties } from './option.tsx';
import type { Hit, HitGroup, SearchOption } from './search-groups.ts';
import type { Found } from './use-search.ts';

interface Properties {
  readonly id: string;
  readonly text: string;
  readonly found: Found | null;
  readonly groups: readonly HitGroup[];
  readonly lists: NamedLedgers;
  readonly activeKey: string | null;
  readonly onChoose: (option: SearchOption) => void;
}

/** What hangs under the search box: hints, results by ledger, or why there are none. */
export function SearchResults({ id, text, found, groups, lists, activeKey, onChoose }: Properties) {
  const { t, label } = useText();
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    panel.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [activeKey]);
  const named = lists.byName.length + lists.byInitials.length;
  const total = groups.reduce((sum, group) => sum + group.hits.length, named);
  const listsOf = (ledgers: NamedLedgers['byName']) => (
    <ListOptions
      id={id}
      ledgers={ledgers}
      text={found?.text ?? ''}
      activeKey={activeKey}
      onChoose={onChoose}
    />
  );
  return (
    // The pointer must not take the focus from the box, or the panel closes under it.
    <div
      className="search-panel"
      ref={panel}
      role="presentation"
      onMouseDown={(event) => event.preventDefault()}
    >
      <span className="visually-hidden" role="status">
        {found?.result ? t('search.count', { count: total }) : ''}
      </span>
      {text.trim() === '' && <Hints />}
      {found?.failure && <FailureNotice failure={found.failure} />}
      {found?.result && total === 0 && <Nothing text={found.text} />}
      <div id={id} role="listbox" aria-label={t('search.results')}>
        {listsOf(lists.byName)}
        {groups.map((group) => (
          <div key={group.ledger.id} role="group" aria-label={label(group.ledger.label)}>
            <div className="search-group" aria-hidden>
              {label(group.ledger.label)}
            </div>
            {group.hits.map((hit) => (
              <HitOption
                key={hit.id}
                id={`${id}-${hit.ledger}-${hit.id}`}
                hit={hit}
                text={found?.text ?? ''}
                isActive={activeKey === `${hit.ledger}-${hit.id}`}
                onChoose={() => onChoose({ kind: 'hit', key: hit.id, hit })}
              />
            ))}
            {group.hasMore && (
              <Option
                id={`${id}-${group.ledger.id}-more`}
                isActive={activeKey === `${group.ledger.id}-more`}
                onChoose={() => onChoose({ kind: 'more', key: group.ledger.id, group })}
              >
                <span className="search-more">{t('search.more', { ledger: label(group.ledger.label) })}</span>
              </Option>
            )}
          </div>
        ))}
        {listsOf(lists.byInitials)}
      </div>
    </div>
  );
}

type HitProperties = Omit<OptionProperties, 'children'> & { readonly hit: Hit; readonly text: string };

function HitOption({ hit, text, ...option }: HitProperties) {
  const { t, label } = useText();
  const ledger = ledgerOf(hit.ledger);
  const field = ledger?.fields[hit.matched];
  const isTitle = ledger?.title[0] === hit.matched;
  const title = shortTitle(hit.ledger, hit.title, useTown());
  return (
    <Option {...option}>
      <span className="search-title" title={hit.title}>
        <Marked words={title} text={text} />
      </span>
      <span className="search-subtitle">
        <Marked words={hit.subtitle} text={text} />
      </span>
      {field !== undefined && !isTitle && (
        <span className="search-matched">{t('search.matched', { field: label(field.label) })}</span>
      )}
    </Option>
  );
}

const hints: readonly { readonly text: TextKey; readonly sample: TextKey }[] = [
  { text: 'search.hint.name', sample: 'search.sample.name' },
  { text: 'search.hint.pinyin', sample: 'search.sample.pinyin' },
  { text: 'search.hint.number', sample: 'search.sample.number' },
  { text: 'search.hint.address', sample: 'search.sample.address' },
  { text: 'search.hint.unit', sample: 'search.sample.unit' },
  { text: 'search.hint.grid', sample: 'search.sample.grid' },
  { text: 'search.hint.list', sample: 'search.sample.list' },
  { text: 'search.hint.several', sample: 'search.sample.several' },
];

function Hints() {
  const { t } = useText();
  return (
    <div className="search-hints">
      <p>{t('search.hint.title')}</p>
      <ul>
        {hints.map((hint) => (
          <li key={hint.text}>
            <span>{t(hint.text)}</span>
            <span className="search-sample">{t(hint.sample)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Nothing({ text }: { readonly text: string }) {
  const { t } = useText();
  return (
    <div className="search-hints">
      <p>{t('search.none', { text })}</p>
      <p className="soft">{t('search.none.hint')}</p>
    </div>
  );
}
