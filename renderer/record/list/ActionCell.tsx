import { MoreOutlined } from '@ant-design/icons';
import type { CustomCellRendererProps } from 'ag-grid-react';
import type { ReactNode } from 'react';
import { useText } from '../../text/index.ts';
import { useListSurface } from './list-context.ts';
import type { Row } from './use-rows.ts';

/** The "…" at the end of a row. The same menu opens with the right mouse button and the menu key. */
export function ActionCell({ data }: CustomCellRendererProps<Row>): ReactNode {
  const { t } = useText();
  const { openMenu } = useListSurface();
  if (data === undefined) return null;
  return (
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
  );
}
