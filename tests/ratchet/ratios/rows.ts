import { checkRow } from '../../../db/model/derive/row-check.ts';
import { EntriesFinder } from '../../../db/model/derive/search-entries.ts';
import { ledgerOf } from '../../../db/model/registry.ts';
import { now } from '../fixed-world.ts';
import type { Contest, Place, RatioGroup } from '../group.ts';
import { withTown } from '../towns.ts';
import { type Person, peopleOf } from './people.ts';

const PEOPLE = 2000;

/** Rows filled and checked, against writing and parsing them as JSON. */
export const rowCheckRatio: RatioGroup = {
  name: 'ratio.row-check',
  kind: 'ratio',
  floor: 'the same rows written and parsed as JSON',
  means: 'Filling and checking a row takes longer: forms, imports and packages.',
  prepare: (place) =>
    againstJson(place, (people) => {
      const ledger = ledgerOf('person');
      const today = now().toISOString().slice(0, 10);
      for (const { values } of people) checkRow(ledger, ledger.fill(values), { today });
    }),
};

/** Words and keys of the search index found, against writing and parsing the rows as JSON. */
export const searchEntryRatio: RatioGroup = {
  name: 'ratio.search-entry',
  kind: 'ratio',
  floor: 'the same rows written and parsed as JSON',
  means: 'Finding what the search index holds of a row takes longer: imports, packages, saves.',
  prepare: (place) =>
    againstJson(place, (people) => {
      const finder = new EntriesFinder(ledgerOf('person'));
      for (const { values } of people) finder.add(values);
      return finder.take();
    }),
};

async function againstJson({ folder }: Place, run: (people: readonly Person[]) => unknown): Promise<Contest> {
  const people = await withTown('small', folder, (town) => peopleOf(town, PEOPLE));
  return {
    of: `${String(people.length)} people`,
    product: { run: () => run(people) },
    floor: { run: () => people.map(({ values }): unknown => JSON.parse(JSON.stringify(values))) },
  };
}
