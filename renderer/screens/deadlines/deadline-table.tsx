import { ArrowDownOutlined, ArrowUpOutlined, LockOutlined, PauseCircleOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import type { Output } from '../../../electron/contract/calls.ts';
import { useNavigation } from '../../app/navigation.ts';
import { ledgerOf, shortTitle, useTown } from '../../data/index.ts';
import { formatInstant, useText } from '../../text/index.ts';

export type Look = Output<'deadline.look'>;
type Line = Look['lines'][number];

const signs = {
  later: <ArrowDownOutlined aria-hidden />,
  earlier: <ArrowUpOutlined aria-hidden />,
  left: <PauseCircleOutlined aria-hidden />,
  kept: <LockOutlined aria-hidden />,
} as const;

/** Deadlines old and new, one case a row; why stands below a row that is opened. */
export function DeadlineTable({ lines }: { readonly lines: readonly Line[] }) {
  const { t, label } = useText();
  const navigation = useNavigation();
  const town = useTown();
  const first = lines[0];
  return (
    <Table<Line>
      size="small"
      rowKey={keyOf}
      dataSource={[...lines]}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      expandable={{
        defaultExpandedRowKeys: first === undefined ? [] : [keyOf(first)],
        expandedRowRender: (line) => <Why line={line} />,
      }}
      columns={[
        {
          title: t('deadlines.column.case'),
          ellipsis: true,
          render: (_, line) => (
            <Button
              type="link"
              size="small"
              className="deadlines-case"
              onClick={() => navigation.openRecord(line.ledger, line.id, { field: line.field })}
            >
              {shortTitle(line.ledger, line.title, town)}
            </Button>
          ),
        },
        {
          title: t('deadlines.column.state'),
          width: 236,
          ellipsis: true,
          render: (_, { ledger, state }) => (
            <span className="soft">
              {label(ledgerOf(ledger)?.label ?? { zh: ledger, en: ledger })} · {state}
            </span>
          ),
        },
        { title: t('deadlines.column.person'), width: 90, ellipsis: true, dataIndex: 'person' },
        {
          title: t('deadlines.column.was'),
          width: 150,
          render: (_, line) => <Moment at={line.was} isLate={line.wasLate} />,
        },
        {
          title: t('deadlines.column.due'),
          width: 150,
          render: (_, line) =>
            line.turn === 'kept' ? (
              <Moment at={line.was} isLate={line.isLate} />
            ) : (
              <Moment at={line.due} isLate={line.isLate} />
            ),
        },
        {
          title: t('deadlines.column.turn'),
          width: 170,
          render: (_, { turn, wasLate, isLate }) => (
            <span>
              {signs[turn]} {t(`deadlines.turn.${turn}`)}
              {wasLate && !isLate && <span className="deadlines-healed"> {t('deadlines.healed')}</span>}
            </span>
          ),
        },
      ]}
    />
  );
}

const keyOf = ({ ledger, id, field }: Line): string => `${ledger} ${id} ${field}`;

function Moment({ at, isLate }: { readonly at: string | null; readonly isLate: boolean }) {
  const { t } = useText();
  if (at === null) return <span className="soft">{t('case.stopped')}</span>;
  return (
    <span className={isLate ? 'deadlines-late' : ''}>
      {formatInstant(at)}
      {isLate && ` ${t('day.overdue')}`}
    </span>
  );
}

function Why({ line }: { readonly line: Line }) {
  return (
    <div className="deadlines-why">
      <p>{line.reason}</p>
      <p className="soft">{line.explanation}</p>
    </div>
  );
}
