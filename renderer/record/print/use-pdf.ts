import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { useEffect, useState } from 'react';

/** Opens a PDF for drawing; `null` until it is parsed. Our documents embed their fonts and run no scripts. */
export function usePdf(bytes: Uint8Array | null): PDFDocumentProxy | null {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  useEffect(() => {
    if (bytes === null) return;
    let isGone = false;
    let task: PDFDocumentLoadingTask | null = null;
    void openPdf(bytes, { usesSystemFonts: false }).then(async (opening) => {
      task = opening;
      if (isGone) void opening.destroy();
      try {
        const opened = await opening.promise;
        if (!isGone) setPdf(opened);
      } catch (error) {
        // Another document was chosen while this one was being opened: its opening was stopped.
        if (!isGone) throw error;
      }
    });
    return () => {
      isGone = true;
      setPdf(null);
      void task?.destroy();
    };
  }, [bytes]);
  return pdf;
}

/**
 * Loads pdf.js when the first document is shown: no list has to wait for it. Its build for older browsers, because the other
 * asks for `Uint8Array.toHex`, which the Electron of the tests (Chrome 130) lacks. `usesSystemFonts`: for files from
 * elsewhere, which may lack their fonts.
 */
export async function openPdf(
  bytes: Uint8Array,
  { usesSystemFonts }: { readonly usesSystemFonts: boolean },
): Promise<PDFDocumentLoadingTask> {
  const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  GlobalWorkerOptions.workerSrc = workerUrl;
  // The worker takes the bytes away from this thread, so it gets a copy. No `eval`: the page's policy forbids it.
  return getDocument({
    data: bytes.slice(),
    isEvalSupported: false,
    useSystemFonts: usesSystemFonts,
    enableXfa: false,
    // The page's policy forbids it as well; scans in JBIG2 and fax code are read without.
    useWasm: false,
  });
}
