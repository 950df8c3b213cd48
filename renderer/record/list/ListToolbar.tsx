import {
  BarChartOutlined,
  DownloadOutlined,
  FileDoneOutlined,
  PlusOutlined,
  PrinterOutlined,
  UploadOutlined,
} from '@ant-design/icons';
import { Button, Space } from 'antd';
import { type ReactNode } from 'react';
import { useListActions } from '../../app/list-actions.ts';
import { useNavigation } from '../../app/navigation.ts';
import { formatCount, useText } from '../../text/index.ts';
import { SensitiveMark } from '../../ui/index.ts';
import { ColumnButton } from './ColumnButton.tsx';
import { useListSurface } from './list-context.ts';
import type { OpenDialog } from './RecordDialogs.tsx';
import type { Scope } from './use-selection.ts';
import { ViewMenu } from './ViewMenu.tsx';

export interface ToolbarProps {
  /** `null` while it is being counted. */
  readonly total: { readonly total: number; readonly exact: boolean } | null;
  readonly scope: Scope;
  readonly onDialog: (dialog: OpenDialog) => void;
}

/** Name and size of the list on the left, what can be done with it on the right. */
export function ListToolbar({ total, scope, onDialog }: ToolbarProps): ReactNode {
  const { t, label } = useText();
  const { ledger } = useListSurface();
  const navigation = useNavigation();
  const own = useListActions(ledger.id);
  return (
    <div className="list-toolbar">
      <h1 className="list-title">{label(ledger.label)}</h1>
      <ListTotal total={total} />
      {ledger.sensitive ? <SensitiveMark /> : null}
      <Space size={8} className="list-actions">
        {own && <own.Buttons />}
        <Button
          type="primary"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => {
            navigation.openNew(ledger.id);
          }}
        >
          {t('record.add')}
        </Button>
        <Button
          icon={<UploadOutlined aria-hidden />}
          onClick={() => {
            navigation.openImport(ledger.id);
          }}
        >
          {t('record.import')}
        </Button>
        {ledger.sensitive ? null : <OutButtons scope={scope} onDialog={onDialog} />}
        <Button
          icon={<PrinterOutlined aria-hidden />}
          onClick={() => {
            onDialog({ kind: 'print', scope });
          }}
        >
          {t('record.print')}
        </Button>
        <Button
          icon={<BarChartOutlined aria-hidden />}
          onClick={() => {
            navigation.openScreen('figures', ledger.id);
          }}
        >
          {t('figures.open')}
        </Button>
        <ColumnButton />
        <ViewMenu />
      </Space>
    </div>
  );
}

/** What carries records out of the office; sensitive ledgers have neither. */
function OutButtons({ scope, onDialog }: Pick<ToolbarProps, 'scope' | 'onDialog'>): ReactNode {
  const { t } = useText();
  return (
    <Space size={8}>
      <Button
        icon={<DownloadOutlined aria-hidden />}
        onClick={() => {
          onDialog({ kind: 'export', scope });
        }}
      >
        {t('record.export')}
      </Button>
      <Button
        icon={<FileDoneOutlined aria-hidden />}
        onClick={() => {
          onDialog({ kind: 'fill', scope });
        }}
      >
        {t('fill.action')}
      </Button>
    </Space>
  );
}

function ListTotal({ total }: Pick<ToolbarProps, 'total'>): ReactNode {
  const { t, label } = useText();
  const { ledger } = useListSurface();
  if (total === null) return <span className="list-total" aria-live="polite" />;
  const args = { count: formatCount(total.total), counter: label(ledger.counter) };
  return (
    <span className="list-total" aria-live="polite">
      {t(total.exact ? 'record.total' : 'record.totalAtLeast', args)}
    </span>
  );
}
