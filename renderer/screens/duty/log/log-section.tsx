import { Button } from 'antd';
import { useNavigation } from '../../../app/navigation.ts';
import { useShown } from '../../../app/use-shown.ts';
import { useText } from '../../../text/index.ts';
import { EmptyState } from '../../../ui/index.ts';
import { useDuty } from '../duty-place.ts';
import { TeamRecords, fieldCell, useTeamRecords } from '../team-records.tsx';

/** Entries shown. */
const SHOWN = 60;

/** The hand-over log: today's entry with the names already in it, and the entries before. */
export function LogSection() {
  const { t } = useText();
  const { team, today } = useDuty();
  const navigation = useNavigation();
  const fields = ['day', 'shift', 'on_duty', 'weather', 'matters', 'handover', 'signed_by', 'taken_over_by'];
  const asked = useTeamRecords('duty_log', fields, SHOWN);
  const now = useShown('duty.now', {});
  const onDuty = now.value?.find((one) => one.team === team.id)?.onDuty ?? [];
  const write = () =>
    navigation.openNew('duty_log', {
      values: { team: team.id, day: today, on_duty: onDuty.map(({ name }) => name).join('、') },
    });
  const button = (
    <Button type="primary" onClick={write}>
      {t('duty.log.write')}
    </Button>
  );
  return (
    <TeamRecords
      of={asked}
      ledger="duty_log"
      title={t('duty.log')}
      empty={
        <EmptyState title={t('duty.log.none')} body={t('duty.log.none.body')}>
          {button}
        </EmptyState>
      }
      columns={[
        {
          title: t('duty.log.day'),
          render: (_, { id, texts }) => (
            <button type="button" className="duty-link" onClick={() => navigation.openRecord('duty_log', id)}>
              {texts['day']} {texts['shift']}
            </button>
          ),
        },
        { title: t('duty.log.on-duty'), render: fieldCell('on_duty') },
        { title: t('duty.log.weather'), render: fieldCell('weather') },
        { title: t('duty.log.matters'), ellipsis: true, render: fieldCell('matters') },
        { title: t('duty.log.handover'), ellipsis: true, render: fieldCell('handover') },
        { title: t('duty.log.signed'), render: fieldCell('signed_by') },
        { title: t('duty.log.taken'), render: fieldCell('taken_over_by') },
      ]}
    >
      {button}
    </TeamRecords>
  );
}
