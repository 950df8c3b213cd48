import { MinusOutlined, PlusOutlined, PrinterOutlined, SaveOutlined } from '@ant-design/icons';
import { Button, Space } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../../text/index.ts';

/** What is saved of a document: the pages as they are laid out, or the file they were made of. */
export interface PrintSave {
  readonly label: string;
  /** `null` while there is nothing to save. */
  readonly do: (() => void) | null;
}

/** Widths of a page, of the one that fits the window. */
export const zooms = { all: [0.5, 0.75, 1, 1.25, 1.5, 2], fit: 1 } as const;

/** The line above a preview: printing, saving, which page of how many, how large. */
export function PrintBar({
  onPrint,
  save,
  pages,
  zoom,
  onZoom,
}: {
  /** `null` until it is laid out. */
  readonly onPrint: (() => void) | null;
  readonly save: PrintSave;
  readonly pages: string;
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
}): ReactNode {
  const { t } = useText();
  const step = (by: 1 | -1): void => {
    const at = zooms.all.findIndex((one) => one === zoom) + by;
    onZoom(zooms.all[Math.min(zooms.all.length - 1, Math.max(0, at))] ?? zooms.fit);
  };
  return (
    <div className="print-bar">
      <Space>
        <Button
          type="primary"
          icon={<PrinterOutlined aria-hidden />}
          disabled={onPrint === null}
          onClick={onPrint ?? undefined}
        >
          {t('record.printNow')}
        </Button>
        <Button
          icon={<SaveOutlined aria-hidden />}
          disabled={save.do === null}
          onClick={save.do ?? undefined}
        >
          {save.label}
        </Button>
        {/* Beside the buttons: the middle of this line is where messages appear. */}
        <span className="print-pages">{pages}</span>
      </Space>
      <Space.Compact>
        <Button
          icon={<MinusOutlined aria-hidden />}
          aria-label={t('record.zoomOut')}
          onClick={() => {
            step(-1);
          }}
        />
        <Button
          onClick={() => {
            onZoom(zooms.fit);
          }}
        >
          {zoom === zooms.fit ? t('record.fitWidth') : `${String(zoom * 100)}%`}
        </Button>
        <Button
          icon={<PlusOutlined aria-hidden />}
          aria-label={t('record.zoomIn')}
          onClick={() => {
            step(1);
          }}
        />
      </Space.Compact>
    </div>
  );
}
