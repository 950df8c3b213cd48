import { MinusOutlined, PlusOutlined, PrinterOutlined, SaveOutlined } from '@ant-design/icons';
import { Button, Modal, Space, Spin } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import type { Failure } from '../../../electron/contract/failure.ts';
import { useText } from '../../text/index.ts';
import { FailureNotice } from '../../ui/index.ts';
import { MissingCharacters } from './MissingCharacters.tsx';
import { PdfPage } from './PdfPage.tsx';
import { usePdf } from './use-pdf.ts';
import { useCurrentPage } from './use-current-page.ts';
import { useFitWidth } from './use-fit-width.ts';
import { usePrint, type PrintDocument } from './use-print.ts';
import './print.css';

export interface PrintPreviewProps {
  /** `null` while it is being made. */
  readonly document: PrintDocument | null;
  /** Why there is no document. */
  readonly failure: Failure | null;
  readonly onClose: () => void;
  /** Stands beside the pages: how the document is laid out. */
  readonly side?: ReactNode;
}

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2];
const FIT = 1;

/** The sheet as it will be printed: the preview is the PDF itself. */
export function PrintPreview({ document, failure, onClose, side }: PrintPreviewProps): ReactNode {
  const { t } = useText();
  const print = usePrint(document);
  const pdf = usePdf(print.bytes);
  const scroll = useRef<HTMLDivElement>(null);
  const fit = useFitWidth(scroll, { isLandscape: document?.landscape === true, isShown: pdf !== null });
  const page = useCurrentPage(scroll, pdf?.numPages ?? 0);
  const [zoom, setZoom] = useState(FIT);
  const problem = failure ?? print.failure;
  const step = (by: 1 | -1): void => {
    setZoom(ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, ZOOMS.indexOf(zoom) + by))] ?? FIT);
  };
  return (
    <Modal
      open
      className="print-modal"
      width="96vw"
      centered
      footer={null}
      title={document?.title ?? t('record.printTitle')}
      onCancel={onClose}
    >
      <div className="print-bar">
        <Space>
          <Button
            type="primary"
            icon={<PrinterOutlined aria-hidden />}
            disabled={print.bytes === null}
            onClick={print.send}
          >
            {t('record.printNow')}
          </Button>
          <Button icon={<SaveOutlined aria-hidden />} disabled={print.bytes === null} onClick={print.save}>
            {t('record.savePdf')}
          </Button>
          {/* Beside the buttons: the middle of this line is where messages appear. */}
          <span className="print-pages">
            {pdf === null ? '' : t('record.pageOf', { page, pages: pdf.numPages })}
          </span>
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
              setZoom(FIT);
            }}
          >
            {zoom === FIT ? t('record.fitWidth') : `${String(zoom * 100)}%`}
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
      {problem ? <FailureNotice failure={problem} /> : null}
      <MissingCharacters characters={print.missing} />
      <div className="print-body">
        {side}
        <div
          className="print-scroll"
          ref={scroll}
          // Without a mouse the pages are scrolled by keys, which only reach what can have the focus.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          role="region"
          aria-label={t('record.printTitle')}
        >
          {pdf === null ? (
            problem === null ? (
              <Spin className="list-spin" delay={300} description={t('record.printMaking')} />
            ) : null
          ) : (
            Array.from({ length: pdf.numPages }, (_, index) => (
              <PdfPage key={index} pdf={pdf} number={index + 1} width={Math.floor(fit * zoom)} />
            ))
          )}
        </div>
      </div>
    </Modal>
  );
}
