import type { AnyField, AnyLedger } from '../../../model/define-ledger.ts';
import { linkingLedger } from '../../../model/filter-names.ts';
import { words, type Language } from '../../../model/localized.ts';
import { namedLink, type NamedLink } from '../../../model/where.ts';
import type { Names, Value } from '../../../model/field-kind.ts';
import { removedKey, type Caller, type Criterion, type Store, type Where } from '../../../store/api.ts';

const phrases = {
  all: words('全部', 'Everything'),
  chosen: words('所选 {n} 条', '{n} chosen records'),
  is: words('{field}为“{value}”', '{field} is "{value}"'),
  isNot: words('{field}不为“{value}”', '{field} is not "{value}"'),
  contains: words('{field}包含“{value}”', '{field} contains "{value}"'),
  starts: words('{field}以“{value}”开头', '{field} starts with "{value}"'),
  from: words('{field}不小于 {value}', '{field} from {value}'),
  to: words('{field}不大于 {value}', '{field} to {value}'),
  notAfter: words('{field}不晚于{value}', '{field} not later than {value}'),
  after: words('{field}晚于{value}', '{field} later than {value}'),
  blank: words('{field}为空', '{field} is empty'),
  filled: words('{field}不为空', '{field} is filled'),
  some: words('有{field}', 'has {field}'),
  someOf: words('有{field}（{value}）', 'has {field} ({value})'),
  none: words('没有{field}', 'has no {field}'),
  noneOf: words('没有{field}（{value}）', 'has no {field} ({value})'),
  withRemoved: words('含已注销或删除的记录', 'with removed records'),
  onlyRemoved: words('仅已注销或删除的记录', 'removed records only'),
} as const;

/** A filter as a sentence for the sheet or page it produced, in the caller's language. */
export function describeFilter(input: {
  readonly store: Store;
  readonly ledger: AnyLedger;
  readonly caller: Caller;
  readonly where: Where;
  readonly ids?: readonly string[];
}): string {
  const { ledger, caller, where, ids } = input;
  const { language } = caller;
  if (ids) return phrases.chosen[language].replace('{n}', String(ids.length));
  const parts = partsOf(ledger, where, input.store.names(language));
  return parts.length === 0 ? phrases.all[language] : joined(parts, language);
}

const joined = (parts: readonly string[], language: Language): string =>
  parts.join(language === 'zh' ? '，' : '; ');

function partsOf(ledger: AnyLedger, where: Where, names: Names): readonly string[] {
  const { language } = names;
  const labelOf = (name: string): string => ledger.fields[name]?.label[language] ?? name;
  return Object.entries(where).flatMap(([name, criterion]) => {
    if (name === removedKey)
      return criterion === false
        ? []
        : [phrases[criterion === true ? 'onlyRemoved' : 'withRemoved'][language]];
    const link = namedLink(name);
    if (link !== null) return linkedParts(ledger, { link, criterion, names });
    const field = ledger.fields[name];
    return clauses(criterion, field, { names, labelOf }).map(([phrase, value]) =>
      phrases[phrase][language].replace('{field}', labelOf(name)).replace('{value}', () => value),
    );
  });
}

/** What is asked of the records of another ledger that link here. */
function linkedParts(
  ledger: AnyLedger,
  of: { readonly link: NamedLink; readonly criterion: Value | Criterion; readonly names: Names },
): readonly string[] {
  const { link, criterion, names } = of;
  const other = linkingLedger(ledger, link);
  if (other === null || criterion === null || typeof criterion !== 'object' || isList(criterion)) return [];
  const { language } = names;
  const told = (how: 'some' | 'none', where: Where): string => {
    const value = joined(partsOf(other, where, names), language);
    const phrase = phrases[value === '' ? how : how === 'some' ? 'someOf' : 'noneOf'];
    return phrase[language].replace('{field}', other.label[language]).replace('{value}', () => value);
  };
  const { some, none, and = [] } = criterion;
  return [
    ...(some === undefined ? [] : [told('some', some)]),
    ...(none === undefined ? [] : [told('none', none)]),
    ...and.flatMap((entry) => linkedParts(ledger, { ...of, criterion: entry })),
  ];
}

type Clause = readonly [keyof typeof phrases, string];

interface Wording {
  readonly names: Names;
  /** Label of another field of the ledger. */
  readonly labelOf: (field: string) => string;
}

function clauses(criterion: Value | Criterion, field: AnyField | undefined, wording: Wording): Clause[] {
  const show = (value: string | number | boolean): string => shown(value, field, wording.names);
  if (criterion === null) return [['blank', '']];
  if (typeof criterion !== 'object') return [['is', show(criterion)]];
  if (isList(criterion)) return [['is', criterion.map(show).join('、')]];
  const { blank, not, and = [] } = criterion;
  return [
    ...bounds(criterion, show),
    ...(blank === undefined ? [] : ([[blank ? 'blank' : 'filled', '']] as const)),
    ...(not === undefined ? [] : ([['isNot', [not].flat().map(show).join('、')]] as const)),
    ...orders(criterion, wording),
    ...and.flatMap((entry) => clauses(entry, field, wording)),
  ];
}

function bounds(
  { contains, starts, from, to }: Criterion,
  show: (value: string | number) => string,
): readonly Clause[] {
  const found: Clause[] = [];
  if (contains !== undefined) found.push(['contains', contains]);
  if (starts !== undefined) found.push(['starts', starts]);
  if (from !== undefined) found.push(['from', show(from)]);
  if (to !== undefined) found.push(['to', show(to)]);
  return found;
}

function orders({ notAfter, after }: Criterion, { labelOf }: Wording): readonly Clause[] {
  const found: Clause[] = [];
  if (notAfter !== undefined) found.push(['notAfter', labelOf(notAfter)]);
  if (after !== undefined) found.push(['after', labelOf(after)]);
  return found;
}

const isList = (criterion: readonly string[] | Criterion): criterion is readonly string[] =>
  Array.isArray(criterion);

/** A single value of a filter as it shows in the list: the name of a code, the title of a link. */
function shown(value: string | number | boolean, field: AnyField | undefined, names: Names): string {
  if (!field) return String(value);
  return field.kind === 'multi-choice' || field.kind === 'attachment'
    ? (names.codeName(field.table ?? '', String(value)) ?? String(value))
    : field.toText(value, names);
}
