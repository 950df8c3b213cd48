import { Input } from 'antd';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useText } from '../text/index.ts';

interface Properties {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
  /** Given by a form item that checks when the field is left. */
  readonly onBlur?: () => void;
  readonly isNew: boolean;
  readonly autoFocus?: boolean;
}

/** A passphrase that can be shown, with a word when Caps Lock is on. Fits into a form item. */
export function PassphraseField({ id, value = '', onChange, onBlur, isNew, autoFocus = false }: Properties) {
  const { t } = useText();
  const [hasCaps, setCaps] = useState(false);
  const watchCaps = (event: KeyboardEvent) => setCaps(event.getModifierState('CapsLock'));
  return (
    <>
      <Input.Password
        {...(id === undefined ? {} : { id })}
        value={value}
        autoFocus={autoFocus}
        maxLength={200}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        onChange={(event) => onChange?.(event.target.value)}
        onBlur={() => onBlur?.()}
        onKeyDown={watchCaps}
        onKeyUp={watchCaps}
      />
      <span className="caps-hint" role="status">
        {hasCaps ? t('unlock.caps') : ''}
      </span>
    </>
  );
}
