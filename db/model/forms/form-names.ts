import { isLink, type AnyField, type AnyLedger } from '../define-ledger.ts';
import { referencesTo, type Reference } from '../derive/references.ts';
import { words, type Localized } from '../localized.ts';

/** What a form fills in beside the fields of a record. */
export type GeneralName = 'today' | 'office' | 'person' | 'number';

/** Words of the values that are no fields, as written in a token. */
export const generalNames: Readonly<Record<GeneralName, Localized>> = {
  today: words('当前日期', 'Today'),
  office: words('填报单位', 'Reporting office'),
  person: words('填表人', 'Filled by'),
  number: words('序号', 'No.'),
};

/** Name of the repeated part in a form that is filled with a list. */
const listName = words('列表', 'List');

/** A field as a form names it: through links, then the field itself. */
export interface FieldPath {
  /** Link fields on the way, from the record's own ledger. */
  readonly links: readonly string[];
  readonly ledger: AnyLedger;
  readonly name: string;
  readonly field: AnyField;
}

/** Ledgers by id, handed in so that tests can bring their own. */
export type LedgersById = ReadonlyMap<string, AnyLedger>;

/** Links a token may go through; more is a mistake, and loops have no end. */
const MOST_LINKS = 3;

/** The field a token names: by label, alias or field name, through links by a dot. `null` = none of that name. */
export function findPath(ledger: AnyLedger, text: string, byId: LedgersById): FieldPath | null {
  const names = text.split(/[.．。]/u).map((part) => part.trim());
  const last = names.pop() ?? '';
  if (names.length > MOST_LINKS) return null;
  const links: string[] = [];
  let at = ledger;
  for (const name of names) {
    const found = fieldNamed(at, name, isLink);
    const target = found === null ? undefined : byId.get(found.field.target ?? '');
    if (found === null || target === undefined) return null;
    links.push(found.name);
    at = target;
  }
  const found = fieldNamed(at, last);
  return found === null ? null : { links, ledger: at, ...found };
}

/** The ledgers a path leads through or to: all of them decide whether it may be read. */
export function ledgersOn(start: AnyLedger, path: FieldPath, byId: LedgersById): readonly AnyLedger[] {
  const passed = [start];
  for (const link of path.links) {
    const target = byId.get(passed.at(-1)?.fields[link]?.target ?? '');
    if (target !== undefined) passed.push(target);
  }
  return passed;
}

/**
 * Labels first, then aliases: an alias of one field may be the label of another. Last, labels without what stands in
 * brackets (户主 for 户主（实有人口）).
 */
function fieldNamed(
  ledger: AnyLedger,
  text: string,
  isWanted: (field: AnyField) => boolean = () => true,
): { name: string; field: AnyField } | null {
  const wanted = plain(text);
  const fields = shownFields(ledger).filter(([, field]) => isWanted(field));
  const ways: readonly ((name: string, field: AnyField) => readonly string[])[] = [
    (_, field) => [field.label.zh, field.label.en],
    (name) => [name],
    (_, field) => field.aliases ?? [],
    (_, field) => [field.label.zh.replace(/（[^）]*）/gu, '')],
  ];
  for (const way of ways) {
    const found = fields.find(([name, field]) => way(name, field).some((label) => plain(label) === wanted));
    if (found !== undefined) return { name: found[0], field: found[1] };
  }
  return null;
}

/** Blanks, case and the kind of bracket make no difference. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();

function shownFields(ledger: AnyLedger): readonly [string, AnyField][] {
  return Object.entries(ledger.fields).filter(([, field]) => field.retired === undefined);
}

/** The general value of this name, `null` when it is none. */
export function findGeneral(text: string): GeneralName | null {
  const wanted = plain(text);
  const names: readonly GeneralName[] = ['today', 'office', 'person', 'number'];
  return (
    names.find((name) => Object.values(generalNames[name]).some((word) => plain(word) === wanted)) ?? null
  );
}

/** True when a token's name is that of the list itself. */
export const isListName = (text: string): boolean =>
  Object.values(listName).some((word) => plain(word) === plain(text));

/**
 * Records of another ledger that point to this one, by the ledger's label or id (`{#居住记录}`), with the link field
 * behind a dot where it has several (`{#居住记录.人员}`). `null` = none of that name.
 */
export function findRelated(ledger: AnyLedger, text: string, byId: LedgersById): Reference | null {
  const [name = '', field = ''] = text.split(/[.．]/u).map(plain);
  return (
    referencesTo(ledger.id, [...byId.values()]).find(
      (reference) =>
        [reference.ledger.id, reference.ledger.label.zh, reference.ledger.label.en].some(
          (label) => plain(label) === name,
        ) &&
        (field === '' ||
          [reference.field, ...Object.values(reference.ledger.fields[reference.field]?.label ?? {})].some(
            (label) => plain(label) === field,
          )),
    ) ?? null
  );
}

/** Labels most like an unknown name, best first, at most three: what the clerk probably meant. */
export function nearestNames(ledger: AnyLedger, text: string, byId: LedgersById): readonly string[] {
  const [, links, name = ''] = /^(.*)[.．。]([^.．。]*)$/su.exec(text) ?? [];
  const through = links === undefined ? null : findPath(ledger, links, byId);
  const target = byId.get(through?.field.target ?? '');
  if (target !== undefined)
    return nearestLabels(labelsOf(target), name).map((label) => `${links ?? ''}.${label}`);
  const general = Object.values(generalNames).map((word) => word.zh);
  return nearestLabels([...labelsOf(ledger), ...general], text);
}

const labelsOf = (ledger: AnyLedger): readonly string[] =>
  shownFields(ledger).map(([, field]) => field.label.zh);

function nearestLabels(labels: readonly string[], text: string): readonly string[] {
  const wanted = plain(text);
  return labels
    .map((label) => ({ label, far: distance(plain(label), wanted) }))
    .filter(({ label, far }) => far < Math.max([...label].length, [...wanted].length))
    .toSorted((one, other) => one.far - other.far)
    .slice(0, 3)
    .map(({ label }) => label);
}

/** Edits between two words (Levenshtein), less what they share as a part. */
function distance(one: string, other: string): number {
  const [left, right] = [[...one], [...other]];
  let row = right.map((_, at) => at + 1);
  for (const [i, letter] of left.entries()) {
    const next: number[] = [];
    for (const [j, wanted] of right.entries()) {
      const corner = j === 0 ? i : (row[j - 1] ?? 0);
      const above = row[j] ?? 0;
      const beside = j === 0 ? i + 1 : (next[j - 1] ?? 0);
      next.push(Math.min(corner + (letter === wanted ? 0 : 1), above + 1, beside + 1));
    }
    row = next;
  }
  const edits = row.at(-1) ?? left.length;
  return one.includes(other) || other.includes(one) ? Math.min(edits, 1) : edits;
}
