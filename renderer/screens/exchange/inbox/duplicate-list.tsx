import { Table } from 'antd';
import type { Output } from '../../../../electron/contract/calls.ts';
import { useShown } from '../../../app/use-shown.ts';
import { useText } from '../../../text/index.ts';
import { Answer, EmptyState } from '../../../ui/index.ts';
import { RecordLink } from './record-link.tsx';

type Duplicate = Output<'returned.duplicates'>[number];

/** Our records that the parent has from another office as well. */
export function DuplicateList() {
  const { t } = useText();
  const asked = useShown('returned.duplicates', {});
  return (
    <Answer of={asked}>
      {(value) =>
        value.length === 0 ? (
          <EmptyState title={t('exchange.duplicates.none')} body={t('exchange.duplicates.none.body')} />
        ) : (
          <>
            <p className="soft">{t('exchange.duplicates.lead')}</p>
            <Table<Duplicate>
              size="small"
              rowKey={({ record, otherUnit }) => `${record.ledger} ${record.id} ${otherUnit}`}
              dataSource={[...value]}
              pagination={{ pageSize: 15, hideOnSinglePage: true, showSizeChanger: false }}
              columns={[
                {
                  title: t('exchange.returned.column.record'),
                  render: (_, row) => <RecordLink record={row.record} field={null} />,
                },
                {
                  title: t('exchange.duplicates.column.unit'),
                  dataIndex: 'otherUnit',
                  width: 240,
                  ellipsis: true,
                },
              ]}
            />
          </>
        )
      }
    </Answer>
  );
}
