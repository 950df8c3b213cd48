import { Button, Popconfirm, Table, Tag } from 'antd';
import { useNavigation } from '../../../app/navigation.ts';
import { ask, useAsk } from '../../../data/index.ts';
import type { Output } from '../../../../electron/contract/calls.ts';
import { useText } from '../../../text/index.ts';
import { useNames } from '../../../widgets/index.ts';
import { Answer, EmptyState } from '../../../ui/index.ts';
import { useEdits } from '../board/use-edits.ts';
import { useDuty } from '../duty-place.ts';

/** Swaps and substitutes shown at a time; the ledger lists them all. */
const SHOWN = 100;

type Row = Output<'record.page'>['rows'][number];

/** Swaps and substitutes of the team, newest first; those in force can be cancelled. */
export function ChangesSection() {
  const { t } = useText();
  const { team, go } = useDuty();
  const navigation = useNavigation();
  const fields = [
    'kind',
    'day',
    'post',
    'member',
    'other_member',
    'other_day',
    'other_post',
    'reason',
    'state',
  ];
  const asked = useAsk('record.page', {
    ledger: 'duty_change',
    where: { team: team.id },
    sort: '-day',
    limit: SHOWN,
    fields,
  });
  const edits = useEdits(asked.refresh);
  const cancelled = useNames().codeName('duty_change_state', 'cancelled');
  const cancel = (row: Row) =>
    void edits.write((writeId) => ask('duty.cancel', { writeId, id: row.id }), t('duty.changes.cancelled'));
  return (
    <Answer of={asked}>
      {(value) =>
        value.rows.length === 0 ? (
          <EmptyState title={t('duty.changes.none')} body={t('duty.changes.none.body')}>
            <Button onClick={() => go('board')}>{t('duty.changes.go')}</Button>
          </EmptyState>
        ) : (
          <div className="duty-part">
            <div className="duty-part-head">
              <h2>{t('duty.changes')}</h2>
              <Button
                type="link"
                onClick={() => navigation.openList('duty_change', { where: { team: team.id } })}
              >
                {t('duty.all-records')}
              </Button>
            </div>
            <Table<Row>
              size="small"
              rowKey="id"
              pagination={false}
              dataSource={[...value.rows]}
              columns={[
                { title: t('duty.change.kind'), width: 76, render: (_, { texts }) => texts['kind'] },
                {
                  title: t('duty.change.from'),
                  render: (_, { texts }) => `${texts['day'] ?? ''} ${texts['post'] ?? ''}`,
                },
                { title: t('duty.change.giver'), width: 110, render: (_, { texts }) => texts['member'] },
                {
                  title: t('duty.change.taker'),
                  width: 110,
                  render: (_, { texts }) => texts['other_member'],
                },
                {
                  title: t('duty.change.other'),
                  render: (_, { texts }) => `${texts['other_day'] ?? ''} ${texts['other_post'] ?? ''}`,
                },
                { title: t('duty.change.reason'), ellipsis: true, render: (_, { texts }) => texts['reason'] },
                {
                  title: t('duty.change.state'),
                  width: 92,
                  render: (_, { texts }) => <Tag>{texts['state']}</Tag>,
                },
                {
                  title: '',
                  align: 'right',
                  width: 160,
                  render: (_, row) =>
                    row.removed || row.texts['state'] === cancelled ? null : (
                      <span className="row-buttons">
                        <Popconfirm
                          title={t('duty.changes.cancel.ask')}
                          okText={t('duty.changes.cancel')}
                          cancelText={t('duty.changes.keep')}
                          onConfirm={() => cancel(row)}
                        >
                          <Button size="small">{t('duty.changes.cancel')}</Button>
                        </Popconfirm>
                        <Button
                          size="small"
                          type="link"
                          onClick={() => navigation.openRecord('duty_change', row.id)}
                        >
                          {t('duty.open')}
                        </Button>
                      </span>
                    ),
                },
              ]}
            />
          </div>
        )
      }
    </Answer>
  );
}
