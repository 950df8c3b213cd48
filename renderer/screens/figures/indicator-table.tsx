import { Tooltip } from 'antd';
import { indicatorsOf } from '../../../db/model/figures/indicators.ts';
import { useText } from '../../text/index.ts';
import { ComparedCells, ComparedHeads, type CellsProperties } from './compared-cells.tsx';
import type { FiguresState } from './figures-state.ts';

interface Properties extends Pick<CellsProperties, 'measures' | 'periods' | 'onOpen'> {
  readonly state: FiguresState;
  readonly total: CellsProperties['numbers'];
  readonly nameOf: Parameters<typeof ComparedHeads>[0]['nameOf'];
}

/** Every indicator of the ledger; the one chosen makes the chart and the lines below. */
export function IndicatorTable({ state, total, nameOf, ...cells }: Properties) {
  const { t, label } = useText();
  const { ledger, indicator: chosen } = state;
  return (
    <table className="figures-table figures-indicators">
      <thead>
        <tr>
          <th scope="col" className="figure-name">
            {t('figures.indicator')}
          </th>
          <ComparedHeads periods={cells.periods} nameOf={nameOf} />
        </tr>
      </thead>
      <tbody>
        {indicatorsOf(ledger).map((indicator) => (
          <tr key={indicator.id} className={indicator.id === chosen.id ? 'figure-chosen' : ''}>
            <th scope="row" className="figure-name" aria-label={label(indicator.label)}>
              <Tooltip title={indicator.definition === null ? '' : label(indicator.definition)}>
                <button
                  type="button"
                  className="figure-choose"
                  aria-pressed={indicator.id === chosen.id}
                  aria-label={label(indicator.label)}
                  onClick={() => state.setIndicator(indicator.id)}
                >
                  {label(indicator.label)}
                  {indicator.unit !== null && (
                    <small>{t('figures.unit', { unit: label(indicator.unit) })}</small>
                  )}
                </button>
              </Tooltip>
            </th>
            <ComparedCells
              {...cells}
              ledger={ledger}
              indicator={indicator}
              numbers={total}
              line={null}
              name={label(indicator.label)}
            />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
