import { Table } from 'antd';
import type { Output } from '../../../../electron/contract/calls.ts';
import { useShown } from '../../../app/use-shown.ts';
import { formatBytes, formatDay, formatInstant, useText } from '../../../text/index.ts';
import { Answer, EmptyState } from '../../../ui/index.ts';

type Stick = Output<'exchange.sticks'>[number];

/** The office's sticks with their numbers. */
export function StickTable() {
  const { t } = useText();
  const asked = useShown('exchange.sticks', {});
  return (
    <Answer of={asked}>
      {(value) =>
        value.length === 0 ? (
          <EmptyState
            title={t('exchange.register.sticks.none')}
            body={t('exchange.register.sticks.none.body')}
          />
        ) : (
          <Table<Stick>
            size="small"
            rowKey="stick"
            dataSource={[...value]}
            pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }}
            columns={[
              { title: t('exchange.stick.column.stick'), dataIndex: 'stick', ellipsis: true },
              {
                title: t('exchange.stick.column.bytes'),
                width: 110,
                align: 'right',
                render: (_, stick) => (stick.bytes === null ? '' : formatBytes(stick.bytes)),
              },
              {
                title: t('exchange.stick.column.registered'),
                width: 130,
                render: (_, stick) => formatDay(stick.registeredAt),
              },
              { title: t('exchange.stick.column.by'), dataIndex: 'registeredBy', width: 120, ellipsis: true },
              {
                title: t('exchange.stick.column.used'),
                width: 150,
                render: (_, stick) =>
                  stick.usedAt === null ? t('exchange.offices.never') : formatInstant(stick.usedAt),
              },
              {
                title: t('exchange.register.column.state'),
                width: 90,
                render: (_, stick) => t(`exchange.stick.${stick.state}`),
              },
              { title: t('exchange.stick.column.note'), dataIndex: 'note', ellipsis: true },
            ]}
          />
        )
      }
    </Answer>
  );
}
