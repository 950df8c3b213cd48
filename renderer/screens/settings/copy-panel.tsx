import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { ask, useAction } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { FailureNotice, NewPassphrase, Panel } from '../../ui/index.ts';

/** Writes everything to a file other tools can open with a passphrase of its own. */
export function CopyPanel() {
  const { t } = useText();
  const [form] = Form.useForm<{ passphrase: string }>();
  const [saved, setSaved] = useState<{ token: string; name: string } | null>(null);
  const choosing = useAction('file.save');
  const copy = useAction('store.saveSqlcipherCopy');
  const failure = choosing.failure ?? copy.failure;
  const save = async (passphrase: string) => {
    setSaved(null);
    const target = await choosing.run({ name: 'zhiwang-copy.db', filter: 'db' });
    if (target === null) return;
    const written = await copy.run({ file: target.token, passphrase });
    if (written === null) return;
    form.resetFields();
    setSaved(target);
  };
  return (
    <Panel title={t('settings.copy')}>
      <p className="soft settings-words">{t('settings.copy.body')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ passphrase }) => void save(passphrase)}
      >
        <NewPassphrase label="settings.copy.passphrase" againLabel="settings.copy.again" />
        <Button htmlType="submit" loading={copy.isBusy}>
          {t(copy.isBusy ? 'settings.copy.running' : 'settings.copy.save')}
        </Button>
      </Form>
      {failure && <FailureNotice failure={failure} />}
      {saved && (
        <Alert
          type="success"
          showIcon
          title={t('settings.copy.done', { name: saved.name })}
          action={
            <Button size="small" onClick={() => void ask('file.reveal', { token: saved.token })}>
              {t('action.show-file')}
            </Button>
          }
        />
      )}
    </Panel>
  );
}
