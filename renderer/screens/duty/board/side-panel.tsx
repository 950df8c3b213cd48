import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../../../text/index.ts';

interface Properties {
  readonly label: string;
  readonly title: string;
  /** Raised whenever the keyboard asks for the panel; one opened by the mouse leaves the focus where it is. */
  readonly calls: number;
  /** `null` where the panel cannot be closed before something was decided. */
  readonly onClose: (() => void) | null;
  readonly children: ReactNode;
}

/** What stands beside the month; Esc closes it. */
export function SidePanel({ label, title, calls, onClose, children }: Properties) {
  const { t } = useText();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (calls > 0) panel.current?.focus({ preventScroll: true });
  }, [calls]);
  useEffect(() => {
    const element = panel.current;
    if (element === null || onClose === null) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      onClose();
    };
    element.addEventListener('keydown', onKey);
    return () => element.removeEventListener('keydown', onKey);
  }, [onClose]);
  return (
    <aside className="duty-panel" ref={panel} tabIndex={-1} aria-label={label}>
      <header className="duty-panel-head">
        <h2>{title}</h2>
        {onClose !== null && (
          <Button
            type="text"
            icon={<CloseOutlined aria-hidden />}
            aria-label={t('action.close')}
            onClick={onClose}
          />
        )}
      </header>
      {children}
    </aside>
  );
}
