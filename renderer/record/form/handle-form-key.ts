import type { KeyboardEvent } from 'react';
import { focusNext, formKey } from './form-keys.ts';

/** What the keys of a form lead to. */
interface FormKeyActions {
  readonly leave: () => void;
  /** `andNew` = Ctrl+Enter. */
  readonly save: (andNew: boolean) => void;
}

/** Does what a key means in a form, in the capturing phase: Enter goes on, Ctrl+S saves, Esc leaves; other keys pass. */
export function handleFormKey(
  event: KeyboardEvent<HTMLElement>,
  form: HTMLElement | null,
  { leave, save }: FormKeyActions,
): void {
  const key = formKey(event);
  if (key === null || !(event.target instanceof Element)) return;
  if (key === 'choose-then-next') {
    const from = event.target;
    window.setTimeout(() => form?.isConnected === true && focusNext(form, from), 0);
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  if (key === 'leave') leave();
  else if (key === 'save' || key === 'save-new') save(key === 'save-new');
  else if (form !== null) focusNext(form, event.target, key === 'next' ? 1 : -1);
}
