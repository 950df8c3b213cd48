import { Radio } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../text/index.ts';
import type { InputProps } from './widget.ts';

/** Input of `yes-no`: 是, 否, or nothing known. Y and N choose by key; Delete empties. */
export function YesNoInput(props: InputProps): ReactNode {
  const { t } = useText();
  const { value, onChange } = props;
  const keys: Readonly<Record<string, boolean | null>> = {
    y: true,
    n: false,
    1: true,
    0: false,
    Delete: null,
    Backspace: null,
  };
  return (
    <div
      className="widget-yes-no"
      role="presentation"
      onKeyDown={(event) => {
        const chosen = keys[event.key];
        if (chosen !== undefined && !event.ctrlKey && !event.altKey) onChange(chosen);
      }}
    >
      <Radio.Group
        id={props.id}
        value={value}
        aria-describedby={props.describedBy}
        onChange={(event) => {
          onChange(event.target.value === true);
        }}
      >
        <Radio value={true}>{t('widget.yes')}</Radio>
        <Radio value={false}>{t('widget.no')}</Radio>
      </Radio.Group>
    </div>
  );
}
