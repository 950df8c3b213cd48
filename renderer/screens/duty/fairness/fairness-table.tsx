import { Table } from 'antd';
import { useText } from '../../../text/index.ts';
import { balanceText, balanceTone, countOf, shownCounters, spreadOf, written } from './fairness-rows.ts';
import type { FairPerson, ShownCounter } from './fairness-rows.ts';

interface Properties {
  readonly people: readonly FairPerson[];
  readonly onOpen: (person: FairPerson) => void;
}

/** Duties by class, with how far each is from the fair share, and hours of time off. A name opens the duties behind it. */
export function FairnessTable({ people, onOpen }: Properties) {
  const { t } = useText();
  const counterColumns = shownCounters.map((counter) => ({
    key: counter,
    title: t(`duty.counter.${counter}`),
    align: 'right' as const,
    sorter: (a: FairPerson, b: FairPerson) => countOf(a.balance, counter) - countOf(b.balance, counter),
    render: (_: unknown, person: FairPerson) => <Counted person={person} counter={counter} />,
  }));
  return (
    <Table<FairPerson>
      className="duty-fairness"
      size="small"
      rowKey="id"
      pagination={false}
      sticky
      scroll={{ x: 'max-content' }}
      dataSource={[...people]}
      columns={[
        {
          key: 'name',
          title: t('duty.person'),
          fixed: 'left',
          render: (_, person) => (
            <button type="button" className="duty-link" onClick={() => onOpen(person)}>
              {person.name}
            </button>
          ),
        },
        { key: 'role', title: t('duty.role'), render: (_, { role }) => role },
        ...counterColumns,
        { key: 'hours', title: t('duty.hours'), align: 'right', render: (_, { hours }) => written(hours) },
        {
          key: 'changes',
          title: t('duty.changes.counts'),
          align: 'right',
          render: (_, { takenOver, handedOver }) => `${String(takenOver)} / ${String(handedOver)}`,
        },
        {
          key: 'earned',
          title: t('duty.earned'),
          align: 'right',
          render: (_, { earned }) => written(earned),
        },
        { key: 'used', title: t('duty.used'), align: 'right', render: (_, { used }) => written(used) },
        { key: 'left', title: t('duty.left'), align: 'right', render: (_, { left }) => written(left) },
      ]}
      summary={() => (
        <Table.Summary fixed>
          <Table.Summary.Row>
            <Table.Summary.Cell index={0} colSpan={2}>
              {t('duty.fairness.spread')}
            </Table.Summary.Cell>
            {shownCounters.map((counter, index) => {
              const spread = spreadOf(people, counter);
              return (
                <Table.Summary.Cell key={counter} index={index + 2} align="right">
                  {spread === null ? '—' : written(spread)}
                </Table.Summary.Cell>
              );
            })}
            <Table.Summary.Cell index={8} colSpan={5} />
          </Table.Summary.Row>
        </Table.Summary>
      )}
    />
  );
}

function Counted({ person, counter }: { readonly person: FairPerson; readonly counter: ShownCounter }) {
  const { t } = useText();
  const balance = countOf(person.balance, counter);
  return (
    <span
      className="duty-count"
      title={t('duty.fairness.share', { share: written(countOf(person.share, counter)) })}
    >
      {written(countOf(person.done, counter))}
      <small className={`duty-balance-${balanceTone(balance)}`}>{balanceText(balance)}</small>
    </span>
  );
}
