import { useAsk } from '../../data/index.ts';
import { later } from '../../ui/index.ts';

/** The preview brings the PDF reader with it; nobody waits for that before a sheet is asked for. */
const PrintPreview = later(async () => (await import('../../record/print/PrintPreview.tsx')).PrintPreview);

interface Properties {
  /** `2026-12`. */
  readonly month: string;
  readonly onClose: () => void;
}

/** The month in the print preview. */
export function CalendarPrint({ month, onClose }: Properties) {
  const { value, failure } = useAsk('day.document', { month });
  return <PrintPreview document={value ?? null} failure={failure} onClose={onClose} />;
}
