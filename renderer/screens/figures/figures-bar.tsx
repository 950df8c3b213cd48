import { DownloadOutlined, LeftOutlined, PrinterOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Segmented, Select } from 'antd';
import { figureOf } from '../../../db/model/figures/figure-of.ts';
import { periodKinds, periodName } from '../../../db/model/figures/period.ts';
import { useOpenLedgers } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import type { FiguresState, Reach } from './figures-state.ts';

interface Properties {
  readonly state: FiguresState;
  readonly onExport: () => void;
  readonly onPrint: () => void;
}

/** Which ledger, which period, by what; and the table taken along. */
export function FiguresBar({ state, onExport, onPrint }: Properties) {
  const { t, label, language } = useText();
  const { ledger, period, reach, by } = state;
  const figures = figureOf(ledger);
  return (
    <div className="figures-bar">
      <LedgerChoice state={state} />
      {figures.period !== null && (
        <Segmented<Reach>
          value={reach}
          options={[...periodKinds, 'all' as const].map((one) => ({
            value: one,
            label: t(`figures.kind.${one}`),
          }))}
          onChange={state.setReach}
          aria-label={t('figures.kind')}
        />
      )}
      {period !== null && (
        <span className="figures-period">
          <Button
            icon={<LeftOutlined aria-hidden />}
            aria-label={t('figures.previous')}
            onClick={() => state.step(-1)}
          />
          <strong aria-live="polite">{periodName(period, language)}</strong>
          <Button
            icon={<RightOutlined aria-hidden />}
            aria-label={t('figures.next')}
            onClick={() => state.step(1)}
          />
        </span>
      )}
      {by !== null && (
        <Select
          className="figures-by"
          value={by}
          showSearch={{ optionFilterProp: 'label' }}
          options={figures.dimensions.map((name) => ({
            value: name,
            label: t('figures.by.label', {
              field: label(ledger.fields[name]?.label ?? { zh: name, en: name }),
            }),
          }))}
          onChange={state.setBy}
          aria-label={t('figures.by')}
        />
      )}
      <span className="figures-actions">
        <Button icon={<DownloadOutlined aria-hidden />} onClick={onExport}>
          {t('figures.export')}
        </Button>
        <Button icon={<PrinterOutlined aria-hidden />} onClick={onPrint}>
          {t('figures.print')}
        </Button>
      </span>
    </div>
  );
}

/** Ledgers by area, parts of other records among them. */
function LedgerChoice({ state }: { readonly state: FiguresState }) {
  const { t, label } = useText();
  const { areas, ordered } = useOpenLedgers();
  const options = areas.map((group) => ({
    label: label(group.label),
    options: ordered
      .filter(({ area }) => area === group.id)
      .map((ledger) => ({ value: ledger.id, label: label(ledger.label) })),
  }));
  return (
    <Select
      className="figures-ledger"
      value={state.ledger.id}
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      onChange={state.choose}
      aria-label={t('figures.ledger')}
    />
  );
}
