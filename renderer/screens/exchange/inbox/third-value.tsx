import { Button } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import type { AnyField } from '../../../../db/model/define-ledger.ts';
import type { Value } from '../../../../db/model/field-kind.ts';
import type { Input } from '../../../../electron/contract/calls.ts';
import { useText } from '../../../text/index.ts';
import { widgetOf } from '../../../widgets/index.ts';
import type { TypedProblem } from '../../../widgets/index.ts';

type Typed = NonNullable<Input<'conflict.resolve'>['value']> | null;

interface Properties {
  readonly ledger: string;
  readonly name: string;
  readonly field: AnyField;
  readonly isBusy: boolean;
  readonly onSave: (value: Typed) => void;
  readonly onCancel: () => void;
}

/** A value that is neither of the two, entered with the field's own input. */
export function ThirdValue({ ledger, name, field, isBusy, onSave, onCancel }: Properties) {
  const { t, label } = useText();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [value, setValue] = useState<Value>(null);
  const [problem, setProblem] = useState<TypedProblem | null>(null);
  const { Input: Widget } = widgetOf(field.kind);
  useEffect(() => box.current?.querySelector<HTMLElement>('input, textarea, select')?.focus(), []);
  return (
    <div className="third" ref={box}>
      <label htmlFor={id}>{label(field.label)}</label>
      <div className="third-input">
        <Widget
          id={id}
          ledger={ledger}
          name={name}
          field={field}
          value={value}
          text={undefined}
          invalid={problem !== null}
          describedBy={problem === null ? undefined : `${id}-problem`}
          onChange={setValue}
          onProblem={setProblem}
        />
        {problem !== null && (
          <span className="wrong" id={`${id}-problem`}>
            {problem.text}
          </span>
        )}
      </div>
      <Button
        type="primary"
        loading={isBusy}
        disabled={problem !== null || value === null}
        onClick={() => onSave(travelling(value))}
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
