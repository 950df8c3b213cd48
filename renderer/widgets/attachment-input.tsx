import { PaperClipOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { ask } from '../data/index.ts';
import { failureText, useText } from '../text/index.ts';
import { AttachmentTile } from './attachment-tile.tsx';
import type { InputProps } from './widget.ts';

/** Input of `attachment`: pictures and papers kept beside the database, encrypted. */
export function AttachmentInput(props: InputProps): ReactNode {
  const { t } = useText();
  const { message } = App.useApp();
  const [isBusy, setBusy] = useState(false);
  const hashes = hashesOf(props);
  // Others may be removed while a file is chosen and encrypted.
  const newest = useRef(props);
  useEffect(() => {
    newest.current = props;
  });

  async function add(): Promise<void> {
    setBusy(true);
    const chosen = await ask('file.open', { filter: 'any' });
    if (!chosen.ok) message.error(failureText(chosen.failure, t));
    if (chosen.ok && chosen.value !== null) {
      const kept = await ask('attachment.add', { file: chosen.value.token });
      if (!kept.ok) message.error(failureText(kept.failure, t));
      else {
        const now = hashesOf(newest.current);
        if (!now.includes(kept.value.hash)) newest.current.onChange([...now, kept.value.hash]);
      }
    }
    setBusy(false);
  }
  return (
    <div className="widget-attachments" aria-describedby={props.describedBy}>
      {hashes.map((hash) => (
        <AttachmentTile
          key={hash}
          hash={hash}
          onRemove={() => {
            const rest = hashes.filter((other) => other !== hash);
            props.onChange(rest.length === 0 ? null : rest);
          }}
        />
      ))}
      <Button
        id={props.id}
        icon={<PaperClipOutlined aria-hidden />}
        loading={isBusy}
        onClick={() => void add()}
      >
        {t('widget.addAttachment')}
      </Button>
      {hashes.length > 0 ? (
        <span className="widget-count">{t('widget.attachments', { count: hashes.length })}</span>
      ) : null}
    </div>
  );
}

const hashesOf = ({ value }: InputProps): string[] => (Array.isArray(value) ? value.map(String) : []);
