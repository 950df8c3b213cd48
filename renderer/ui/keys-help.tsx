import { Modal } from 'antd';
import { useText } from '../text/index.ts';
import type { TextArgs, TextKey } from '../text/index.ts';

/** Keys under one heading; `keys` as printed on the keyboard. */
export interface KeyGroup {
  readonly title: TextKey;
  readonly keys: readonly { readonly keys: string; readonly text: TextKey; readonly args?: TextArgs }[];
}

interface Properties {
  readonly isOpen: boolean;
  readonly groups: readonly KeyGroup[];
  readonly onClose: () => void;
}

/** The keys of the present page (F1). */
export function KeysHelp({ isOpen, groups, onClose }: Properties) {
  const { t } = useText();
  return (
    <Modal open={isOpen} destroyOnHidden title={t('keys.title')} footer={null} onCancel={onClose} width={520}>
      {groups.map((group) => (
        <section key={group.title} className="keys-help">
          <h3>{t(group.title)}</h3>
          <dl>
            {group.keys.map((entry) => (
              <div key={entry.text}>
                <dt>
                  <kbd>{entry.keys}</kbd>
                </dt>
                <dd>{t(entry.text, entry.args)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}
