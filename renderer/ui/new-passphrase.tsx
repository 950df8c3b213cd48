import { Form } from 'antd';
import { useText } from '../text/index.ts';
import type { TextKey } from '../text/index.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { passphraseStrength, SHORTEST_PASSPHRASE } from './passphrase-strength.ts';

interface Properties {
  readonly label: TextKey;
  readonly againLabel: TextKey;
  readonly help?: TextKey;
}

/** Two form items, `passphrase` and `again`, that must agree; the strength is told in words while typing. */
export function NewPassphrase({ label, againLabel, help }: Properties) {
  const { t } = useText();
  const typed: unknown = Form.useWatch('passphrase');
  const passphrase = typeof typed === 'string' ? typed : '';
  const strength = passphraseStrength(passphrase);
  const missing = SHORTEST_PASSPHRASE - [...passphrase].length;
  const words = strength === 'short' ? t('setup.short', { count: missing }) : t(`setup.strength.${strength}`);
  return (
    <>
      <Form.Item
        name="passphrase"
        label={t(label)}
        extra={passphrase === '' ? help && t(help) : <span className={`strength-${strength}`}>{words}</span>}
        rules={[{ min: SHORTEST_PASSPHRASE, required: true, message: t('setup.passphrase.help') }]}
        validateTrigger="onSubmit"
      >
        <PassphraseField isNew />
      </Form.Item>
      <Form.Item
        name="again"
        label={t(againLabel)}
        dependencies={['passphrase']}
        validateTrigger="onBlur"
        rules={[
          ({ getFieldValue }) => ({
            validator: (_rule, value) =>
              value === getFieldValue('passphrase')
                ? Promise.resolve()
                : Promise.reject(new Error(t('setup.again.wrong'))),
          }),
        ]}
      >
        <PassphraseField isNew />
      </Form.Item>
    </>
  );
}
