import {
  DownloadOutlined,
  FileWordOutlined,
  LeftOutlined,
  PrinterOutlined,
  RightOutlined,
} from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { lazy, Suspense, useContext, useState } from 'react';
import { periodAfter, periodAt, periodName } from '../../../db/model/figures/period.ts';
import type { Output } from '../../../electron/contract/calls.ts';
import { ActiveTabContext, useNavigation } from '../../app/navigation.ts';
import { ask, useAskInSight } from '../../data/index.ts';
import { today, useText } from '../../text/index.ts';
import { FailureNotice } from '../../ui/index.ts';

import { useSavedFile } from './use-saved-file.tsx';

/** The preview brings the PDF reader with it. */
const ReportPrint = lazy(async () => ({ default: (await import('./figures-print.tsx')).ReportPrint }));

type Report = Output<'figure.report'>;
type Row = Report['groups'][number]['rows'][number];

/** The monthly report under 七个有人; every number opens its rows. Begins with the month that is over. */
export function MonthReport() {
  const { t, language } = useText();
  const [month, setMonth] = useState(() => periodAfter(periodAt('month', today()), -1));
  const [isPrinting, setPrinting] = useState(false);
  const isInSight = useContext(ActiveTabContext);
  const { value, failure, isSlow, refresh } = useAskInSight('figure.report', { month: month.id }, isInSight);
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
      {isPrinting && (
        <Suspense fallback={null}>
          <ReportPrint month={month.id} onClose={() => setPrinting(false)} />
        </Suspense>
      )}
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
        {report.groups.map((group, at) => (
          <Group key={group.id} label={group.label} rows={group.rows} isFirst={at === 0} />
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

/** One of the seven groups; the heads of the columns stand above the first. */
function Group({
  label,
  rows,
  isFirst,
}: {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly isFirst: boolean;
}) {
  const { t } = useText();
  return (
    <tbody>
      {isFirst && (
        <tr className="figures-heads">
          <th scope="col">{t('figures.report.item')}</th>
          <th scope="col">{t('figures.report.unit')}</th>
          <th scope="col">{t('figures.report.this-month')}</th>
          <th scope="col">{t('figures.report.last-month')}</th>
          <th scope="col">{t('figures.change')}</th>
          <th scope="col">{t('figures.report.year-before')}</th>
          <th scope="col">{t('figures.year-change')}</th>
        </tr>
      )}
      <tr className="figures-group">
        <th scope="rowgroup" colSpan={7}>
          {label}
        </th>
      </tr>
      {rows.map((row) => (
        <tr key={row.label}>
          <th scope="row" className="figure-name">
            {row.label}
          </th>
          <td className="figure-unit">{row.unit}</td>
          <Cell row={row} of="now" />
          <Cell row={row} of="before" />
          <td className="figure-cell">{row.change}</td>
          <Cell row={row} of="yearBefore" />
          <td className="figure-cell">{row.yearChange}</td>
        </tr>
      ))}
    </tbody>
  );
}

function Cell({ row, of }: { readonly row: Row; readonly of: 'now' | 'before' | 'yearBefore' }) {
  const { t } = useText();
  const navigation = useNavigation();
  const { text, where } = row[of];
  return (
    <td className="figure-cell">
      {where === null ? (
        <span className="soft">{text}</span>
      ) : (
        <button
          type="button"
          className="figure-link"
          aria-label={`${row.label} ${text} ${t('figures.rows', { label: row.label })}`}
          onClick={() => navigation.openList(row.ledger, { where })}
        >
          {text}
        </button>
      )}
    </td>
  );
}
