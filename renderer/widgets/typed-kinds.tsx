import type { ReactNode } from 'react';
import { TypedInput } from './typed-input.tsx';
import type { InputProps } from './widget.ts';

/** Length of a citizen id number (GB 11643) and of a unified social credit code (GB 32100) happens to be the same. */
const ID_LENGTH = 18;

/** Input of `integer`, `decimal` and `money`: figures of equal width, the unit inside the box. */
export function NumberInput(props: InputProps): ReactNode {
  return <TypedInput {...props} options={{ tabular: true }} />;
}

/** Input of `phone` and `point`. */
export function FigureInput(props: InputProps): ReactNode {
  return <TypedInput {...props} options={{ tabular: true }} />;
}

/** Input of `resident-id` and `credit-code`: counts the characters, and tells of a wrong check digit at the last one. */
export function NumberedIdInput(props: InputProps): ReactNode {
  const length = typeof props.value === 'string' ? [...props.value].length : 0;
  const tail =
    length > 0 && length < ID_LENGTH ? (
      <span className="widget-count">{`${String(length)}/${String(ID_LENGTH)}`}</span>
    ) : null;
  return <TypedInput {...props} options={{ tabular: true, liveFrom: ID_LENGTH, tail }} />;
}
