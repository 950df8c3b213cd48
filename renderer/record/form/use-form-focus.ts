import { useCallback, useEffect, useRef, type RefObject } from 'react';
import { focusField, focusNext } from './form-keys.ts';

/**
 * Puts the keyboard into the first (or the named) field when the form opens.
 * Answers how to put it there again, when the button with the keyboard goes.
 */
export function useFormFocus(
  form: RefObject<HTMLElement | null>,
  field: string | null,
): (field?: string) => void {
  const first = useRef(field);
  const focus = useCallback(
    (name?: string) => {
      if (form.current === null) return;
      if (name === undefined || !focusField(form.current, name)) focusNext(form.current, form.current);
    },
    [form],
  );
  useEffect(() => focus(first.current ?? undefined), [focus]);
  return useCallback((name) => void window.setTimeout(() => focus(name), 0), [focus]);
}
