import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useTypedText } from './typed-input.tsx';
import type { InputProps } from './widget.ts';

/** Input of `long-text`. Enter goes on to the next field as everywhere; Alt+Enter breaks the line, as in a sheet. */
export function LongTextInput(props: InputProps): ReactNode {
  const { text, change, leave } = useTypedText(props, {});
  return (
    <Input.TextArea
      id={props.id}
      value={text}
      rows={2}
      className="widget-long-text"
      status={props.invalid ? 'error' : ''}
      aria-invalid={props.invalid}
      aria-describedby={props.describedBy}
      onChange={(event) => {
        change(event.target.value);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !event.altKey || event.nativeEvent.isComposing) return;
        event.preventDefault();
        const box = event.currentTarget;
        box.setRangeText('\n', box.selectionStart, box.selectionEnd, 'end');
        change(box.value);
      }}
      onBlur={leave}
    />
  );
}
