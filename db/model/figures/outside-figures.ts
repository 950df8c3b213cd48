import { codeTableById } from '../codes/code-tables.ts';
import { indicatorUnit } from '../ledgers/base/outside-indicator.ts';
import { words, type Localized } from '../localized.ts';
import { defineCount, type NamedCount } from './define-rate.ts';

/**
 * Indicators of other departments that add up over months: what happened, was earned or was brought. What stands at a day
 * (净资产, 在校生, 市场主体) and rates do not, and are read in the list.
 */
const addable: ReadonlySet<string> = new Set([
  '0101',
  '0102',
  '0105',
  '0201',
  '0202',
  '0203',
  '0204',
  '0205',
  '0206',
  '0301',
  '0302',
  '0401',
  '0402',
  '0403',
  '0602',
  '0901',
  '1001',
]);

const money = words('万元', '10,000 yuan');
/** Units of things that are counted, as `indicatorUnit` says them. */
const things: Readonly<Record<string, Localized>> = {
  宗: words('宗', 'cases'),
  件: words('件', 'pieces'),
  人: words('人', 'people'),
  个: words('个', 'units'),
  户: words('户', 'households'),
};

function unitOf(code: string): Pick<NamedCount, 'unit' | 'isWhole'> {
  const unit = things[indicatorUnit(code) ?? ''];
  return unit === undefined ? { unit: money } : { unit, isWhole: true };
}

/** Sums of these by the month they are of, so that 环比 and 同比 stand beside them (domain.md §1.4 row 39, §1.5 row 53). */
export const outsideFigures = (codeTableById.get('outside_indicator_kind')?.items ?? [])
  .filter(({ code }) => addable.has(code))
  .map(({ code, name, name_en = name }) =>
    defineCount({
      id: `kind_${code}`,
      ledger: 'outside_indicator',
      label: words(name, name_en),
      definition: words(
        `本期登记的${name}合计（${indicatorUnit(code) ?? ''}）；全镇和村（社区）都有登记的，请按村（社区）查看`,
        'Sum of what was entered for the period; where town and villages both report, read it by village',
      ),
      where: { kind: code },
      sum: 'value',
      ...unitOf(code),
    }),
  );
