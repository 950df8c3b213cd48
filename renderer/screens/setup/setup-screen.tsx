import { Alert, Button, Form, Select } from 'antd';
import { LanguageSwitch } from '../../app/language-switch.tsx';
import { useAction, useAsk, useTakeSession } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { FailureNotice, NewPassphrase, PlainPage } from '../../ui/index.ts';
import { PracticeCard } from './practice-card.tsx';
import './setup.css';

/** First start: create the town's ledgers, or try the practice town. */
export function SetupScreen() {
  const { t } = useText();
  return (
    <PlainPage title={t('setup.title')} lead={t('setup.lead')} isWide>
      <div className="corner">
        <LanguageSwitch />
      </div>
      <div className="setup-cards">
        <CreateCard />
        <PracticeCard />
      </div>
    </PlainPage>
  );
}

interface Entries {
  readonly town: string;
  readonly passphrase: string;
}

function CreateCard() {
  const { t } = useText();
  const takeSession = useTakeSession();
  const towns = useAsk('session.towns', {});
  const create = useAction('session.create');
  const submit = async ({ town, passphrase }: Entries) => {
    const session = await create.run({ town, passphrase });
    if (session !== null) takeSession(session);
  };
  const options = (towns.value ?? []).map((town) => ({ value: town.code, label: town.name }));
  return (
    <section className="setup-card" aria-labelledby="setup-create">
      <h2 id="setup-create">{t('setup.create')}</h2>
      <p className="soft">{t('setup.create.body')}</p>
      {towns.failure && <FailureNotice failure={towns.failure} onRetry={towns.refresh} />}
      <Form<Entries> layout="vertical" requiredMark={false} onFinish={(entries) => void submit(entries)}>
        <Form.Item
          name="town"
          label={t('setup.town')}
          rules={[{ required: true, message: t('setup.required.town') }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={options}
            loading={towns.isLoading}
            placeholder={t('setup.town.placeholder')}
          />
        </Form.Item>
        <NewPassphrase label="setup.passphrase" againLabel="setup.again" help="setup.passphrase.help" />
        <Alert type="warning" showIcon title={t('setup.warning')} className="setup-warning" />
        {create.failure && <FailureNotice failure={create.failure} />}
        <Button type="primary" htmlType="submit" size="large" block loading={create.isBusy}>
          {t('setup.submit')}
        </Button>
      </Form>
    </section>
  );
}
