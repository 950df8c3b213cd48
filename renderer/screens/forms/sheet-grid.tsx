import { Tabs } from 'antd';
import { useText } from '../../text/index.ts';
import type { FormView } from './form-draft.ts';
import { placeClass, type ShownMarks } from './shown-marks.ts';

type Sheet = Extract<FormView, { kind: 'xlsx' }>['sheets'][number];

/** Pixels of a character of a column's width, as spreadsheets reckon it. */
const CHARACTER_PX = 7.5;

/** The sheets of a workbook as plain grids whose cells can be clicked. */
export function SheetGrid({
  sheets,
  shown,
}: {
  readonly sheets: readonly Sheet[];
  readonly shown: ShownMarks;
}) {
  const { t } = useText();
  if (sheets.length === 1 && sheets[0] !== undefined) return <Grid sheet={sheets[0]} shown={shown} />;
  return (
    <Tabs
      size="small"
      aria-label={t('forms.sheets')}
      items={sheets.map((sheet) => ({
        key: sheet.name,
        label: sheet.name,
        children: <Grid sheet={sheet} shown={shown} />,
      }))}
    />
  );
}

function Grid({ sheet, shown }: { readonly sheet: Sheet; readonly shown: ShownMarks }) {
  const { t } = useText();
  return (
    <>
      {sheet.isCut && <p className="soft">{t('forms.cut')}</p>}
      <table className="marking-grid">
        <colgroup>
          <col style={{ width: 36 }} />
          {sheet.widths.map((width, i) => (
            <col key={i} style={{ width: Math.round(width * CHARACTER_PX) }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col" aria-hidden />
            {sheet.widths.map((_, i) => (
              <th key={i} scope="col">
                {letters(i + 1)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map(({ number, cells }) => (
            <tr key={number}>
              <th scope="row">{number}</th>
              {cells.map((cell) => (
                <Cell key={cell.at} cell={cell} shown={shown} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Cell({
  cell,
  shown,
}: {
  readonly cell: Sheet['rows'][number]['cells'][number];
  readonly shown: ShownMarks;
}) {
  const { t } = useText();
  const name = cell.at.slice(cell.at.lastIndexOf('!') + 1);
  if (cell.isFormula) {
    return (
      <td colSpan={cell.columns} rowSpan={cell.rows} className="marking-formula" title={t('forms.formula')}>
        {cell.text === '' ? 'ƒ' : cell.text}
      </td>
    );
  }
  const text = shown.textAt(cell.at);
  return (
    <td colSpan={cell.columns} rowSpan={cell.rows}>
      <button
        type="button"
        className={placeClass(shown, cell.at)}
        aria-label={`${name} ${text}`}
        title={text}
        aria-pressed={shown.at === cell.at}
        onClick={() => shown.onChoose(cell.at)}
      >
        <span className="marking-cell-text">{text}</span>
      </button>
    </td>
  );
}

/** 28 → AB */
function letters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}
