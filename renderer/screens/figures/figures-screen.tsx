import { Tabs } from 'antd';
import { useState } from 'react';
import { useText } from '../../text/index.ts';
import { FiguresTable } from './figures-table.tsx';
import { MonthReport } from './month-report.tsx';
import { PreparingNote } from './preparing-note.tsx';
import './figures.css';

/** Statistics: counts, sums and rates of any ledger, and the monthly report. `part`: a ledger, or `report`. */
export function FiguresScreen({ part }: { readonly part: string | null }) {
  const { t } = useText();
  const [shown, setShown] = useState(part === 'report' ? 'report' : 'table');
  return (
    <div className="figures">
      <h1 className="visually-hidden">{t('figures.title')}</h1>
      <PreparingNote />
      <Tabs
        className="figures-sections"
        activeKey={shown}
        onChange={setShown}
        destroyOnHidden
        aria-label={t('figures.parts')}
        items={[
          {
            key: 'table',
            label: t('figures.part.table'),
            children: <FiguresTable ledger={part === 'report' ? null : part} />,
          },
          { key: 'report', label: t('figures.part.report'), children: <MonthReport /> },
        ]}
      />
    </div>
  );
}
