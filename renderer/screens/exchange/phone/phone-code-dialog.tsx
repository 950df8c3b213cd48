import { App, Button, Input } from 'antd';
import { useLayoutEffect, useRef, useState } from 'react';
import type { InputRef } from 'antd';
import type { Output } from '../../../../electron/contract/calls.ts';
import { EntryModal } from '../../../app/entry-modal.tsx';
import { useAction } from '../../../data/index.ts';
import { useText } from '../../../text/index.ts';
import { FailureNotice } from '../../../ui/index.ts';
import { cursorAfter, digitsOf, grouped, isCompleteCode } from '../phone-digits.ts';
import { useExchanged } from '../use-exchanged.ts';

interface Properties {
  readonly sent: Output<'exchange.sent'>[number];
  readonly onClose: () => void;
}

/** Types the receipt code that the other office reads out; four digits at a time, as they are spoken. */
export function PhoneCodeDialog({ sent, onClose }: Properties) {
  const { t } = useText();
  const { message } = App.useApp();
  const [digits, setDigits] = useState('');
  const [isWrong, setWrong] = useState(false);
  const confirm = useAction('exchange.confirmByPhone');
  const exchanged = useExchanged();
  const save = async () => {
    if (!isCompleteCode(digits)) return;
    const answer = await confirm.run({ digest: sent.digest, code: digits });
    if (answer === null) return;
    setWrong(!answer.ok);
    if (!answer.ok) return;
    void message.success(t('exchange.phone.done'));
    exchanged();
    onClose();
  };
  return (
    <EntryModal
      title={t('exchange.phone.title', { number: String(sent.number) })}
      footer={null}
      isUnsaved={digits !== ''}
      onClose={onClose}
      width={460}
    >
      <div className="exchange-dialog">
        <label htmlFor="phone-code">{t('exchange.phone.lead', { name: sent.peerName })}</label>
        <CodeInput
          digits={digits}
          isWrong={isWrong}
          onDigits={(next) => {
            setDigits(next);
            setWrong(false);
          }}
          onEnter={() => void save()}
        />
        {isWrong && (
          <p className="wrong" role="alert" id="phone-code-wrong">
            {t('exchange.phone.wrong')}
          </p>
        )}
        {confirm.failure && <FailureNotice failure={confirm.failure} />}
        <div className="exchange-buttons">
          <Button
            type="primary"
            disabled={!isCompleteCode(digits)}
            loading={confirm.isBusy}
            onClick={() => void save()}
          >
            {t('exchange.phone.save')}
          </Button>
        </div>
      </div>
    </EntryModal>
  );
}

interface CodeInputProperties {
  readonly digits: string;
  readonly isWrong: boolean;
  readonly onDigits: (digits: string) => void;
  readonly onEnter: () => void;
}

/** Groups 4-4-4-2 appear while typing; the cursor stays where the digit was typed. */
function CodeInput({ digits, isWrong, onDigits, onEnter }: CodeInputProperties) {
  const { t } = useText();
  const box = useRef<InputRef>(null);
  const cursor = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (cursor.current !== null) box.current?.setSelectionRange(cursor.current, cursor.current);
    cursor.current = null;
  });
  return (
    <Input
      id="phone-code"
      ref={box}
      autoFocus
      size="large"
      className="phone-code"
      inputMode="numeric"
      autoComplete="off"
      aria-label={t('exchange.phone.label')}
      aria-invalid={isWrong}
      {...(isWrong ? { 'aria-describedby': 'phone-code-wrong', status: 'error' as const } : {})}
      value={grouped(digits)}
      onChange={(event) => {
        const { value, selectionStart } = event.target;
        cursor.current = cursorAfter(value.slice(0, selectionStart ?? value.length));
        onDigits(digitsOf(value));
      }}
      onPressEnter={onEnter}
    />
  );
}
