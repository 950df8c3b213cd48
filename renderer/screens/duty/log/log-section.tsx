import { Button, Table } from 'antd';
import { useNavigation } from '../../../app/navigation.ts';
import { useShown } from '../../../app/use-shown.ts';
import type { Output } from '../../../../electron/contract/calls.ts';
import { useAsk } from '../../../data/index.ts';
import { useText } from '../../../text/index.ts';
import { Answer, EmptyState } from '../../../ui/index.ts';
import { useDuty } from '../duty-place.ts';

type Row = Output<'record.page'>['rows'][number];

/** Entries shown; the ledger lists them all. */
const SHOWN = 60;

/** The hand-over log: today's entry with the names already in it, and the entries before. */
export function LogSection() {
  const { t } = useText();
  const { team, today } = useDuty();
  const navigation = useNavigation();
  const asked = useAsk('record.page', {
    ledger: 'duty_log',
    where: { team: team.id },
    sort: '-day',
    limit: SHOWN,
    fields: ['day', 'shift', 'on_duty', 'weather', 'matters', 'handover', 'signed_by', 'taken_over_by'],
  });
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
    <Answer of={asked}>
      {(value) =>
        value.rows.length === 0 ? (
          <EmptyState title={t('duty.log.none')} body={t('duty.log.none.body')}>
            {button}
          </EmptyState>
        ) : (
          <div className="duty-part">
            <div className="duty-part-head">
              <h2>{t('duty.log')}</h2>
              {button}
              <Button
                type="link"
                onClick={() => navigation.openList('duty_log', { where: { team: team.id } })}
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
                {
                  title: t('duty.log.day'),
                  render: (_, { id, texts }) => (
                    <button
                      type="button"
                      className="duty-link"
                      onClick={() => navigation.openRecord('duty_log', id)}
                    >
                      {texts['day']} {texts['shift']}
                    </button>
                  ),
                },
                { title: t('duty.log.on-duty'), render: (_, { texts }) => texts['on_duty'] },
                { title: t('duty.log.weather'), render: (_, { texts }) => texts['weather'] },
                { title: t('duty.log.matters'), ellipsis: true, render: (_, { texts }) => texts['matters'] },
                {
                  title: t('duty.log.handover'),
                  ellipsis: true,
                  render: (_, { texts }) => texts['handover'],
                },
                { title: t('duty.log.signed'), render: (_, { texts }) => texts['signed_by'] },
                { title: t('duty.log.taken'), render: (_, { texts }) => texts['taken_over_by'] },
              ]}
            />
          </div>
        )
      }
    </Answer>
  );
}
