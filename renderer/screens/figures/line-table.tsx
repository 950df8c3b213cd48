import { useText } from '../../text/index.ts';
import { ComparedCells, ComparedHeads, type CellsProperties } from './compared-cells.tsx';
import type { FiguresState } from './figures-state.ts';
import type { FigureTable } from './open-rows.ts';

interface Properties extends Pick<CellsProperties, 'measures' | 'periods' | 'onOpen'> {
  readonly state: FiguresState;
  readonly by: string;
  readonly table: FigureTable;
  readonly nameOf: Parameters<typeof ComparedHeads>[0]['nameOf'];
}

/** The chosen indicator by the values of a field, with the total below. */
export function LineTable({ state, by, table, nameOf, ...cells }: Properties) {
  const { t, label } = useText();
  const { ledger, indicator } = state;
  const field = label(ledger.fields[by]?.label ?? { zh: by, en: by });
  return (
    <table className="figures-table">
      <caption>{t('figures.lines', { indicator: label(indicator.label), field })}</caption>
      <thead>
        <tr>
          <th scope="col" className="figure-name">
            {field}
          </th>
          <ComparedHeads periods={cells.periods} nameOf={nameOf} />
        </tr>
      </thead>
      <tbody>
        {table.lines.map(({ key, label: name, numbers }) => (
          <tr key={JSON.stringify(key)}>
            <th scope="row" className="figure-name" title={name}>
              {name}
            </th>
            <ComparedCells
              {...cells}
              ledger={ledger}
              indicator={indicator}
              numbers={numbers}
              line={{ by, key }}
              name={`${label(indicator.label)} ${name}`}
            />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className="figure-name">
            {t('figures.total')}
          </th>
          <ComparedCells
            {...cells}
            ledger={ledger}
            indicator={indicator}
            numbers={table.total}
            line={null}
            name={`${label(indicator.label)} ${t('figures.total')}`}
          />
        </tr>
      </tfoot>
    </table>
  );
}
