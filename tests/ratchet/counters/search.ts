import type { BenchTown } from '../../../db/cli/bench/bench-town.ts';
import { type BenchQuery, searchQueries } from '../../../db/cli/bench/search-queries.ts';
import type { Measured } from '../figure.ts';
import type { CounterGroup } from '../group.ts';
import { withTown } from '../towns.ts';
import { added, type Asked, askedBy, askedFigures, counter, nothingAsked } from './asked.ts';
import type { CountingDriver } from './counting-driver.ts';
import { forgetPages } from './page-reads.ts';

/** Queries of each kind. */
const EACH = 3;
/** Hits the search box asks for. */
const LIMIT = 50;
/** Records a link picker asks for. */
const PICKED = 10;

/** Kinds of query that are answered alike. */
const ways: Readonly<Record<string, readonly BenchQuery['kind'][]>> = {
  names: ['whole name', 'part of name', 'surname only', 'unit name'],
  letters: ['full pinyin', 'begun pinyin', 'initials'],
  codes: ['id number', 'id number head', 'id number tail', 'phone', 'phone tail', 'grid code'],
  texts: ['address fragment', 'name and address'],
};

/** What every keystroke in the search box asks of the file, typed character by character. */
export const searchCounters: CounterGroup = {
  name: 'search',
  kind: 'counter',
  measure: ({ folder, driver }) => withTown('large', folder, (town) => searchFigures(town, driver)),
};

/** The figures of a town. Nothing was searched in it before. */
function searchFigures(town: BenchTown, driver: CountingDriver): readonly Measured[] {
  const queries = searchQueries(town, Object.values(ways).flat().length * EACH);
  forgetPages(driver.connection());
  let most = 0;
  const figures = Object.entries(ways).flatMap(([way, kinds]) => {
    const typed = queries.filter(({ kind }) => kinds.includes(kind)).flatMap(({ text }) => keystrokes(text));
    const each = typed.map((text) => askedBy(driver, () => town.store.search(text, LIMIT, town.caller)));
    most = Math.max(most, ...each.map(({ statements }) => statements));
    return askedFigures(`search.${way}`, each.reduce(added, nothingAsked), {
      of: `${String(typed.length)} keystrokes`,
      means: `Searching ${kinds.join(', ')} asks more of the file at each keystroke.`,
    });
  });
  const whole = queries.map(({ text }) => text);
  const stranger = { ...town.caller, seesMasked: false, seesSensitive: false };
  const searched = (search: (text: string) => unknown): Asked =>
    whole.map((text) => askedBy(driver, () => search(text))).reduce(added, nothingAsked);
  return [
    ...figures,
    ...askedFigures(
      'search.closed',
      searched((text) => town.store.search(text, LIMIT, stranger)),
      {
        of: `${String(whole.length)} queries of somebody who may not open every ledger`,
        means: 'Searching with fewer rights asks more: closed ledgers should not be asked at all.',
      },
    ),
    ...askedFigures(
      'search.picker',
      searched((text) => town.store.options('person', text, PICKED)),
      {
        of: `${String(whole.length)} queries in one ledger`,
        means: 'Choosing a person to link to asks more of the file.',
      },
    ),
    counter('search.most.statements', most, {
      unit: 'statements',
      of: 'the dearest keystroke',
      means: 'Some keystroke of the search box asks more of the file than any did before.',
    }),
  ];
}

/** What stands in the box after each character. */
const keystrokes = (text: string): readonly string[] => {
  const characters = [...text];
  return characters.map((_, i) => characters.slice(0, i + 1).join(''));
};
