import { Input, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { useText } from '../text/index.ts';
import { BlankFilter } from './blank-filter.tsx';
import { asCriterion } from './filter-entry.ts';
import type { FilterProps } from './widget.ts';

type Mode = 'contains' | 'starts';

/** Filter of texts and numbers written as text: contains or starts with; ids and phones begin with "starts". */
export function TextFilter(props: FilterProps): ReactNode {
  return <WordFilter {...props} first="contains" />;
}

/** Filter of ids, phones and codes: they are looked up from their head. */
export function CodeFilter(props: FilterProps): ReactNode {
  return <WordFilter {...props} first="starts" />;
}

function WordFilter(props: FilterProps & { readonly first: Mode }): ReactNode {
  const { t } = useText();
  const criterion = asCriterion(props.value);
  const [mode, setMode] = useState<Mode>(
    criterion.contains === undefined && criterion.starts !== undefined ? 'starts' : props.first,
  );
  const text = criterion[mode] ?? '';
  const apply = (next: Mode, word: string): void => {
    props.onChange(word.trim() === '' ? undefined : { [next]: word.trim() });
  };
  return (
    <div className="widget-filter">
      <Segmented<Mode>
        size="small"
        value={mode}
        options={[
          { value: 'contains', label: t('widget.contains') },
          { value: 'starts', label: t('widget.starts') },
        ]}
        onChange={(next) => {
          setMode(next);
          apply(next, text);
        }}
      />
      <Input
        autoFocus
        allowClear
        defaultValue={text}
        aria-label={t('widget.filterText')}
        placeholder={t('widget.filterText')}
        onChange={(event) => {
          apply(mode, event.target.value);
        }}
      />
      <BlankFilter {...props} />
    </div>
  );
}
