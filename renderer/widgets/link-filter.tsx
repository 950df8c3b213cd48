import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../text/index.ts';
import { BlankFilter } from './blank-filter.tsx';
import { asValues } from './filter-entry.ts';
import { useLinkOptions, useLinkTitle, type LinkOption } from './use-link.ts';
import type { FilterProps } from './widget.ts';

/** Filter of `link`, `address` and `grid`: rows that point to one chosen record. */
export function LinkFilter(props: FilterProps): ReactNode {
  const { t } = useText();
  const target = props.field.target ?? '';
  const id = asValues(props.value)[0] ?? null;
  const title = useLinkTitle(target, id, undefined);
  const { options, look } = useLinkOptions(target);
  const shown =
    id === null || options.some((o) => o.value === id)
      ? options
      : [{ value: id, label: title, detail: '' }, ...options];
  return (
    <div className="widget-filter">
      <Select<string, LinkOption>
        autoFocus
        className="widget-full"
        showSearch={{ filterOption: false, onSearch: look }}
        allowClear
        value={id}
        options={shown}
        placeholder={t('widget.searchRecord')}
        aria-label={t('widget.searchRecord')}
        onOpenChange={(open) => {
          if (open) look('');
        }}
        onChange={(next: string | undefined) => {
          props.onChange(next);
        }}
      />
      <BlankFilter {...props} />
    </div>
  );
}
