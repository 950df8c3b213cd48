import { Input } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Names, Reading, Value } from '../../db/model/field-kind.ts';
import { useNames } from './codes.ts';
import { useText } from '../text/index.ts';
import type { InputProps } from './widget.ts';

export interface TypedOptions {
  /** Default: code tables. */
  readonly names?: Names;
  /** Reads a typed text; default the kind's own reading. */
  readonly read?: (text: string) => Reading<Value>;
  /** From this many characters on a problem is shown while typing. */
  readonly liveFrom?: number;
  /** Stands at the end of the box, before the unit. */
  readonly tail?: ReactNode;
  /** Figures with equal widths. */
  readonly tabular?: boolean;
}

/**
 * State of a control whose text is typed: keeps the text as typed while it has the focus, hands every readable text on
 * at once (so that a draft loses nothing) and shows the tidy form when it is left.
 */
export function useTypedText(props: InputProps, options: TypedOptions) {
  const shipped = useNames();
  const names = options.names ?? shipped;
  const { field, value, onChange, onProblem } = props;
  const tidy = value === null ? '' : field.toText(value, names);
  const [typed, setTyped] = useState<string | null>(null);
  const last = useRef<Value>(value);
  useEffect(() => {
    if (last.current === value) return;
    last.current = value;
    setTyped(null);
  }, [value]);

  function change(text: string): void {
    setTyped(text);
    const reading = options.read ? options.read(text) : field.fromText(text, names);
    if (reading.ok) {
      last.current = reading.value;
      onProblem(null);
      onChange(reading.value);
    } else {
      const live = options.liveFrom !== undefined && [...text.trim()].length >= options.liveFrom;
      onProblem({ unreadable: reading, text, live });
    }
  }
  /** Called when the control is left: a readable text is shown tidy, an unreadable one stays to be corrected. */
  function leave(): void {
    if (typed === null) return;
    const reading = options.read ? options.read(typed) : field.fromText(typed, names);
    if (reading.ok) setTyped(null);
  }
  return { text: typed ?? tidy, change, leave };
}

/** One-line box of every kind that is typed as text: numbers, ids, phones, money, codes. */
export function TypedInput({
  options,
  ...props
}: InputProps & { readonly options: TypedOptions }): ReactNode {
  const { label } = useText();
  const { text, change, leave } = useTypedText(props, options);
  const unit = props.field.unit;
  return (
    <Input
      id={props.id}
      value={text}
      autoComplete="off"
      spellCheck={false}
      className={options.tabular ? 'widget-tabular' : ''}
      status={props.invalid ? 'error' : ''}
      aria-invalid={props.invalid}
      aria-describedby={props.describedBy}
      aria-required={props.field.required === true}
      suffix={
        <>
          {options.tail}
          {unit ? <span className="widget-unit">{label(unit)}</span> : null}
        </>
      }
      onChange={(event) => {
        change(event.target.value);
      }}
      onBlur={leave}
    />
  );
}
