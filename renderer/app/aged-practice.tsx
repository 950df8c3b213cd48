import { Alert, Button, Popconfirm, Space } from 'antd';
import { ask, useAction, useTakeSession } from '../data/index.ts';
import type { Session } from '../data/index.ts';
import { formatLongDay, useText } from '../text/index.ts';
import { FailureNotice, practiceLoss } from '../ui/index.ts';

interface Properties {
  readonly town: NonNullable<Session['agedPractice']>;
}

/** Says that the practice town was drawn long ago and offers one drawn for today; nothing is thrown away unasked. */
export function AgedPractice({ town }: Properties) {
  const { t, language } = useText();
  const takeSession = useTakeSession();
  const make = useAction('session.openPractice');
  const { people, seed, day, entries } = town;
  const remake = async () => {
    const session = await make.run({ people, seed, kept: 'none' });
    if (session !== null) takeSession(session);
  };
  const keep = async () => {
    const reply = await ask('session.dismiss', {});
    if (reply.ok) takeSession(reply.value);
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
            <Button size="small" onClick={() => void keep()}>
              {t('practice.keep')}
            </Button>
          </Space>
        }
      />
      {make.failure && <FailureNotice failure={make.failure} />}
    </>
  );
}
