import { Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../../text/index.ts';
import { endingKey } from '../page/ending.ts';
import { useListSurface } from './list-context.ts';
import type { OpenDialog } from './RecordDialogs.tsx';
import type { Row } from './use-rows.ts';

export interface RowMenuPlace {
  readonly row: Row;
  /** Pixels of the window. */
  readonly x: number;
  readonly y: number;
}

/** What can be done with one row. */
export function RowMenu(props: {
  readonly place: RowMenuPlace;
  readonly onDialog: (dialog: OpenDialog) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useText();
  const { ledger, openRow } = useListSurface();
  const { row, x, y } = props.place;
  const actions: Readonly<Record<string, () => void>> = {
    open: () => {
      openRow(row);
    },
    print: () => {
      props.onDialog({ kind: 'print-record', id: row.id });
    },
    end: () => {
      props.onDialog({ kind: 'end', rows: [row] });
    },
  };
  return (
    <Dropdown
      open
      autoFocus
      trigger={['click']}
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
      menu={{
        items: [
          { key: 'open', label: t('record.open') },
          { key: 'print', label: t('record.print') },
          { type: 'divider' },
          { key: 'end', label: t(endingKey(ledger)), danger: true, disabled: row.removed },
        ],
        onClick: ({ key }) => {
          props.onClose();
          actions[key]?.();
        },
      }}
    >
      <span className="list-menu-place" style={{ left: x, top: y }} />
    </Dropdown>
  );
}
