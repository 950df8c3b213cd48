import { useEffect, useRef, type RefObject } from 'react';
import { useNavigation } from '../../app/navigation.ts';
import { focusField, focusNext } from './form-keys.ts';

/** Puts the keyboard into the first (or the named) field when the form opens, and marks the tab while it is unsaved. */
export function useFormFocus(
  form: RefObject<HTMLElement | null>,
  options: { readonly field: string | null; readonly isUnsaved: boolean },
): void {
  const navigation = useNavigation();
  const { field, isUnsaved } = options;
  const first = useRef(field);
  useEffect(() => {
    if (form.current === null) return;
    if (first.current === null || !focusField(form.current, first.current))
      focusNext(form.current, form.current);
  }, [form]);
  useEffect(() => {
    navigation.setUnsaved(isUnsaved);
  }, [navigation, isUnsaved]);
  useEffect(
    () => () => {
      navigation.setUnsaved(false);
    },
    [navigation],
  );
}
