import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, type ReactNode } from 'react';
import { useText } from '../../text/index.ts';

export interface PdfPageProps {
  readonly pdf: PDFDocumentProxy;
  /** From 1. */
  readonly number: number;
  /** Width on screen, CSS pixels. */
  readonly width: number;
}

/** One page drawn on a canvas, sharp at the screen's own resolution; drawn once it comes near the view. */
export function PdfPage({ pdf, number, width }: PdfPageProps): ReactNode {
  const { t } = useText();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const target = canvas.current;
    if (target === null) return;
    const drawing = new AbortController();
    const near = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting !== true) return;
        near.disconnect();
        void draw(pdf, target, { number, width, signal: drawing.signal });
      },
      { rootMargin: '400px' },
    );
    near.observe(target);
    return () => {
      near.disconnect();
      drawing.abort();
    };
  }, [pdf, number, width]);
  return (
    <figure className="print-page">
      <canvas
        ref={canvas}
        width={width}
        height={width * Math.SQRT2}
        role="img"
        aria-label={t('record.pageOf', { page: number, pages: pdf.numPages })}
      />
    </figure>
  );
}

async function draw(
  pdf: PDFDocumentProxy,
  canvas: HTMLCanvasElement,
  options: { readonly number: number; readonly width: number; readonly signal: AbortSignal },
): Promise<void> {
  // Another document may be chosen at any moment; what was begun for this one is then stopped and says so.
  try {
    const page = await pdf.getPage(options.number);
    if (options.signal.aborted) return;
    delete canvas.dataset['drawn'];
    const natural = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: (options.width / natural.width) * window.devicePixelRatio });
    Object.assign(canvas, { width: Math.floor(viewport.width), height: Math.floor(viewport.height) });
    Object.assign(canvas.style, {
      width: `${String(options.width)}px`,
      height: `${String((options.width * viewport.height) / viewport.width)}px`,
    });
    const task = page.render({ canvas, viewport });
    options.signal.addEventListener('abort', () => {
      task.cancel();
    });
    await task.promise;
    // Tests wait for it before they take a picture.
    canvas.dataset['drawn'] = 'true';
  } catch (error) {
    // The document may be closed before its pages are told.
    if (!options.signal.aborted && !pdf.loadingTask.destroyed) throw error;
  }
}
