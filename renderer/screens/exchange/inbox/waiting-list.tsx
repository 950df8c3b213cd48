import { App, Button, Table } from 'antd';
import type { Output } from '../../../../electron/contract/calls.ts';
import { useShown } from '../../../app/use-shown.ts';
import { ledgerOf, useAction } from '../../../data/index.ts';
import { formatInstant, useText } from '../../../text/index.ts';
import { Answer, EmptyState, FailureNotice } from '../../../ui/index.ts';
import { useExchanged } from '../use-exchanged.ts';

type Waiting = Output<'returned.waiting'>[number];

/** Rows from below that something is wrong with; they are in no ledger yet and have no page to open. */
export function WaitingList() {
  const { t, label } = useText();
  const { message } = App.useApp();
  const asked = useShown('returned.waiting', {});
  const retry = useAction('returned.retry');
  const exchanged = useExchanged();
  const again = async () => {
    const done = await retry.run({});
    if (done === null) return;
    void message.info(t('exchange.waiting.retried', done));
    exchanged();
  };
  return (
    <Answer of={asked}>
      {(value) =>
        value.length === 0 ? (
          <EmptyState title={t('exchange.waiting.none')} body={t('exchange.waiting.none.body')} />
        ) : (
          <>
            <div className="inbox-lead">
              <p className="soft">{t('exchange.waiting.lead')}</p>
              <Button loading={retry.isBusy} onClick={() => void again()}>
                {t('exchange.waiting.retry')}
              </Button>
            </div>
            {retry.failure && <FailureNotice failure={retry.failure} />}
            <Table<Waiting>
              size="small"
              rowKey={({ record, field, sender }) => `${sender} ${record.ledger} ${record.id} ${field ?? ''}`}
              dataSource={[...value]}
              pagination={{ pageSize: 15, hideOnSinglePage: true, showSizeChanger: false }}
              columns={[
                {
                  title: t('exchange.returned.column.sender'),
                  dataIndex: 'sender',
                  width: 130,
                  ellipsis: true,
                },
                {
                  title: t('exchange.returned.column.ledger'),
                  width: 120,
                  render: (_, { record }) => {
                    const ledger = ledgerOf(record.ledger);
                    return ledger === undefined ? record.ledger : label(ledger.label);
                  },
                },
                {
                  title: t('exchange.returned.column.record'),
                  ellipsis: true,
                  render: (_, { record }) => `${record.title} ${record.subtitle}`.trim(),
                },
                {
                  title: t('exchange.returned.column.field'),
                  width: 140,
                  render: (_, row) => (row.field === null ? t('exchange.returned.whole') : row.label),
                },
                { title: t('exchange.returned.column.reason'), dataIndex: 'reason' },
                {
                  title: t('exchange.register.column.received'),
                  width: 140,
                  render: (_, row) => formatInstant(row.at),
                },
              ]}
            />
          </>
        )
      }
    </Answer>
  );
}
