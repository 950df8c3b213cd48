import { ledgerOf } from '../../data/index.ts';
import { formatBytes, formatCount, useText } from '../../text/index.ts';
import type { Texts } from '../../text/index.ts';
import { roundsText } from './ranges-text.ts';
import type { ExportResult } from './send/send-stage.ts';

/** What lies on the stick now: file, number, size, rows by ledger. */
export function PackageFacts({ result }: { readonly result: ExportResult }) {
  const texts = useText();
  const { t } = texts;
  const number =
    result.kind === 'receipt'
      ? t('exchange.receipt-number', { number: String(result.number) })
      : roundsText({ from: result.from, to: result.number }, t);
  return (
    <>
      <dl className="facts">
        <dt>{t('exchange.done.file')}</dt>
        <dd className="facts-file">{result.file}</dd>
        <dt>{t('exchange.done.number')}</dt>
        <dd>{number}</dd>
        <dt>{t('exchange.done.bytes')}</dt>
        <dd>{formatBytes(result.bytes)}</dd>
        {result.kind !== 'receipt' && (
          <>
            <dt>{t('exchange.done.contents')}</dt>
            <dd>{countsText(result.counts, texts)}</dd>
          </>
        )}
      </dl>
      {result.leftOut > 0 && <p className="due">{t('exchange.done.left-out', { count: result.leftOut })}</p>}
    </>
  );
}

/** Rows by ledger: 人口 120 人、房屋 4 间. */
export function countsText(counts: Readonly<Record<string, number>>, { t, label, counter }: Texts): string {
  const parts = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([id, count]) => {
      if (id === '$files' || id === '$codes')
        return t(id === '$files' ? 'exchange.done.files' : 'exchange.done.codes', { count });
      const ledger = ledgerOf(id);
      if (ledger === undefined) return `${id} ${formatCount(count)}`;
      return `${label(ledger.label)} ${formatCount(count)} ${counter(ledger.counter)}`.trim();
    });
  return parts.length === 0 ? t('exchange.done.contents.none') : parts.join(t('list.comma'));
}
