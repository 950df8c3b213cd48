import { Modal, type ModalProps } from 'antd';
import { useContext } from 'react';
import { ActiveTabContext } from './navigation.ts';
import { useLeave } from './use-leave.ts';
import { useUnsaved } from './use-unsaved.ts';

interface Properties extends Omit<ModalProps, 'open' | 'mask' | 'title' | 'onCancel'> {
  readonly title: string;
  /** Something entered would be lost with the dialog. */
  readonly isUnsaved: boolean;
  readonly onClose: () => void;
}

/**
 * A dialog in which something is entered: a click beside it loses nothing, Esc, its cross and its way back ask first, and it
 * waits in its tab while what it links to is looked at.
 */
export function EntryModal({ isUnsaved, onClose, ...props }: Properties) {
  const isTabShown = useContext(ActiveTabContext);
  const leave = useLeave(isUnsaved, props.title, onClose);
  useUnsaved(isUnsaved, { what: props.title });
  return <Modal {...props} open={isTabShown} mask={{ closable: false }} onCancel={leave} />;
}
