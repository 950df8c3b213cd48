import { Button } from 'antd';
import { useState, type FocusEvent, type ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { useText } from '../../text/index.ts';
import { widgetOf } from '../../widgets/index.ts';
import type { NamedField } from '../definition.ts';
import { fieldAttribute } from './form-keys.ts';
import type { FormAction, FormState } from './form-state.ts';
import { messageOf, type FieldMessage } from './messages.ts';

/** A message pushes what is below it down; it waits until the click that left the field has landed. */
const LEAVE_AFTER_MS = 200;

export interface FieldRowProps extends NamedField {
  readonly ledger: AnyLedger;
  readonly state: FormState;
  readonly dispatch: (action: FormAction) => void;
  /** Value withheld until it is asked for; asking is logged. */
  readonly onReveal: ((field: string) => void) | null;
  /** Makes ids unique among the forms of a window. */
  readonly formId: string;
}

/** Label, input, and the line under it: message, suggestion mark or help. */
export function FieldRow(props: FieldRowProps): ReactNode {
  const { label, language } = useText();
  const { name, field, state, dispatch, formId } = props;
  const [hasFocus, setFocus] = useState(false);
  const widget = widgetOf(field.kind);
  const id = `${formId}-${name}`;
  const message = messageOf(state, name, { field, language });
  const help = hasFocus && field.help ? label(field.help) : null;
  function blur(event: FocusEvent<HTMLElement>): void {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    setFocus(false);
    window.setTimeout(() => {
      dispatch({ do: 'leave', field: name });
    }, LEAVE_AFTER_MS);
  }
  return (
    <div
      className={widget.wide ? 'form-row form-row-wide' : 'form-row'}
      {...{ [fieldAttribute]: name }}
      onFocus={() => {
        setFocus(true);
      }}
      onBlur={blur}
    >
      <label className="form-label" htmlFor={id} title={label(field.label)}>
        {field.required ? (
          <span className="form-required" aria-hidden>
            *
          </span>
        ) : null}
        {label(field.label)}
      </label>
      <div className="form-control">
        {props.onReveal ? (
          <MaskedValue text={state.texts[name] ?? ''} onReveal={() => props.onReveal?.(name)} />
        ) : (
          <widget.Input
            id={id}
            ledger={props.ledger.id}
            name={name}
            field={field}
            value={state.values[name] ?? null}
            text={state.texts[name]}
            invalid={message?.level === 'error'}
            describedBy={message !== null || help !== null ? `${id}-under` : undefined}
            onChange={(value) => {
              dispatch({
                do: 'change',
                field: name,
                value: Array.isArray(value) ? [...value] : (value as FormState['values'][string]),
              });
            }}
            onProblem={(problem) => {
              if (problem !== null || name in state.problems)
                dispatch({ do: 'problem', field: name, problem });
            }}
          />
        )}
        <Under
          id={`${id}-under`}
          message={message}
          help={help}
          isSuggested={state.suggested.includes(name)}
        />
      </div>
    </div>
  );
}

function Under(props: {
  readonly id: string;
  readonly message: FieldMessage | null;
  readonly help: string | null;
  readonly isSuggested: boolean;
}): ReactNode {
  const { t } = useText();
  const { message, help } = props;
  if (message !== null) {
    return (
      <div
        id={props.id}
        className={`form-under form-under-${message.level}`}
        role={message.level === 'error' ? 'alert' : 'status'}
      >
        {message.text}
      </div>
    );
  }
  if (props.isSuggested)
    return <div className="form-under form-under-suggested">{t('record.suggested')}</div>;
  return help === null ? null : (
    <div id={props.id} className="form-help">
      {help}
    </div>
  );
}

function MaskedValue({
  text,
  onReveal,
}: {
  readonly text: string;
  readonly onReveal: () => void;
}): ReactNode {
  const { t } = useText();
  return (
    <span className="form-masked">
      <span>{text}</span>
      <Button size="small" data-first onClick={onReveal}>
        {t('record.reveal')}
      </Button>
    </span>
  );
}
