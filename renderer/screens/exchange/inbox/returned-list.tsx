import { Button, Table } from 'antd';
import { useNavigation } from '../../../app/navigation.ts';
import { useShown } from '../../../app/use-shown.ts';
import type { Output } from '../../../../electron/contract/calls.ts';
import { ledgerOf } from '../../../data/index.ts';
import { formatInstant, useText } from '../../../text/index.ts';
import { Answer, EmptyState } from '../../../ui/index.ts';
import { RecordLink } from './record-link.tsx';

type Returned = Output<'returned.list'>[number];

/** Records the parent sent back; each opens at the field that is wrong. */
export function ReturnedList() {
  const { t } = useText();
  const navigation = useNavigation();
  const asked = useShown('returned.list', {});
  const open = ({ record, field }: Returned) =>
    navigation.openRecord(record.ledger, record.id, field === null ? {} : { field });
  return (
    <Answer of={asked}>
      {(value) =>
        value.length === 0 ? (
          <EmptyState title={t('exchange.returned.none')} body={t('exchange.returned.none.body')} />
        ) : (
          <>
            <p className="soft">{t('exchange.returned.lead')}</p>
            <Table<Returned>
              size="small"
              rowKey={({ record, field }) => `${record.ledger} ${record.id} ${field ?? ''}`}
              dataSource={[...value]}
              pagination={{ pageSize: 15, hideOnSinglePage: true, showSizeChanger: false }}
              columns={[
                {
                  title: t('exchange.returned.column.record'),
                  render: (_, row) => <RecordLink record={row.record} field={row.field} />,
                },
                {
                  title: t('exchange.returned.column.field'),
                  width: 140,
                  render: (_, row) => (row.field === null ? t('exchange.returned.whole') : row.label),
                },
                { title: t('exchange.returned.column.reason'), dataIndex: 'reason' },
                {
                  title: t('exchange.returned.column.at'),
                  width: 140,
                  render: (_, row) => formatInstant(row.at),
                },
                {
                  title: t('exchange.register.column.actions'),
                  width: 100,
                  render: (_, row) =>
                    ledgerOf(row.record.ledger) !== undefined && (
                      <Button size="small" type="primary" onClick={() => open(row)}>
                        {t('exchange.returned.open')}
                      </Button>
                    ),
                },
              ]}
            />
          </>
        )
      }
    </Answer>
  );
}
