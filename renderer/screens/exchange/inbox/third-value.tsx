import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { Value } from '../../../../db/model/field-kind.ts';
import type { Input } from '../../../../electron/contract/calls.ts';
import { useUnsaved } from '../../../app/use-unsaved.ts';
import { useText } from '../../../text/index.ts';
import { LedgerInput, useEntry } from '../../../widgets/index.ts';

type Typed = NonNullable<Input<'conflict.resolve'>['value']> | null;

interface Properties {
  readonly ledger: string;
  readonly name: string;
  readonly isBusy: boolean;
  readonly onSave: (value: Typed) => void;
  readonly onCancel: () => void;
}

/** A value that is neither of the two, entered with the field's own input. */
export function ThirdValue({ ledger, name, isBusy, onSave, onCancel }: Properties) {
  const { t } = useText();
  const box = useRef<HTMLDivElement>(null);
  const entry = useEntry(null);
  useUnsaved(entry.isChanged, { what: t('exchange.conflict.type') });
  useEffect(() => box.current?.querySelector<HTMLElement>('input, textarea, select')?.focus(), []);
  return (
    <div className="third" ref={box}>
      <LedgerInput ledger={ledger} name={name} entry={entry} />
      <Button
        type="primary"
        loading={isBusy}
        disabled={entry.problem !== null || entry.value === null}
        onClick={() => onSave(travelling(entry.value))}
      >
        {t('exchange.conflict.type.save')}
      </Button>
      <Button onClick={onCancel}>{t('exchange.conflict.type.cancel')}</Button>
    </div>
  );
}

/** The value as it crosses the wire: lists become plain arrays. */
function travelling(value: Value): Typed {
  // A value of a field is a text, a number, a yes or no, or a list of texts, which is what the contract names.
  return (Array.isArray(value) ? [...value] : value) as Typed;
}
