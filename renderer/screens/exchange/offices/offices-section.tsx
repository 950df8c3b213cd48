import { useText } from '../../../text/index.ts';
import { Panel } from '../../../ui/index.ts';
import { useExchange } from '../exchange-place.ts';
import { isReady, parentOf } from '../../../data/index.ts';
import { ChildTable } from './child-table.tsx';
import { EnrolGuide } from './enrol-guide.tsx';
import { ParentPanel } from './parent-panel.tsx';
import { SelfPanel } from './self-panel.tsx';

/** This office and its check number, the way to be enrolled, the parent, the offices below. */
export function OfficesSection() {
  const { t } = useText();
  const { overview } = useExchange();
  const parent = parentOf(overview);
  const isCity = overview.role === 'city';
  return (
    <div className="exchange-part">
      <h2 className="visually-hidden">{t('exchange.offices.title')}</h2>
      <div className="offices-heads">
        <SelfPanel overview={overview} />
        {!isCity && parent !== undefined && overview.enrolment === 'enrolled' && (
          <ParentPanel parent={parent} />
        )}
      </div>
      {!isCity && overview.enrolment !== 'enrolled' && <EnrolGuide overview={overview} />}
      {isReady(overview) && overview.role !== 'village' && (
        <Panel title={t('exchange.offices.children')}>
          <ChildTable />
        </Panel>
      )}
    </div>
  );
}
