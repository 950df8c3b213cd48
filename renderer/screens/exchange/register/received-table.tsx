import { Button, Table, Tag } from 'antd';
import { useState } from 'react';
import type { Output } from '../../../../electron/contract/calls.ts';
import { useShown } from '../../../app/use-shown.ts';
import { childrenOf } from '../../../data/index.ts';
import { formatCount, formatInstant, useText } from '../../../text/index.ts';
import { Answer, EmptyState } from '../../../ui/index.ts';
import { useExchange } from '../exchange-place.ts';
import { ReadCodeDialog } from '../phone/read-code-dialog.tsx';
import { holdingsText, roundsText } from '../ranges-text.ts';

type Received = Output<'exchange.received'>[number];

const numbers = ['accepted', 'changed', 'returned', 'conflicts'] as const;
const states = {
  applied: { key: 'exchange.state.applied', colour: 'success' },
  held: { key: 'exchange.state.waiting', colour: 'warning' },
  applying: { key: 'exchange.state.applying', colour: 'error' },
} as const;

/** Packages of other offices that came here, and what is missing of each sender. */
export function ReceivedTable() {
  const { t } = useText();
  const { overview } = useExchange();
  const asked = useShown('exchange.received', {});
  const [read, setRead] = useState<Received | null>(null);
  const children = childrenOf(overview);
  const below = new Set(children.map((peer) => peer.node));
  return (
    <Answer of={asked}>
      {(value) =>
        value.length === 0 ? (
          <EmptyState
            title={t('exchange.register.received.none')}
            body={t('exchange.register.received.none.body')}
          />
        ) : (
          <>
            <ul className="holdings">
              {children.map((peer) => (
                <li key={peer.node} className={peer.missing.length > 0 ? 'due' : 'soft'}>
                  {t('exchange.receive.missing', { sender: peer.name, holdings: holdingsText(peer, t) })}
                </li>
              ))}
            </ul>
            <Table<Received>
              size="small"
              rowKey="digest"
              dataSource={value.toSorted((a, b) => b.at.localeCompare(a.at))}
              pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }}
              columns={[
                {
                  title: t('exchange.register.column.number'),
                  width: 166,
                  render: (_, one) => roundsText({ from: one.from, to: one.number }, t),
                },
                { title: t('exchange.register.column.from'), dataIndex: 'peerName', ellipsis: true },
                {
                  title: t('exchange.register.column.received'),
                  width: 140,
                  render: (_, one) => formatInstant(one.at),
                },
                {
                  title: t('exchange.register.column.state'),
                  width: 170,
                  render: (_, { state }) => <Tag color={states[state].colour}>{t(states[state].key)}</Tag>,
                },
                ...numbers.map((name) => ({
                  title: t(`exchange.register.column.${name}`),
                  width: 84,
                  align: 'right' as const,
                  render: (_: unknown, one: Received) => (one.state === 'held' ? '' : formatCount(one[name])),
                })),
                {
                  title: t('exchange.register.column.actions'),
                  width: 130,
                  render: (_, one) =>
                    below.has(one.peer) && (
                      <Button size="small" onClick={() => setRead(one)}>
                        {t('exchange.phone.read')}
                      </Button>
                    ),
                },
              ]}
            />
            {read && <ReadCodeDialog received={read} onClose={() => setRead(null)} />}
          </>
        )
      }
    </Answer>
  );
}
