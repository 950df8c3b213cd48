import { Alert, App, Button, Table, Tag, Tooltip } from 'antd';
import { useState } from 'react';
import type { Output } from '../../../../electron/contract/calls.ts';
import { useShown } from '../../../app/use-shown.ts';
import { useAction } from '../../../data/index.ts';
import { formatInstant, useText } from '../../../text/index.ts';
import { Answer, EmptyState, FailureNotice } from '../../../ui/index.ts';
import { useExchange } from '../exchange-place.ts';
import { countsText } from '../package-facts.tsx';
import { PhoneCodeDialog } from '../phone/phone-code-dialog.tsx';
import { roundsText } from '../ranges-text.ts';
import { SlipButton } from '../slip-button.tsx';
import { useExchanged } from '../use-exchanged.ts';

type Sent = Output<'exchange.sent'>[number];

/** Packages written here: where each is, what is overdue, and what to do when a stick is lost. */
export function SentTable() {
  const texts = useText();
  const { t } = texts;
  const { overview } = useExchange();
  const asked = useShown('exchange.sent', {});
  const [phoned, setPhoned] = useState<Sent | null>(null);
  const lost = useLost();
  return (
    <Answer of={asked}>
      {(value) =>
        value.length === 0 ? (
          <EmptyState title={t('exchange.register.sent.none')} body={t('exchange.register.sent.none.body')} />
        ) : (
          <>
            {!overview.isCalendarKnown && overview.overdue > 0 && (
              <Alert type="info" showIcon title={t('exchange.register.calendar')} />
            )}
            {lost.failure && <FailureNotice failure={lost.failure} />}
            <Table<Sent>
              size="small"
              rowKey="digest"
              dataSource={newestFirst(value)}
              pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }}
              columns={[
                {
                  title: t('exchange.register.column.number'),
                  width: 164,
                  render: (_, sent) => numberOf(sent, t),
                },
                {
                  title: t('exchange.register.column.peer'),
                  dataIndex: 'peerName',
                  width: 92,
                  ellipsis: true,
                },
                {
                  title: t('exchange.register.column.at'),
                  width: 138,
                  render: (_, sent) => formatInstant(sent.at),
                },
                {
                  title: t('exchange.register.column.rows'),
                  ellipsis: true,
                  render: (_, sent) => (sent.kind === 'receipt' ? '' : countsText(sent.counts, texts)),
                },
                { title: t('exchange.register.column.stick'), dataIndex: 'stick', width: 84, ellipsis: true },
                {
                  title: t('exchange.register.column.people'),
                  width: 132,
                  ellipsis: true,
                  render: (_, sent) => peopleOf(sent, t),
                },
                {
                  title: t('exchange.register.column.state'),
                  width: 168,
                  render: (_, sent) => <State sent={sent} />,
                },
                {
                  title: t('exchange.register.column.actions'),
                  width: 232,
                  render: (_, sent) => (
                    <span className="row-buttons">
                      <SlipButton digest={sent.digest} isSmall />
                      {isOnItsWay(sent) && (
                        <>
                          <Button size="small" onClick={() => setPhoned(sent)}>
                            {t('exchange.phone')}
                          </Button>
                          <Button size="small" danger onClick={() => lost.ask(sent)}>
                            {t('exchange.lost')}
                          </Button>
                        </>
                      )}
                    </span>
                  ),
                },
              ]}
            />
            {phoned && <PhoneCodeDialog sent={phoned} onClose={() => setPhoned(null)} />}
          </>
        )
      }
    </Answer>
  );
}

const newestFirst = (sent: readonly Sent[]): Sent[] => sent.toSorted((a, b) => b.at.localeCompare(a.at));

/** Waiting for an answer: receipts get none, and what was answered or lost waits no more. */
const isOnItsWay = ({ kind, state }: Sent): boolean =>
  kind !== 'receipt' && (state === 'carried' || state === 'phoned' || state === 'held');

/** Who wrote it, and who approved it; a receipt needs nobody's approval. */
const peopleOf = ({ by, approvedBy }: Sent, t: ReturnType<typeof useText>['t']): string =>
  approvedBy === '' ? by : t('exchange.register.people', { by, approver: approvedBy });

function numberOf(sent: Sent, t: ReturnType<typeof useText>['t']): string {
  if (sent.kind === 'receipt') return t('exchange.receipt-number', { number: String(sent.number) });
  return roundsText({ from: sent.from, to: sent.number }, t);
}

const colours: Readonly<Record<Sent['state'], string>> = {
  carried: 'processing',
  phoned: 'processing',
  held: 'warning',
  acknowledged: 'success',
  lost: 'error',
};

function State({ sent }: { readonly sent: Sent }) {
  const { t } = useText();
  const day = sent.dueDay ?? '';
  return (
    <span className="sent-state">
      <Tag color={colours[sent.state]}>{t(`exchange.state.${sent.state}`)}</Tag>
      {sent.isOverdue && (
        <Tooltip title={t('exchange.register.overdue.hint', { day })}>
          <Tag color="error">{t('exchange.register.overdue')}</Tag>
        </Tooltip>
      )}
      {!sent.isOverdue && sent.dueDay !== null && isOnItsWay(sent) && (
        <span className="soft sent-due">{t('exchange.register.due', { day })}</span>
      )}
    </span>
  );
}

/** Asks before a stick is noted as lost, and says what then happens. */
function useLost() {
  const { t } = useText();
  const { modal, message } = App.useApp();
  const mark = useAction('exchange.markLost');
  const exchanged = useExchanged();
  const askFirst = (sent: Sent) =>
    void modal.confirm({
      title: t('exchange.lost.confirm', { number: String(sent.number) }),
      content: t('exchange.lost.body'),
      okText: t('exchange.lost.do'),
      okButtonProps: { danger: true },
      cancelText: t('action.cancel'),
      autoFocusButton: 'cancel',
      onOk: async () => {
        const done = await mark.run({ digest: sent.digest });
        if (done === null) return;
        exchanged();
        void message.success(t('exchange.lost.done'));
      },
    });
  return { ask: askFirst, failure: mark.failure };
}
