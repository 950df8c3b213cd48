import { Modal, Spin } from 'antd';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useRef, useState, type ReactNode } from 'react';
import type { Failure } from '../../../electron/contract/failure.ts';
import { useText } from '../../text/index.ts';
import { FailureNotice } from '../../ui/index.ts';
import { MissingCharacters } from './MissingCharacters.tsx';
import { PrintBar, zooms, type PrintSave } from './PrintBar.tsx';
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
  /** Saves something else than the pages as they are laid out; `do` is `null` while there is nothing to save. */
  readonly save?: PrintSave;
  /** Stands beside the pages: how the document is laid out. */
  readonly side?: ReactNode;
}

/** The sheet as it will be printed: the preview is the PDF itself. */
export function PrintPreview({ document, failure, save, onClose, side }: PrintPreviewProps): ReactNode {
  const { t } = useText();
  const print = usePrint(document);
  const pdf = usePdf(print.bytes);
  const scroll = useRef<HTMLDivElement>(null);
  const fit = useFitWidth(scroll, { isLandscape: document?.landscape === true, isShown: pdf !== null });
  const page = useCurrentPage(scroll, pdf?.numPages ?? 0);
  const [zoom, setZoom] = useState<number>(zooms.fit);
  const problem = failure ?? print.failure;
  const isMade = print.bytes !== null;
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
      <PrintBar
        onPrint={isMade ? print.send : null}
        save={save ?? { label: t('record.savePdf'), do: isMade ? print.save : null }}
        pages={pdf === null ? '' : t('record.pageOf', { page, pages: pdf.numPages })}
        zoom={zoom}
        onZoom={setZoom}
      />
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
          <PrintPages pdf={pdf} width={Math.floor(fit * zoom)} isMaking={problem === null} />
        </div>
      </div>
    </Modal>
  );
}

/** The pages below each other; before they are there, that they are being made. */
function PrintPages({
  pdf,
  width,
  isMaking,
}: {
  readonly pdf: PDFDocumentProxy | null;
  readonly width: number;
  readonly isMaking: boolean;
}): ReactNode {
  const { t } = useText();
  if (pdf === null)
    return isMaking ? <Spin className="list-spin" delay={300} description={t('record.printMaking')} /> : null;
  return Array.from({ length: pdf.numPages }, (_, index) => (
    <PdfPage key={index} pdf={pdf} number={index + 1} width={width} />
  ));
}
