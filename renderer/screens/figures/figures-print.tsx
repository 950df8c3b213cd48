import type { Input } from '../../../electron/contract/calls.ts';
import { useAsk } from '../../data/index.ts';
import { PrintPreview } from '../../record/print/PrintPreview.tsx';

/** A table of figures on paper. */
export function FiguresPrint({
  input,
  onClose,
}: {
  readonly input: Input<'figure.document'>;
  readonly onClose: () => void;
}) {
  const { value, failure } = useAsk('figure.document', input);
  return <PrintPreview document={value ?? null} failure={failure} onClose={onClose} />;
}

/** The monthly report on paper. */
export function ReportPrint({ month, onClose }: { readonly month: string; readonly onClose: () => void }) {
  const { value, failure } = useAsk('figure.reportDocument', { month });
  return <PrintPreview document={value ?? null} failure={failure} onClose={onClose} />;
}
