import { MoreOutlined } from '@ant-design/icons';
import type { CustomCellRendererProps } from 'ag-grid-react';
import type { ReactNode } from 'react';
import { useText } from '../../text/index.ts';
import { RowStateMark } from '../state/StateMark.tsx';
import { useListSurface } from './list-context.ts';
import type { Row } from './use-rows.ts';

/** How far the row has come, and the "…" at its end. The same menu opens with the right mouse button and the menu key. */
export function ActionCell({ data }: CustomCellRendererProps<Row>): ReactNode {
  const { t } = useText();
  const { openMenu, states } = useListSurface();
  if (data === undefined) return null;
  return (
    <span className="row-state-cell">
      {states === null ? null : <RowStateMark states={states} id={data.id} />}
      <button
        type="button"
        tabIndex={-1}
        className="list-more"
        aria-label={t('record.rowActions')}
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          openMenu(data, { x: box.left, y: box.bottom });
        }}
      >
        <MoreOutlined aria-hidden />
      </button>
    </span>
  );
}
