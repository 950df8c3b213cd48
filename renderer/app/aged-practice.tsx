import { Alert, Button, Popconfirm, Space } from 'antd';
import { useAction, useTakeSession } from '../data/index.ts';
import type { Session } from '../data/index.ts';
import { formatLongDay, useText } from '../text/index.ts';
import { FailureNotice, practiceLoss } from '../ui/index.ts';
import { useDismiss } from './use-dismiss.ts';

interface Properties {
  readonly town: NonNullable<Session['agedPractice']>;
}

/** Says that the practice town was drawn long ago and offers one drawn for today; nothing is thrown away unasked. */
export function AgedPractice({ town }: Properties) {
  const { t, language } = useText();
  const takeSession = useTakeSession();
  const make = useAction('session.openPractice');
  const keep = useDismiss();
  const failure = make.failure ?? keep.failure;
  const { people, seed, day, entries } = town;
  const remake = async () => {
    const session = await make.run({ people, seed, kept: 'none' });
    if (session !== null) takeSession(session);
  };
  return (
    <>
      <Alert
        banner
        type="info"
        title={t('practice.aged', { day: formatLongDay(day, language) })}
        action={
          <Space>
            <Popconfirm
              title={t('practice.remake.ask')}
              description={practiceLoss(entries, t)}
              okText={t('practice.remake')}
              cancelText={t('practice.keep')}
              placement="bottomRight"
              onConfirm={() => void remake()}
            >
              <Button size="small" loading={make.isBusy}>
                {t('practice.remake')}
              </Button>
            </Popconfirm>
            <Button size="small" loading={keep.isBusy} onClick={() => void keep.dismiss()}>
              {t('practice.keep')}
            </Button>
          </Space>
        }
      />
      {failure && <FailureNotice failure={failure} />}
    </>
  );
}
