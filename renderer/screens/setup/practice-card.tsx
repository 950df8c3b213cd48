import { Button, Select } from 'antd';
import { useState } from 'react';
import { useAction, useTakeSession } from '../../data/index.ts';
import { formatCount, useText } from '../../text/index.ts';
import { FailureNotice } from '../../ui/index.ts';

/** Sizes offered: a village, a small town, a middle town, the largest town. */
const SIZES = [2_000, 20_000, 200_000, 1_200_000] as const;
const FIRST_SIZE = 20_000;
/** The same seed everywhere, so that two offices practising see the same people. */
const SEED = 1;

/** Opens an invented town of a chosen size. */
export function PracticeCard() {
  const { t } = useText();
  const [people, setPeople] = useState<number>(FIRST_SIZE);
  const takeSession = useTakeSession();
  const open = useAction('session.openPractice');
  const submit = async () => {
    const session = await open.run({ people, seed: SEED });
    if (session !== null) takeSession(session);
  };
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
      {open.failure && <FailureNotice failure={open.failure} />}
      <Button size="large" block loading={open.isBusy} onClick={() => void submit()}>
        {t('setup.practice.open')}
      </Button>
    </section>
  );
}
