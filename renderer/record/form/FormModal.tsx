import { createContext, useContext, useEffect, useState, type ReactNode, type RefObject } from 'react';
import { EntryModal } from '../../app/entry-modal.tsx';
import { useLeave } from '../../app/use-leave.ts';
import { focusNext } from './form-keys.ts';

/** The box of a dialog's form, as React hands it out. */
export type FormBox = RefObject<HTMLDivElement | null>;

/** What the form in a dialog has to do with the dialog. */
interface DialogLeave {
  /** Closes the dialog; asks first while something entered would be lost. */
  readonly leave: () => void;
  readonly setUnsaved: (isUnsaved: boolean) => void;
}

const DialogLeaveContext = createContext<DialogLeave | null>(null);

/** The way out of the dialog around, for a form that says what would be lost with it. */
export function useDialogLeave(isUnsaved: boolean): () => void {
  const dialog = useContext(DialogLeaveContext);
  if (dialog === null) throw new Error('useDialogLeave used outside FormModal');
  const { leave, setUnsaved } = dialog;
  useEffect(() => setUnsaved(isUnsaved), [setUnsaved, isUnsaved]);
  useEffect(() => () => setUnsaved(false), [setUnsaved]);
  return leave;
}

/** A dialog around a form: it begins in the first field, and nothing entered is lost by a click or a key. */
export function FormModal({
  form,
  width = 900,
  title,
  onClose,
  children,
}: {
  readonly form: FormBox;
  readonly width?: number;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const [isUnsaved, setUnsaved] = useState(false);
  const leave = useLeave(isUnsaved, title, onClose);
  return (
    <EntryModal
      width={width}
      title={title}
      footer={null}
      isUnsaved={isUnsaved}
      onClose={onClose}
      afterOpenChange={(isOpen) => {
        if (isOpen && form.current !== null) focusNext(form.current, form.current);
      }}
    >
      <DialogLeaveContext value={{ leave, setUnsaved }}>{children}</DialogLeaveContext>
    </EntryModal>
  );
}
