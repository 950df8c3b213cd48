import {
  DownloadOutlined,
  FileWordOutlined,
  LeftOutlined,
  PrinterOutlined,
  RightOutlined,
} from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { useState, type ReactNode } from 'react';
import { periodAfter, periodAt, periodName } from '../../../db/model/figures/period.ts';
import type { Output } from '../../../electron/contract/calls.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useShown } from '../../app/use-shown.ts';
import { ask } from '../../data/index.ts';
import { today, useText } from '../../text/index.ts';
import { FailureNotice, later } from '../../ui/index.ts';
import { RateCounts } from './number-button.tsx';
import { useOpenPart } from './open-rows.ts';
import { useSavedFile } from '../../record/print/use-saved-file.tsx';

/** The preview brings the PDF reader with it. */
const ReportPrint = later(async () => (await import('./figures-print.tsx')).ReportPrint);

type Report = Output<'figure.report'>;
type Figure = Report['cover'][number]['figure'];

/** The monthly report under 七个有人; every number opens its rows. Begins with the month that is over. */
export function MonthReport() {
  const { t, language } = useText();
  const [month, setMonth] = useState(() => periodAfter(periodAt('month', today()), -1));
  const [isPrinting, setPrinting] = useState(false);
  const { value, failure, isSlow, refresh } = useShown('figure.report', { month: month.id });
  const save = useSavedFile();
  const name = periodName(month, language);
  const keep = (format: 'xlsx' | 'docx') =>
    save(t('figures.report.file', { month: name }), format, (file) =>
      ask('figure.reportFile', { month: month.id, format, file }),
    );
  return (
    <div className="figures-part">
      <div className="figures-bar">
        <span className="figures-period" role="group" aria-label={t('figures.report.month')}>
          <Button
            icon={<LeftOutlined aria-hidden />}
            aria-label={t('figures.previous')}
            onClick={() => setMonth(periodAfter(month, -1))}
          />
          <strong aria-live="polite">{name}</strong>
          <Button
            icon={<RightOutlined aria-hidden />}
            aria-label={t('figures.next')}
            onClick={() => setMonth(periodAfter(month, 1))}
          />
        </span>
        <span className="figures-actions">
          <Button icon={<DownloadOutlined aria-hidden />} onClick={() => keep('xlsx')}>
            {t('figures.export')}
          </Button>
          <Button icon={<FileWordOutlined aria-hidden />} onClick={() => keep('docx')}>
            {t('figures.report.word')}
          </Button>
          <Button type="primary" icon={<PrinterOutlined aria-hidden />} onClick={() => setPrinting(true)}>
            {t('figures.report.print')}
          </Button>
        </span>
      </div>
      {failure !== null && <FailureNotice failure={failure} onRetry={refresh} />}
      {isSlow && <Skeleton active className="page-skeleton" />}
      {value !== undefined && <ReportBody report={value} />}
      {isPrinting && <ReportPrint month={month.id} onClose={() => setPrinting(false)} />}
    </div>
  );
}

function ReportBody({ report }: { readonly report: Report }) {
  const { t } = useText();
  return (
    <div className="figures-body">
      <table className="figures-table figures-report">
        <colgroup>
          <col className="figure-name" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('figures.report.item')}</th>
            <th scope="col">{t('figures.report.unit')}</th>
            <th scope="col">{t('figures.report.this-month')}</th>
            <th scope="col">{t('figures.report.last-month')}</th>
            <th scope="col">{t('figures.change')}</th>
            <th scope="col">{t('figures.report.year-before')}</th>
            <th scope="col">{t('figures.year-change')}</th>
          </tr>
        </thead>
        <Group label={t('figures.report.cover')} action={<CoverRules />}>
          {report.cover.map(({ id, figure }) => (
            <Line key={id} figure={figure} />
          ))}
        </Group>
        {report.groups.map((group) => (
          <Group key={group.id} label={group.label}>
            {group.rows.map((row) => (
              <Line key={row.label} figure={row} ledger={row.ledger} />
            ))}
          </Group>
        ))}
      </table>
      <section className="figures-notes" aria-label={t('figures.definitions')}>
        <h2>{t('figures.definitions')}</h2>
        {[...report.definitions, t('figures.report.standing')].map((definition) => (
          <p key={definition}>{definition}</p>
        ))}
      </section>
    </div>
  );
}

/** 四个到位, or one of the seven groups. */
function Group({
  label,
  action = null,
  children,
}: {
  readonly label: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <tbody>
      <tr className="figures-group">
        <th scope="rowgroup" colSpan={7}>
          {label}
          {action}
        </th>
      </tr>
      {children}
    </tbody>
  );
}

/** Leads to what counts under 四个到位, which each office sets for itself. */
function CoverRules() {
  const { t } = useText();
  const navigation = useNavigation();
  return (
    <Button type="link" size="small" onClick={() => navigation.openList('cover_rule', { where: {} })}>
      {t('figures.report.cover.rules')}
    </Button>
  );
}

interface LineProperties {
  readonly figure: Figure;
  /** Whose rows a count opens; a figure over several ledgers has none, its counts have. */
  readonly ledger?: string;
}

function Line({ figure, ledger }: LineProperties) {
  const { label, unit, before, change, yearChange } = figure;
  return (
    <tr>
      <th scope="row" className="figure-name" title={label}>
        {label}
      </th>
      <td className="figure-unit">{unit}</td>
      <Cell figure={figure} ledger={ledger} of="now" />
      <Cell figure={figure} ledger={ledger} of="before" />
      <td className={cellClass(before)}>{change}</td>
      <Cell figure={figure} ledger={ledger} of="yearBefore" />
      <td className={cellClass(figure.yearBefore)}>{yearChange}</td>
    </tr>
  );
}

/** Greyed where there is nothing to compare with: a rate of nothing, a count of none. */
function cellClass({ value, parts }: Figure['before']): string {
  const hasBase = value !== null && (parts !== null || value !== 0);
  return hasBase ? 'figure-cell' : 'figure-cell soft';
}

function Cell({
  figure,
  ledger,
  of,
}: {
  readonly figure: Figure;
  readonly ledger: string | undefined;
  readonly of: 'now' | 'before' | 'yearBefore';
}) {
  const { t } = useText();
  const open = useOpenPart();
  const { text, where, parts } = figure[of];
  const name = `${figure.label} ${t(monthNames[of])}`;
  if (parts !== null)
    return (
      <td className="figure-cell">
        <RateCounts name={name} text={text} definition={figure.definition} parts={parts} />
      </td>
    );
  return (
    <td className="figure-cell">
      {where === null || ledger === undefined ? (
        <span className="soft">{text}</span>
      ) : (
        <button
          type="button"
          className="figure-link"
          aria-label={`${name} ${text} ${t('figures.rows', { label: figure.label })}`}
          onClick={() => open({ ledger, where })}
        >
          {text}
        </button>
      )}
    </td>
  );
}

const monthNames = {
  now: 'figures.report.this-month',
  before: 'figures.report.last-month',
  yearBefore: 'figures.report.year-before',
} as const;
