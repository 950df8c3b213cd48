import { Button, Table, Tag, Tooltip } from 'antd';
import { useState } from 'react';
import { formatCount, formatInstant, useText } from '../../../text/index.ts';
import { EmptyState } from '../../../ui/index.ts';
import { AnswerDialog } from '../answer-dialog.tsx';
import { useExchange } from '../exchange-place.ts';
import { childrenOf } from '../../../data/index.ts';
import type { Peer } from '../../../data/index.ts';
import { holdingsText } from '../ranges-text.ts';
import { RevokeDialog } from './revoke-dialog.tsx';

/** Offices below: what came from each, what waits to go down, and their receipts. */
export function ChildTable() {
  const { t } = useText();
  const { overview } = useExchange();
  const [answered, setAnswered] = useState<Peer | null>(null);
  const [revoked, setRevoked] = useState<Peer | null>(null);
  const children = childrenOf(overview);
  if (children.length === 0)
    return (
      <EmptyState
        title={t('exchange.offices.children.none')}
        body={t('exchange.offices.children.none.body')}
      />
    );
  const at = (instant: string | null) =>
    instant === null ? t('exchange.offices.never') : formatInstant(instant);
  return (
    <>
      <Table<Peer>
        size="small"
        rowKey="node"
        dataSource={children.toSorted((a, b) => Number(a.isRevoked) - Number(b.isRevoked))}
        pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          {
            title: t('exchange.offices.column.name'),
            render: (_, peer) => <ChildName peer={peer} />,
          },
          { title: t('exchange.offices.code'), dataIndex: 'unit', width: 130 },
          {
            title: t('exchange.offices.column.holds'),
            width: 220,
            render: (_, peer) => (
              <span className={peer.missing.length > 0 ? 'due' : ''}>{holdingsText(peer, t)}</span>
            ),
          },
          {
            title: t('exchange.offices.last-received'),
            width: 138,
            render: (_, peer) => at(peer.lastReceivedAt),
          },
          { title: t('exchange.offices.last-sent'), width: 138, render: (_, peer) => at(peer.lastSentAt) },
          {
            title: t('exchange.offices.column.down'),
            width: 84,
            align: 'right',
            render: (_, peer) => formatCount(peer.pending),
          },
          {
            title: t('exchange.offices.column.actions'),
            width: 170,
            render: (_, peer) =>
              !peer.isRevoked && (
                <span className="row-buttons">
                  <Button size="small" onClick={() => setAnswered(peer)}>
                    {t('exchange.offices.answer')}
                  </Button>
                  <Button size="small" danger onClick={() => setRevoked(peer)}>
                    {t('exchange.offices.revoke')}
                  </Button>
                </span>
              ),
          },
        ]}
      />
      {answered && <AnswerDialog child={answered} drive={null} onClose={() => setAnswered(null)} />}
      {revoked && <RevokeDialog peer={revoked} onClose={() => setRevoked(null)} />}
    </>
  );
}

function ChildName({ peer }: { readonly peer: Peer }) {
  const { t } = useText();
  return (
    <span className="child-name">
      <span title={peer.name}>{peer.name}</span>
      {peer.isRevoked && <Tag>{t('exchange.offices.revoked')}</Tag>}
      {peer.forkedAt !== null && (
        <Tooltip title={t('exchange.offices.forked.hint', { at: formatInstant(peer.forkedAt) })}>
          <Tag color="error">{t('exchange.offices.forked')}</Tag>
        </Tooltip>
      )}
    </span>
  );
}
