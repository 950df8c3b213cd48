import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import type { Names } from '../../../db/model/field-kind.ts';
import type { Localized } from '../../../db/model/localized.ts';
import type { Say } from '../../text/index.ts';
import { asCriterion, type FilterCriterion, type FilterEntry } from '../../widgets/index.ts';
import { describeFilter } from './describe-filter.ts';

interface Wording {
  readonly t: Say;
  readonly names: Names;
  readonly label: (of: Localized) => string;
}

/** What a filter asks of the records of another ledger that link here: `有（在岗状态：在岗、休假）`, `没有`. */
export function describeLinked(other: AnyLedger, entry: FilterEntry, words: Wording): string {
  const { some, none, and = [] } = asCriterion(entry);
  const { t } = words;
  return [
    ...(some === undefined ? [] : [told(t('record.chipSome'), textOf(other, some, words), t)]),
    ...(none === undefined ? [] : [told(t('record.chipNone'), textOf(other, none, words), t)]),
    ...and.map((one) => describeLinked(other, one, words)),
  ].join(t('record.chipAnd'));
}

const told = (has: string, text: string, t: Say): string =>
  text === '' ? has : t('record.chipLinked', { has, text });

function textOf(
  { fields }: AnyLedger,
  where: Exclude<FilterCriterion['some'], undefined>,
  { t, names, label }: Wording,
): string {
  const labelOf = (name: string): string => label(fields[name]?.label ?? { zh: name, en: name });
  return Object.entries(where)
    .flatMap(([name, entry]) => {
      const field = fields[name];
      if (field === undefined) return [];
      return [labelOf(name) + t('record.colon') + describeFilter(field, entry, { t, names, labelOf })];
    })
    .join(t('record.chipAnd'));
}
