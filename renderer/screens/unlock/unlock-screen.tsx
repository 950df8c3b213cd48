import { Button, Form } from 'antd';
import { LanguageSwitch } from '../../app/language-switch.tsx';
import { useAction, useTakeSession } from '../../data/index.ts';
import type { Session } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { FailureNotice, PassphraseField, PlainPage } from '../../ui/index.ts';
import './unlock.css';

interface Properties {
  readonly file: Session['file'];
}

/**
 * Asks for the passphrase of the file; a wrong one leaves what was typed, marked, so that it can be looked at or typed
 * anew. The town's name stands inside the encryption and is not known here: a stolen disk does not tell whose it is.
 */
export function UnlockScreen({ file }: Properties) {
  const { t } = useText();
  const takeSession = useTakeSession();
  const unlock = useAction('session.unlock');
  const practice = useAction('session.openPractice');
  const submit = async ({ passphrase }: { passphrase: string }) => {
    const session = await unlock.run({ passphrase });
    if (session !== null) takeSession(session);
    else if (document.activeElement instanceof HTMLInputElement) document.activeElement.select();
  };
  const openPractice = async () => {
    // An existing practice town is opened as it is; size and seed count for a new one only.
    const session = await practice.run({ people: 20_000, seed: 1, kept: 'any' });
    if (session !== null) takeSession(session);
  };
  const failure = unlock.failure ?? practice.failure;
  return (
    <PlainPage title={t('app.name')} lead={t('unlock.title')}>
      <div className="corner">
        <LanguageSwitch />
      </div>
      <Form
        className="unlock-form"
        layout="vertical"
        requiredMark={false}
        onFinish={(entries) => void submit(entries)}
      >
        <Form.Item
          name="passphrase"
          label={t('unlock.passphrase')}
          validateTrigger="onSubmit"
          rules={[{ required: true, message: t('unlock.empty') }]}
        >
          <PassphraseField isNew={false} autoFocus />
        </Form.Item>
        {failure && <FailureNotice failure={failure} />}
        <Button type="primary" htmlType="submit" size="large" block loading={unlock.isBusy}>
          {t('unlock.submit')}
        </Button>
        <Button type="link" block loading={practice.isBusy} onClick={() => void openPractice()}>
          {t('unlock.practice')}
        </Button>
      </Form>
      {file !== null && <p className="soft unlock-file">{t('open.file', { file })}</p>}
    </PlainPage>
  );
}
