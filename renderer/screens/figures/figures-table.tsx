import { Skeleton } from 'antd';
import { useMemo, useState } from 'react';
import { indicatorsOf } from '../../../db/model/figures/indicators.ts';
import { isSetIn, measuresOf } from '../../../db/model/figures/number-where.ts';
import { periodName, periodOf, type Period } from '../../../db/model/figures/period.ts';
import { useShown } from '../../app/use-shown.ts';
import { ask } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { EmptyState, FailureNotice, later } from '../../ui/index.ts';
import { ChartPanel } from './chart-panel.tsx';
import { FiguresBar } from './figures-bar.tsx';
import { useFiguresState, type FiguresState } from './figures-state.ts';
import { IndicatorTable } from './indicator-table.tsx';
import { LineTable } from './line-table.tsx';
import { useOpenRows, type FigureTable } from './open-rows.ts';
import { useSavedFile } from '../../record/print/use-saved-file.tsx';

/** The preview brings the PDF reader with it. */
const FiguresPrint = later(async () => (await import('./figures-print.tsx')).FiguresPrint);

/** Statistics of one ledger: its indicators, a picture, and lines by a field. */
export function FiguresTable({ ledger }: { readonly ledger: string | null }) {
  const { t, label } = useText();
  const state = useFiguresState(ledger);
  const save = useSavedFile();
  const [isPrinting, setPrinting] = useState(false);
  const input = {
    ledger: state.ledger.id,
    where: {},
    field: state.by,
    period: state.period?.id ?? null,
  };
  const { value, failure, isSlow, refresh } = useShown('figure.table', input);
  const taken = { ...input, indicator: state.indicator.id };
  return (
    <div className="figures-part">
      <FiguresBar
        state={state}
        onExport={() =>
          save(`${label(state.ledger.label)}${t('figures.title')}`, 'xlsx', (file) =>
            ask('figure.export', { ...taken, file }),
          )
        }
        onPrint={() => setPrinting(true)}
      />
      {failure !== null && <FailureNotice failure={failure} onRetry={refresh} />}
      {isSlow && <Skeleton active className="page-skeleton" />}
      {value !== undefined && <Body key={state.ledger.id} state={state} table={value} />}
      {isPrinting && <FiguresPrint input={taken} onClose={() => setPrinting(false)} />}
    </div>
  );
}

function Body({ state, table }: { readonly state: FiguresState; readonly table: FigureTable }) {
  const { t, language } = useText();
  const { ledger, by } = state;
  const open = useOpenRows(ledger, table.today);
  const measures = useMemo(() => measuresOf(ledger, table.today), [ledger, table.today]);
  const periods = useMemo(
    () => table.periods.map((id) => (id === null ? null : periodOf(id))),
    [table.periods],
  );
  const nameOf = useMemo(
    () => (period: Period | null) => (period === null ? '' : periodName(period, language)),
    [language],
  );
  const shared = { state, measures, periods, nameOf, onOpen: open };
  const hasLines = by !== null && state.linesBy.includes(by);
  const isEmpty = table.total.every((row) => (row[0] ?? 0) === 0);
  return (
    <div className={periods.length < 2 ? 'figures-body figures-register' : 'figures-body'}>
      <div className="figures-top">
        <IndicatorTable {...shared} total={table.total} />
        {!isEmpty && <ChartPanel {...shared} table={table} />}
      </div>
      {isEmpty && <EmptyState title={t('figures.empty')} body={t('figures.empty.body')} />}
      {!isEmpty && hasLines && <LineTable {...shared} by={by} table={table} />}
      <Notes state={state} />
    </div>
  );
}

/** What is counted, in words, and what to know of this ledger. */
function Notes({ state: { ledger, by, reach } }: { readonly state: FiguresState }) {
  const { t, label } = useText();
  const definitions = indicatorsOf(ledger).flatMap(({ definition }) => definition ?? []);
  const notes = [
    ...(reach === 'all' && ledger.period === undefined ? [t('figures.register')] : []),
    ...(by !== null && isSetIn(ledger)(by) ? [t('figures.severally')] : []),
    ...(ledger.sensitive ? [t('figures.sensitive')] : []),
    ...definitions.map(label),
  ];
  if (notes.length === 0) return null;
  return (
    <section className="figures-notes" aria-label={t('figures.definitions')}>
      <h2>{t('figures.definitions')}</h2>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </section>
  );
}
