/** People a sheet's names are looked up among. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
}

/** What a cell names. */
export interface NamesRead {
  readonly people: readonly string[];
  /** Names nobody on the team bears, and names two bear and no phone tells apart. */
  readonly unknown: readonly string[];
  readonly ambiguous: readonly string[];
}

/** What office sheets write for "nobody". */
const nobody = new Set(['', '-', '—', '——', '/', '无', '休', '休息', '待定']);
/** Marks that stand behind or before a name and are no part of it. */
const marks = /[（(](?:调|代|替|男|女|A角|B角|[^（()）]*[\d-]{7,}[^（()）]*)[)）]|调$/g;
const phone = /1\d{10}|0\d{2,3}-?\d{7,8}|\b\d{3,8}\b/g;

/**
 * The people a cell names: names by 、 , ; / blanks or lines, phones beside them or in brackets, 调 behind them. A name may
 * have blanks inside (`张 三`, `Ali Khan`) when the whole is a name of the team.
 */
export function namesOfCell(text: string, people: readonly KnownPerson[]): NamesRead {
  const byName = new Map<string, KnownPerson[]>();
  for (const person of people) {
    const key = keyOf(person.name);
    byName.set(key, [...(byName.get(key) ?? []), person]);
  }
  const found: string[] = [];
  const unknown: string[] = [];
  const ambiguous: string[] = [];
  for (const part of text.normalize('NFKC').split(/[、,;/\n|+&]+/)) {
    const numbers: readonly string[] = part.match(phone) ?? [];
    for (const name of namesOfPart(part.replace(marks, ' ').replace(phone, ' ').trim(), byName)) {
      const bearers = byName.get(keyOf(name)) ?? [];
      const told = bearers.length > 1 ? bearers.filter((one) => numbers.includes(one.phone)) : bearers;
      const [only] = told;
      if (bearers.length === 0) unknown.push(name);
      else if (told.length !== 1 || only === undefined) ambiguous.push(name);
      else found.push(only.id);
    }
  }
  return { people: [...new Set(found)], unknown, ambiguous };
}

/** A part without phones: one name, or several with blanks between them. */
function namesOfPart(part: string, byName: ReadonlyMap<string, unknown>): readonly string[] {
  if (nobody.has(part)) return [];
  if (byName.has(keyOf(part))) return [part];
  const words = part.split(/\s+/).filter((word) => !nobody.has(word));
  return words.every((word) => byName.has(keyOf(word))) || /\p{Script=Han}{2}/u.test(part) ? words : [part];
}

/** Two spellings of one name: blanks and the middle dot do not count. */
const keyOf = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s·•・]/g, '')
    .toLowerCase();
