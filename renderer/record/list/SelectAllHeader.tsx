import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../../text/index.ts';
import { useListSurface } from './list-context.ts';

/** Tick in the head: selects everything the filter shows, loaded or not. */
export function SelectAllHeader(): ReactNode {
  const { t } = useText();
  const { selection } = useListSurface();
  return (
    <Checkbox
      checked={selection.isAll}
      indeterminate={!selection.isAll && selection.rows.length > 0}
      aria-label={t('record.selectAll')}
      onChange={(event) => {
        if (event.target.checked) selection.selectAll();
        else selection.clear();
      }}
    />
  );
}
