import { Button, Popconfirm, Tag } from 'antd';
import { useNavigation } from '../../../app/navigation.ts';
import { ask } from '../../../data/index.ts';
import { useText } from '../../../text/index.ts';
import { useNames } from '../../../widgets/index.ts';
import { EmptyState } from '../../../ui/index.ts';
import { useEdits } from '../board/use-edits.ts';
import { useDuty } from '../duty-place.ts';
import { TeamRecords, fieldCell, useTeamRecords, type TeamRecord } from '../team-records.tsx';

/** Swaps and substitutes shown at a time. */
const SHOWN = 100;

/** Swaps and substitutes of the team, newest first; those in force can be cancelled. */
export function ChangesSection() {
  const { t } = useText();
  const { go } = useDuty();
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
  const asked = useTeamRecords('duty_change', fields, SHOWN);
  const edits = useEdits(asked.refresh);
  const cancelled = useNames().codeName('duty_change_state', 'cancelled');
  const cancel = (row: TeamRecord) =>
    void edits.write((writeId) => ask('duty.cancel', { writeId, id: row.id }), t('duty.changes.cancelled'));
  return (
    <TeamRecords
      of={asked}
      ledger="duty_change"
      title={t('duty.changes')}
      empty={
        <EmptyState title={t('duty.changes.none')} body={t('duty.changes.none.body')}>
          <Button onClick={() => go('board')}>{t('duty.changes.go')}</Button>
        </EmptyState>
      }
      columns={[
        { title: t('duty.change.kind'), width: 76, render: fieldCell('kind') },
        {
          title: t('duty.change.from'),
          render: (_, { texts }) => `${texts['day'] ?? ''} ${texts['post'] ?? ''}`,
        },
        { title: t('duty.change.giver'), width: 110, render: fieldCell('member') },
        { title: t('duty.change.taker'), width: 110, render: fieldCell('other_member') },
        {
          title: t('duty.change.other'),
          render: (_, { texts }) => `${texts['other_day'] ?? ''} ${texts['other_post'] ?? ''}`,
        },
        { title: t('duty.change.reason'), ellipsis: true, render: fieldCell('reason') },
        { title: t('duty.change.state'), width: 92, render: (_, { texts }) => <Tag>{texts['state']}</Tag> },
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
                <Button size="small" type="link" onClick={() => navigation.openRecord('duty_change', row.id)}>
                  {t('duty.open')}
                </Button>
              </span>
            ),
        },
      ]}
    />
  );
}
