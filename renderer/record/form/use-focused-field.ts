import { useEffect, useState, type RefObject } from 'react';
import { focusedField } from './form-keys.ts';

/** Name of the form's field that has the focus; `null` while none has. */
export function useFocusedField(form: RefObject<HTMLElement | null>): string | null {
  const [focused, setFocused] = useState<string | null>(null);
  useEffect(() => {
    const box = form.current;
    if (box === null) return;
    const enter = (event: FocusEvent): void => {
      setFocused(focusedField(event.target));
    };
    const leave = (): void => {
      setFocused(null);
    };
    box.addEventListener('focusin', enter);
    box.addEventListener('focusout', leave);
    return () => {
      box.removeEventListener('focusin', enter);
      box.removeEventListener('focusout', leave);
    };
  }, [form]);
  return focused;
}
