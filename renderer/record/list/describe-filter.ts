import type { AnyField } from '../../../db/model/define-ledger.ts';
import type { Names, Value } from '../../../db/model/field-kind.ts';
import type { Say } from '../../text/index.ts';
import { asCriterion, type FilterCriterion, type FilterEntry } from '../../widgets/index.ts';

/** One filter in words, for its chip: `包含“莞城”`, `2026-01-01 至 2026-12-31`. */
export function describeFilter(
  field: AnyField,
  entry: FilterEntry,
  words: {
    readonly t: Say;
    readonly names: Names;
    /** Label of another field of the ledger. */
    readonly labelOf: (field: string) => string;
  },
): string {
  const { t } = words;
  const show = (value: Value): string => showValue(field, value, words);
  if (Array.isArray(entry)) return entry.map((one) => show(one)).join('、');
  if (entry === null) return t('widget.blank');
  if (typeof entry !== 'object')
    return typeof entry === 'boolean' ? t(entry ? 'widget.yes' : 'widget.no') : show(entry);
  const criterion = asCriterion(entry);
  const own = [
    describeWords(criterion, t) ?? describeRange(criterion, show, t),
    ...describeOrder(criterion, words),
  ].filter((part) => part !== '');
  const others = criterion.and ?? [];
  return [...own, ...others.map((other) => describeFilter(field, other, words))].join(t('record.chipAnd'));
}

function describeOrder(
  { notAfter, after }: FilterCriterion,
  { t, labelOf }: { readonly t: Say; readonly labelOf: (field: string) => string },
): readonly string[] {
  return [
    ...(notAfter === undefined ? [] : [t('record.chipNotAfter', { field: labelOf(notAfter) })]),
    ...(after === undefined ? [] : [t('record.chipAfter', { field: labelOf(after) })]),
  ];
}

function describeWords({ blank, contains, starts }: FilterCriterion, t: Say): string | null {
  if (blank !== undefined) return t(blank ? 'widget.blank' : 'widget.notBlank');
  if (contains !== undefined) return t('record.chipContains', { text: contains });
  return starts === undefined ? null : t('record.chipStarts', { text: starts });
}

function describeRange({ not, from, to }: FilterCriterion, show: (value: Value) => string, t: Say): string {
  if (not !== undefined) return describeOthers([not].flat(), show, t);
  if (from === undefined) return to === undefined ? '' : t('record.chipTo', { to: show(to) });
  if (to === undefined) return t('record.chipFrom', { from: show(from) });
  return from === to ? show(from) : t('record.chipBetween', { from: show(from), to: show(to) });
}

/** More values than this are told by their number. */
const MOST_NAMED = 8;

function describeOthers(
  not: readonly (string | number | boolean)[],
  show: (value: Value) => string,
  t: Say,
): string {
  if (not.length > MOST_NAMED) return t('record.chipNotAny', { count: String(not.length) });
  return t('record.chipNot', { text: not.map((one) => show(one)).join('、') });
}

function showValue(
  field: AnyField,
  value: Value,
  { t, names }: { readonly t: Say; readonly names: Names },
): string {
  if (typeof value === 'boolean') return t(value ? 'widget.yes' : 'widget.no');
  if (field.table !== undefined && typeof value === 'string')
    return names.codeName(field.table, value) ?? value;
  if (field.target !== undefined) return '…';
  // A bound of a moment that is a whole day.
  if (field.kind === 'instant' && typeof value === 'string' && value.length === 10) return value;
  const parsed = field.check().safeParse(value);
  return parsed.success ? field.toText(parsed.data, names) : String(value);
}
