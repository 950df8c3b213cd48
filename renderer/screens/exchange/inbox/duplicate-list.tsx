import { Table } from 'antd';
import type { Output } from '../../../../electron/contract/calls.ts';
import { useText } from '../../../text/index.ts';
import { EmptyState, FailureNotice } from '../../../ui/index.ts';
import { RecordLink } from './record-link.tsx';
import { useShown } from '../use-shown.ts';

type Duplicate = Output<'returned.duplicates'>[number];

/** Our records that the parent has from another office as well. */
export function DuplicateList() {
  const { t } = useText();
  const { value, failure, isSlow, refresh } = useShown('returned.duplicates', {});
  if (failure !== null) return <FailureNotice failure={failure} onRetry={refresh} />;
  if (value?.length === 0)
    return <EmptyState title={t('exchange.duplicates.none')} body={t('exchange.duplicates.none.body')} />;
  return (
    <>
      <p className="soft">{t('exchange.duplicates.lead')}</p>
      <Table<Duplicate>
        size="small"
        rowKey={({ record, otherUnit }) => `${record.ledger} ${record.id} ${otherUnit}`}
        loading={isSlow}
        dataSource={[...(value ?? [])]}
        pagination={{ pageSize: 15, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          {
            title: t('exchange.returned.column.record'),
            render: (_, row) => <RecordLink record={row.record} field={null} />,
          },
          { title: t('exchange.duplicates.column.unit'), dataIndex: 'otherUnit', width: 240, ellipsis: true },
        ]}
      />
    </>
  );
}
