import { AutoComplete } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import type { Names } from '../../db/model/field-kind.ts';
import { ask } from '../data/index.ts';
import { TypedInput, useTypedText } from './typed-input.tsx';
import { useRegionNames } from './use-region-names.ts';
import { useDelayed } from './use-delayed.ts';
import type { InputProps } from './widget.ts';

const SUGGEST_AFTER_MS = 150;

/** Input of `text`. Where the ledger says `suggest`, typing offers what the town already wrote in this field. */
export function TextInput(props: InputProps): ReactNode {
  return props.field.suggest ? <SuggestInput {...props} /> : <TypedInput {...props} options={{}} />;
}

/** Input of `region`: typing part of a name, its initials or a code offers the divisions of the country. */
export function RegionInput(props: InputProps): ReactNode {
  return <SuggestInput {...props} names={useRegionNames()} />;
}

function SuggestInput({ names, ...props }: InputProps & { readonly names?: Names }): ReactNode {
  const { text, change, leave } = useTypedText(props, names === undefined ? {} : { names });
  const [offers, setOffers] = useState<readonly string[]>([]);
  const newest = useRef('');
  const look = useDelayed(SUGGEST_AFTER_MS, async (typed: string) => {
    newest.current = typed;
    const reply = await ask('record.suggest', { ledger: props.ledger, field: props.name, text: typed });
    if (typed === newest.current) setOffers(reply.ok ? reply.value.filter((offer) => offer !== typed) : []);
  });
  return (
    <AutoComplete
      id={props.id}
      value={text}
      options={offers.map((offer) => ({ value: offer }))}
      defaultActiveFirstOption={false}
      className="widget-full"
      status={props.invalid ? 'error' : ''}
      aria-invalid={props.invalid}
      aria-describedby={props.describedBy}
      onChange={(typed: string | undefined) => {
        change(typed ?? '');
        look(typed ?? '');
      }}
      onBlur={leave}
    />
  );
}
