import { Alert, Button, Popconfirm, Select, Space } from 'antd';
import { useState } from 'react';
import type { Failure } from '../../../electron/contract/failure.ts';
import { practiceTown } from '../../../electron/contract/shapes.ts';
import { useAction, useJobs, useTakeSession } from '../../data/index.ts';
import { failureOf } from '../../data/job-failure.ts';
import { formatCount, formatLongDay, useText } from '../../text/index.ts';
import { FailureNotice, practiceLoss } from '../../ui/index.ts';

/** Sizes offered: a village, a small town, a middle town, the largest town. */
const SIZES = [2_000, 20_000, 200_000, 1_200_000] as const;
const FIRST_SIZE = 20_000;
/** The same seed everywhere, so that two offices practising on one day see the same people. */
const SEED = 1;

/** Opens an invented town of a chosen size. */
export function PracticeCard() {
  const { t } = useText();
  const [people, setPeople] = useState<number>(FIRST_SIZE);
  const takeSession = useTakeSession();
  const open = useAction('session.openPractice');
  const submit = async (kept?: 'any' | 'none') => {
    const session = await open.run({ people, seed: SEED, ...(kept && { kept }) });
    if (session !== null) takeSession(session);
  };
  // A practice town that had to be put in order first is refused at the end of that, when this card is shown anew.
  const [newest] = useJobs();
  const failure = open.failure ?? (newest?.kind === 'opening' ? failureOf(newest) : null);
  return (
    <section className="setup-card" aria-labelledby="setup-practice">
      <h2 id="setup-practice">{t('setup.practice')}</h2>
      <p className="soft">{t('setup.practice.body')}</p>
      <label className="setup-people">
        <span>{t('setup.practice.people')}</span>
        <Select
          value={people}
          onChange={setPeople}
          options={SIZES.map((size) => ({ value: size, label: formatCount(size) }))}
        />
      </label>
      <p className="soft setup-large">{t('setup.practice.large')}</p>
      {failure && <Refused failure={failure} onChoose={(kept) => void submit(kept)} />}
      <Button size="large" block loading={open.isBusy} onClick={() => void submit()}>
        {t('setup.practice.open')}
      </Button>
    </section>
  );
}

interface RefusedProperties {
  readonly failure: Failure;
  readonly onChoose: (kept: 'any' | 'none') => void;
}

/** A practice town of another size in which somebody has practised is not thrown away unasked. */
function Refused({ failure, onChoose }: RefusedProperties) {
  const { t, language } = useText();
  const used = practiceTown.safeParse(failure.details);
  if (failure.kind !== 'practice-in-use' || !used.success) return <FailureNotice failure={failure} />;
  const { people, day, entries } = used.data;
  return (
    <Alert
      type="info"
      showIcon
      role="alert"
      title={t('practice.inUse', { people, day: formatLongDay(day, language) })}
      description={
        <Space wrap>
          <Button
            size="small"
            onClick={() => {
              onChoose('any');
            }}
          >
            {t('practice.openOld')}
          </Button>
          <Popconfirm
            title={t('practice.remake.ask')}
            description={practiceLoss(entries, t)}
            okText={t('practice.remake')}
            cancelText={t('practice.keep')}
            onConfirm={() => {
              onChoose('none');
            }}
          >
            <Button size="small">{t('practice.remake')}</Button>
          </Popconfirm>
        </Space>
      }
    />
  );
}
