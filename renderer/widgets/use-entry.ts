import { useState } from 'react';
import type { Value } from '../../db/model/field-kind.ts';
import type { TypedProblem } from './widget.ts';

/** What is entered in one field of a dialog. While a text is no value, `value` is still what was entered before. */
export interface Entry {
  readonly value: Value;
  readonly problem: TypedProblem | null;
  /** Something else than at first, or a text that is no value. */
  readonly isChanged: boolean;
  readonly set: (value: Value) => void;
  readonly setProblem: (problem: TypedProblem | null) => void;
}

/** An entry that begins with `first`. Nothing may be done with it while it has a `problem`. */
export function useEntry(first: Value): Entry {
  const [atFirst] = useState(first);
  const [value, setValue] = useState(first);
  const [problem, setProblem] = useState<TypedProblem | null>(null);
  const set = (next: Value): void => {
    setProblem(null);
    setValue(next);
  };
  return { value, problem, isChanged: value !== atFirst || problem !== null, set, setProblem };
}
