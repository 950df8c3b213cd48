import type { Output } from '../../../electron/contract/calls.ts';
import { openPdf } from './use-pdf.ts';
import type { PrintDocument } from './use-print.ts';

type Attachment = Output<'attachment.read'>;

/** A page of an attachment as a picture. */
interface Sheet {
  /** `data:` address. */
  readonly url: string;
  readonly isWide: boolean;
}

/** Dots per inch of a drawn page, by how many there are: what office printers need, then what the wire takes (50 MB). */
const dotsFor = (pages: number): number => (pages <= 60 ? 144 : 72);
const PDF_UNITS_PER_INCH = 72;
const JPEG_QUALITY = 0.85;

/** An attachment as pages to print, each on a sheet of its own; `null`: nothing of it can be drawn here. */
export async function attachmentDocument(attachment: Attachment): Promise<PrintDocument | null> {
  const sheets = await sheetsOf(attachment);
  if (sheets === null || sheets.length === 0) return null;
  const landscape = sheets.every(({ isWide }) => isWide);
  const pages = sheets.map(({ url }) => `<div class="sheet"><img src="${url}" alt=""></div>`).join('');
  const html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><style>${styles(landscape)}</style></head><body>${pages}</body></html>`;
  return { title: attachment.name, html, landscape, foot: 'none' };
}

/** The whole sheet but what printers cannot reach. */
const styles = (landscape: boolean): string => `
@page { margin: 8mm; }
* { box-sizing: border-box; }
body { margin: 0; }
.sheet { break-inside: avoid; }
.sheet + .sheet { break-before: page; }
img { display: block; margin: 0 auto; max-width: 100%; max-height: ${landscape ? '190mm' : '276mm'}; }
`;

async function sheetsOf({ bytes, mediaType }: Attachment): Promise<readonly Sheet[] | null> {
  if (mediaType === 'application/pdf') return pdfSheets(bytes);
  if (mediaType !== 'image/jpeg' && mediaType !== 'image/png') return null;
  const blob = new Blob([new Uint8Array(bytes)], { type: mediaType });
  const picture = await createImageBitmap(blob).catch(() => null);
  if (picture === null) return null;
  const isWide = picture.width > picture.height;
  picture.close();
  return [{ url: await addressOf(blob), isWide }];
}

/** The pages of a PDF, drawn one after the other; `null` for one that is damaged or locked with a password. */
async function pdfSheets(bytes: Uint8Array): Promise<readonly Sheet[] | null> {
  const task = await openPdf(bytes, { usesSystemFonts: true });
  try {
    const pdf = await task.promise.catch(() => null);
    if (pdf === null) return null;
    const sheets: Sheet[] = [];
    const canvas = document.createElement('canvas');
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const viewport = page.getViewport({ scale: dotsFor(pdf.numPages) / PDF_UNITS_PER_INCH });
      Object.assign(canvas, { width: Math.floor(viewport.width), height: Math.floor(viewport.height) });
      await page.render({ canvas, viewport }).promise;
      page.cleanup();
      sheets.push({
        url: canvas.toDataURL('image/jpeg', JPEG_QUALITY),
        isWide: viewport.width > viewport.height,
      });
    }
    return sheets;
  } finally {
    void task.destroy();
  }
}

function addressOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('loadend', () => {
      if (typeof reader.result === 'string') resolve(reader.result);
      else reject(reader.error ?? new Error('a picture in memory could not be read'));
    });
    reader.readAsDataURL(blob);
  });
}
