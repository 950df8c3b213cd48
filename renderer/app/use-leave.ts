import { App } from 'antd';
import { useText } from '../text/index.ts';

/** The way out of a dialog by Esc or its cross: asks first while entries would be lost with it. */
export function useLeave(isUnsaved: boolean, title: string, onLeave: () => void): () => void {
  const { modal } = App.useApp();
  const { t } = useText();
  return () => {
    if (!isUnsaved) {
      onLeave();
      return;
    }
    void modal.confirm({
      title: t('app.leave.title', { title }),
      content: t('app.leave.body'),
      okText: t('tab.discard.close'),
      okButtonProps: { danger: true },
      cancelText: t('tab.discard.stay'),
      autoFocusButton: 'cancel',
      onOk: onLeave,
    });
  };
}
