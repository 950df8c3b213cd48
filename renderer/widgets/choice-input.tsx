import { Select } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { choicesOf, isChoiceMatch, type Choice } from './choices.ts';
import { useCodeItems } from './codes.ts';
import { today, useText } from '../text/index.ts';
import type { InputProps } from './widget.ts';

/** Choices of a field's code table; a code out of use stays only where a record already holds it. */
export function useChoices(table: string | undefined, kept: readonly string[]): readonly Choice[] {
  const items = useCodeItems(table);
  const { language } = useText();
  const keptKey = kept.join();
  return useMemo(
    () => choicesOf(items, { language, today: today(), kept: keptKey === '' ? [] : keptKey.split(',') }),
    [items, language, keptKey],
  );
}

/** Input of `choice`: type the name, the code or pinyin initials, Enter takes the first match. */
export function ChoiceInput(props: InputProps): ReactNode {
  const { t } = useText();
  const value = typeof props.value === 'string' ? props.value : null;
  const choices = useChoices(props.field.table, value === null ? [] : [value]);
  return (
    <Select<string, Choice>
      id={props.id}
      className="widget-full"
      showSearch={{ filterOption: (typed, choice) => choice !== undefined && isChoiceMatch(choice, typed) }}
      allowClear
      {...(value === null ? { value: null } : { value })}
      options={[...choices]}
      placeholder={t('widget.pick')}
      status={props.invalid ? 'error' : ''}
      aria-describedby={props.describedBy}
      aria-invalid={props.invalid}
      onChange={(code: string | undefined) => {
        props.onChange(code ?? null);
      }}
    />
  );
}

/** Input of `multi-choice`: what is typed is chosen with Enter; Enter with nothing typed goes to the next field. */
export function MultiChoiceInput(props: InputProps): ReactNode {
  const { t } = useText();
  const [isTyping, setTyping] = useState(false);
  const value = Array.isArray(props.value) ? props.value.map(String) : [];
  const choices = useChoices(props.field.table, value);
  return (
    <Select<string[], Choice>
      id={props.id}
      mode="multiple"
      className="widget-full"
      showSearch={{
        filterOption: (typed, choice) => choice !== undefined && isChoiceMatch(choice, typed),
        onSearch: (typed) => {
          setTyping(typed !== '');
        },
      }}
      defaultActiveFirstOption={isTyping}
      value={value}
      options={[...choices]}
      maxTagCount="responsive"
      placeholder={t('widget.chooseSeveral')}
      status={props.invalid ? 'error' : ''}
      aria-describedby={props.describedBy}
      aria-invalid={props.invalid}
      onChange={(codes) => {
        // What was typed is cleared with the choice, and nobody is told.
        setTyping(false);
        props.onChange(codes.length === 0 ? null : codes);
      }}
    />
  );
}
