import { Modal, type ModalProps } from 'antd';
import { useContext } from 'react';
import { ActiveTabContext } from './navigation.ts';

/** A dialog in which something is entered: a click beside it loses nothing, and it waits in its tab while what it links to is looked at. */
export function EntryModal(props: Omit<ModalProps, 'open' | 'mask'>) {
  const isTabShown = useContext(ActiveTabContext);
  return <Modal {...props} open={isTabShown} mask={{ closable: false }} />;
}
