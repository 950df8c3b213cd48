import type { KeyboardEvent } from 'react';

/** Attribute of the box around each field, with the field's name. */
export const fieldAttribute = 'data-field';
const focusable = 'input:not([disabled]), textarea:not([disabled]), button[data-first], [role="combobox"]';

/** Name of the field an element belongs to, `null` outside of all. */
export function focusedField(target: EventTarget | null): string | null {
  return target instanceof Element
    ? (target.closest(`[${fieldAttribute}]`)?.getAttribute(fieldAttribute) ?? null)
    : null;
}

/** Puts the keyboard into a field of the form; false when it has nothing to type into. */
export function focusField(form: Element, name: string): boolean {
  const box = [...form.querySelectorAll(`[${fieldAttribute}]`)].find(
    (b) => b.getAttribute(fieldAttribute) === name,
  );
  return box !== undefined && focusIn(box);
}

function focusIn(box: Element): boolean {
  const control = box.querySelector<HTMLElement>(focusable);
  control?.focus();
  if (control instanceof HTMLInputElement && control.type === 'text') control.select();
  if (control !== null) control.scrollIntoView({ block: 'nearest' });
  return control !== null;
}

/** Goes to the next field that can be typed into; behind the last one to the save button. */
export function focusNext(form: Element, from: Element, step: 1 | -1 = 1): void {
  const boxes = [...form.querySelectorAll(`[${fieldAttribute}]`)];
  const here = boxes.findIndex((box) => box.contains(from));
  for (let at = here + step; at >= 0 && at < boxes.length; at += step) {
    const box = boxes[at];
    if (box !== undefined && focusIn(box)) return;
  }
  if (step === 1) form.querySelector<HTMLElement>('[data-save]')?.focus();
}

/** What a key means in a form. `null` = nothing of ours. */
export type FormKey = 'save' | 'save-new' | 'next' | 'back' | 'choose-then-next' | 'leave';

/**
 * Reads a key. While an input method composes, Enter belongs to it: it confirms a word and must neither jump nor save.
 * An open list takes Enter first; a closed one would open on Enter, so there it already means the next field.
 */
export function formKey(event: KeyboardEvent): FormKey | null {
  // 229 = the key was taken by the input method (UI Events §3.8.5); Chrome sends it with the confirming Enter.
  if (event.nativeEvent.isComposing || event.keyCode === 229) return null;
  const isControl = event.ctrlKey || event.metaKey;
  if (event.key === 's' && isControl) return 'save';
  switch (event.key) {
    case 'Escape':
      return isOpenList(event.target) ? null : 'leave';
    case 'Tab':
      return tabKey(event);
    case 'Enter':
      return isControl ? 'save-new' : enterKey(event);
    default:
      return null;
  }
}

/** Tab is the browser's, but an open list of several choices would keep it and undo the last choice with it. */
function tabKey({ shiftKey, target }: KeyboardEvent): FormKey | null {
  if (!isOpenList(target) || !isOfSeveral(target)) return null;
  return shiftKey ? 'back' : 'next';
}

/** Enter without Ctrl: buttons and parts with keys of their own keep it, Alt+Enter breaks a line, Shift+Enter goes back. */
function enterKey({ altKey, shiftKey, target }: KeyboardEvent): FormKey | null {
  if (
    altKey ||
    !(target instanceof Element) ||
    target.closest('button, a, .widget-calendar, [data-own-enter]') !== null
  )
    return null;
  if (isOpenList(target) && !isOfSeveral(target)) return 'choose-then-next';
  if (isOpenList(target) && hasActiveChoice(target)) return null;
  return shiftKey ? 'back' : 'next';
}

const isOpenList = (target: EventTarget): boolean =>
  target instanceof Element && target.getAttribute('aria-expanded') === 'true';

const isOfSeveral = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('.ant-select-multiple') !== null;

/** antd names the choice Enter would take by its index, -1 when there is none. */
const hasActiveChoice = (target: Element): boolean =>
  target.getAttribute('aria-activedescendant')?.endsWith('_-1') === false;
