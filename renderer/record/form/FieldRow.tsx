import { Button } from 'antd';
import type { FocusEvent, ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import type { KindName } from '../../../db/model/field-kind.ts';
import { isAutomatic } from '../../../db/model/derive/automatic.ts';
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
  /** The field that has the focus; its help stands at the foot of the form. */
  readonly focused: string | null;
}

/** Id of the line that shows the help of the field with the focus. */
export const helpId = (formId: string): string => `${formId}-help`;

/** Label, input, and the line under it: message or suggestion mark. */
export function FieldRow(props: FieldRowProps): ReactNode {
  const { label, language } = useText();
  const { name, field, state, dispatch, formId } = props;
  const widget = widgetOf(kindShown(props));
  const id = `${formId}-${name}`;
  const message = messageOf(state, name, { field, language });
  const described = [
    message === null ? '' : `${id}-under`,
    props.focused === name && field.help ? helpId(formId) : '',
  ];
  function blur(event: FocusEvent<HTMLElement>): void {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    window.setTimeout(() => {
      dispatch({ do: 'leave', field: name });
    }, LEAVE_AFTER_MS);
  }
  return (
    <div
      className={widget.wide ? 'form-row form-row-wide' : 'form-row'}
      {...{ [fieldAttribute]: name }}
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
            describedBy={described.filter((part) => part !== '').join(' ') || undefined}
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
        <Under id={`${id}-under`} message={message} isSuggested={state.suggested.includes(name)} />
      </div>
    </div>
  );
}

/** Where a case begins is chosen when it is entered; later only its actions lead on. */
function kindShown({ ledger, name, field, state }: FieldRowProps): KindName {
  const isBegun = state.base > 0 || name !== ledger.workflow?.state;
  return isAutomatic(ledger, name) && isBegun ? 'computed' : field.kind;
}

function Under(props: {
  readonly id: string;
  readonly message: FieldMessage | null;
  readonly isSuggested: boolean;
}): ReactNode {
  const { t } = useText();
  const { message } = props;
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
  return props.isSuggested ? (
    <div className="form-under form-under-suggested">{t('record.suggested')}</div>
  ) : null;
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
