import { isLink, type AnyField, type AnyLedger } from '../../../db/model/define-ledger.ts';
import { referencesTo } from '../../../db/model/derive/references.ts';
import type { FormKind } from '../../../db/model/forms/form-mapping.ts';
import { generalNames } from '../../../db/model/forms/form-names.ts';
import type { Localized } from '../../../db/model/localized.ts';
import { words } from '../../../db/model/localized.ts';
import { coverHeadings } from '../../../db/model/figures/cover-headings.ts';
import { townReport } from '../../../db/model/figures/town-report.ts';
import { ledgerOf, orderedLedgers } from '../../data/index.ts';

/** Where fields are picked from: the form's own ledger, a record it links to, records that point to it, or the report. */
export interface FieldSource {
  readonly key: string;
  readonly kind: 'own' | 'linked' | 'related' | 'figures';
  readonly label: Localized;
  readonly ledger: AnyLedger;
  /** Written before the field in a token, with its dot. */
  readonly prefix: string;
  /** Name of the part whose row is repeated; related records only. */
  readonly part: string | null;
}

/** A field as it can be picked. */
interface FieldChoice {
  readonly key: string;
  readonly label: Localized;
  readonly token: string;
}

/** A heading with fields below it. */
export interface ChoiceGroup {
  readonly label: Localized;
  readonly choices: readonly FieldChoice[];
}

/** Sources of a form: sensitive ledgers are none. Related records stand only in forms of one record. */
export function sourcesOf(ledger: AnyLedger, kind: FormKind): readonly FieldSource[] {
  const own: FieldSource = { key: 'own', kind: 'own', label: ledger.label, ledger, prefix: '', part: null };
  const linked = shown(ledger).flatMap(([name, field]): FieldSource[] => {
    const target = isLink(field) ? ledgerOf(field.target ?? '') : undefined;
    if (target === undefined || target.sensitive) return [];
    const prefix = `${field.label.zh}.`;
    return [{ key: `to ${name}`, kind: 'linked', label: field.label, ledger: target, prefix, part: null }];
  });
  const references = kind === 'record' ? referencesTo(ledger.id, orderedLedgers) : [];
  const related = references
    .filter(({ ledger: other }) => !other.sensitive)
    .map((reference, i, all): FieldSource => {
      const { ledger: other, field } = reference;
      const isSeveral = all.filter((one) => one.ledger === other).length > 1;
      const link = other.fields[field]?.label ?? words(field, field);
      const label = isSeveral
        ? words(`${other.label.zh}（${link.zh}）`, `${other.label.en} (${link.en})`)
        : other.label;
      const part = isSeveral ? `${other.label.zh}.${link.zh}` : other.label.zh;
      return { key: `from ${String(i)}`, kind: 'related', label, ledger: other, prefix: '', part };
    });
  const figures: FieldSource = {
    ...own,
    key: 'figures',
    kind: 'figures',
    label: words('统计数（本月）', 'Figures of this month'),
  };
  return [own, ...linked, ...related, figures];
}

/** Fields of a source under the headings of its form, and the general values under one of their own. */
export function choicesOf(source: FieldSource, formKind: FormKind): readonly ChoiceGroup[] {
  if (source.kind === 'figures') return reportGroups;
  const { ledger, prefix, kind, part } = source;
  const sections = ledger.sections.map((section) => ({
    label: section.label,
    choices: section.fields.flatMap((name): FieldChoice[] => {
      const field = ledger.fields[name];
      // Files do not go into a form; their text would be a count.
      if (field === undefined || field.retired !== undefined || field.kind === 'attachment') return [];
      return [{ key: name, label: field.label, token: `{${prefix}${field.label.zh}}` }];
    }),
  }));
  const hasNumber = formKind === 'list' || part !== null;
  const names = (['number', 'today', 'office', 'person'] as const).filter(
    (name) => name !== 'number' || hasNumber,
  );
  const general: ChoiceGroup = {
    label: words('通用', 'General'),
    choices: [
      ...names.map((name) => ({ key: name, label: generalNames[name], token: `{${generalNames[name].zh}}` })),
      ...(formKind === 'list'
        ? [{ key: 'count', label: words('记录数', 'Number of records'), token: '{记录数}' }]
        : []),
    ],
  };
  return kind === 'linked' ? sections : [general, ...sections];
}

/** Figures of the cover and lines of the monthly report under their headings; those of sensitive ledgers do not go into general forms. */
const reportGroups: readonly ChoiceGroup[] = [
  {
    label: words('四个到位', 'Overview'),
    choices: Object.entries(coverHeadings).map(([id, { rate }]) => ({
      key: id,
      label: rate,
      token: `{数:${rate.zh}}`,
    })),
  },
  ...townReport.map(({ id, label, lines }) => ({
    label,
    choices: lines.flatMap(({ ledger, label: name }): FieldChoice[] =>
      name === undefined || ledgerOf(ledger)?.sensitive !== false
        ? []
        : [{ key: `${id} ${name.zh}`, label: name, token: `{数:${name.zh}}` }],
    ),
  })),
];

/** Groups narrowed to the fields whose label holds the text. */
export function fitting(groups: readonly ChoiceGroup[], text: string): readonly ChoiceGroup[] {
  const wanted = text.trim().toLowerCase();
  return groups
    .map(({ label, choices }) => ({
      label,
      choices: choices.filter((choice) =>
        [choice.label.zh, choice.label.en, choice.token].some((word) => word.toLowerCase().includes(wanted)),
      ),
    }))
    .filter(({ choices }) => choices.length > 0);
}

const shown = (ledger: AnyLedger): readonly [string, AnyField][] =>
  Object.entries(ledger.fields).filter(([, field]) => field.retired === undefined);
