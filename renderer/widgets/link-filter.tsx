import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../text/index.ts';
import { BlankFilter } from './blank-filter.tsx';
import { asValues } from './filter-entry.ts';
import { useLinkPicker, useLinkTitle, type LinkOption } from './use-link.ts';
import type { FilterProps } from './widget.ts';

/** Filter of `link`, `address` and `grid`: rows that point to one chosen record. */
export function LinkFilter(props: FilterProps): ReactNode {
  const { t } = useText();
  const target = props.field.target ?? '';
  const id = asValues(props.value)[0] ?? null;
  const title = useLinkTitle(target, id, undefined);
  const { options, takeWhenFound, select } = useLinkPicker(target, props.onChange);
  const shown =
    id === null || options.some((o) => o.value === id)
      ? options
      : [{ value: id, label: title, detail: '' }, ...options];
  return (
    <div className="widget-filter" onKeyDownCapture={takeWhenFound}>
      <Select<string, LinkOption>
        {...select}
        autoFocus
        className="widget-full"
        allowClear
        value={id}
        options={shown}
        placeholder={t('widget.searchRecord')}
        aria-label={t('widget.searchRecord')}
        onChange={(next: string | undefined) => {
          props.onChange(next);
        }}
      />
      <BlankFilter {...props} />
    </div>
  );
}
