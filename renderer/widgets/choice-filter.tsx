import { Checkbox, Input, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { useText } from '../text/index.ts';
import { BlankFilter } from './blank-filter.tsx';
import { useChoices } from './choice-input.tsx';
import { isChoiceMatch } from './choices.ts';
import { asValues } from './filter-entry.ts';
import type { FilterProps } from './widget.ts';

/** From this many choices on, the list can be narrowed by typing. */
const SEARCHABLE_FROM = 9;

/** Filter of `choice` and `multi-choice`: any of the ticked. */
export function ChoiceFilter(props: FilterProps): ReactNode {
  const { t } = useText();
  const ticked = asValues(props.value);
  const choices = useChoices(props.field.table, ticked);
  const [typed, setTyped] = useState('');
  const shown = choices.filter((choice) => isChoiceMatch(choice, typed));
  return (
    <div className="widget-filter">
      {choices.length >= SEARCHABLE_FROM ? (
        <Input
          autoFocus
          allowClear
          placeholder={t('widget.choose')}
          aria-label={t('widget.choose')}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
      ) : null}
      <Checkbox.Group
        className="widget-filter-list"
        value={[...ticked]}
        options={shown.map(({ value, label }) => ({ value, label }))}
        onChange={(codes) => {
          const hidden = ticked.filter((code) => !shown.some((choice) => choice.value === code));
          const next = [...hidden, ...codes];
          props.onChange(next.length === 0 ? undefined : next);
        }}
      />
      <BlankFilter {...props} />
    </div>
  );
}

/** Filter of `yes-no`. */
export function YesNoFilter({ value, onChange }: FilterProps): ReactNode {
  const { t } = useText();
  return (
    <Radio.Group
      value={typeof value === 'boolean' ? value : 'any'}
      aria-label={t('widget.filterText')}
      onChange={(event) => {
        const chosen: unknown = event.target.value;
        onChange(typeof chosen === 'boolean' ? chosen : undefined);
      }}
    >
      <Radio value="any">{t('widget.any')}</Radio>
      <Radio value={true}>{t('widget.yes')}</Radio>
      <Radio value={false}>{t('widget.no')}</Radio>
    </Radio.Group>
  );
}
