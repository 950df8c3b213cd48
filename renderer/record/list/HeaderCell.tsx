import { CaretDownOutlined, CaretUpOutlined, FilterFilled, FilterOutlined } from '@ant-design/icons';
import type { CustomHeaderProps } from 'ag-grid-react';
import { Button, Popover } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useText } from '../../text/index.ts';
import { useDelayed, widgetOf, type FilterEntry } from '../../widgets/index.ts';
import { isSortable } from '../definition.ts';
import { useListSurface } from './list-context.ts';
import { useAriaSort } from './use-aria-sort.ts';
import { useHeadKeys } from './use-head-keys.ts';

/** Typing in a filter asks for rows once it pauses. */
const FILTER_AFTER_MS = 250;

/** Head of a column: a click or Enter sorts, the funnel or Alt+Down opens the filter of the field's kind. */
export function HeaderCell({ column, eGridHeader }: CustomHeaderProps): ReactNode {
  const { label } = useText();
  const { ledger, state } = useListSurface();
  const name = column.getColId();
  const field = ledger.fields[name];
  const current = state.sort ?? ledger.sort;
  const order = current === name ? 'ascending' : current === `-${name}` ? 'descending' : 'none';
  const canSort = field !== undefined && isSortable(field);
  const [isFilterOpen, setFilterOpen] = useState(false);
  const sort = (): void => {
    if (canSort) state.setSort(current === name ? `-${name}` : name);
  };
  useHeadKeys(eGridHeader, {
    sort,
    filter: () => {
      setFilterOpen(true);
    },
  });
  useAriaSort(eGridHeader, canSort ? order : null);
  if (field === undefined) return null;
  return (
    <div className={field.numeric ? 'list-head list-head-right' : 'list-head'}>
      <button
        type="button"
        tabIndex={-1}
        className="list-head-label"
        title={label(field.label)}
        disabled={!canSort}
        onClick={sort}
      >
        <span className="list-head-text">{label(field.label)}</span>
        {order === 'none' ? null : order === 'ascending' ? (
          <CaretUpOutlined aria-hidden />
        ) : (
          <CaretDownOutlined aria-hidden />
        )}
      </button>
      {widgetOf(field.kind).Filter === null ? null : (
        <HeadFilter
          name={name}
          isOpen={isFilterOpen}
          onOpen={(isOpen) => {
            setFilterOpen(isOpen);
            if (!isOpen) eGridHeader.focus();
          }}
        />
      )}
    </div>
  );
}

interface HeadFilterProps {
  readonly name: string;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

function HeadFilter({ name, isOpen, onOpen }: HeadFilterProps): ReactNode {
  const { t, label } = useText();
  const { ledger, state } = useListSurface();
  const field = ledger.fields[name];
  const Filter = field === undefined ? null : widgetOf(field.kind).Filter;
  const entry = state.where[name];
  if (field === undefined || Filter === null) return null;
  const title = t('record.filterBy', { field: label(field.label) });
  return (
    <Popover
      open={isOpen}
      onOpenChange={onOpen}
      trigger="click"
      placement="bottom"
      destroyOnHidden
      title={title}
      content={<PatientFilter Filter={Filter} name={name} />}
    >
      <Button
        type="text"
        size="small"
        tabIndex={-1}
        aria-label={title}
        aria-pressed={entry !== undefined}
        icon={
          entry === undefined ? (
            <FilterOutlined className="list-funnel" />
          ) : (
            <FilterFilled className="list-funnel-on" />
          )
        }
      />
    </Popover>
  );
}

/** Shows what is being typed at once, and hands it to the list when the typing pauses. */
function PatientFilter(props: {
  readonly Filter: NonNullable<ReturnType<typeof widgetOf>['Filter']>;
  readonly name: string;
}): ReactNode {
  const { ledger, state } = useListSurface();
  const { Filter, name } = props;
  const [draft, setDraft] = useState<FilterEntry | undefined>(state.where[name]);
  const apply = useDelayed(
    FILTER_AFTER_MS,
    (entry: FilterEntry | undefined) => {
      state.setFilter(name, entry);
    },
    // Whoever types and closes at once means what was typed.
    'run',
  );
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Opened by key, the keyboard goes with it; a filter that begins with a box to type into has taken it already.
    if (box.current?.contains(document.activeElement) === false)
      box.current.querySelector<HTMLElement>('input')?.focus();
  }, []);
  const field = ledger.fields[name];
  if (field === undefined) return null;
  return (
    <div ref={box}>
      <Filter
        ledger={ledger.id}
        name={name}
        field={field}
        value={draft}
        onChange={(entry) => {
          setDraft(entry);
          apply(entry);
        }}
      />
    </div>
  );
}
