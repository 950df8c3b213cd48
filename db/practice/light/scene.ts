import type { Values } from '../../model/field-kind.ts';
import { ledgerOf } from '../../model/registry.ts';
import type { Grid } from '../grids.ts';
import { recordIds } from '../identifiers.ts';
import { personName, surname } from '../names.ts';
import type { Resident, Workplace } from '../people/household-plan.ts';
import { pointInGrid, street } from '../places.ts';
import type { Days } from '../days.ts';
import { type Random, seededRandom } from '../random.ts';
import type { Town } from '../town.ts';

/** A grid with some of those who live and work in it, for the ledgers of the offices to refer to. */
export interface Known {
  readonly grid: Grid;
  readonly people: readonly Resident[];
  readonly units: readonly Workplace[];
  /** Rental house records. */
  readonly rentals: readonly RentalHouse[];
}

/** A rental house as its checks name it. */
export interface RentalHouse {
  readonly id: string;
  readonly name: string;
  readonly path: string;
}

/** What the makers of light ledgers share: chance and ids of their own, and what is known of the town. */
export interface Scene {
  readonly town: Town;
  readonly days: Days;
  readonly random: Random;
  readonly townName: string;
  /** Division record of the town itself. */
  readonly division: string;
  readonly known: readonly Known[];
  /** One of the known grids, drawn anew each time. */
  somewhere(): Known;
}

/** What a scene begins with. */
export interface SceneOptions {
  readonly seed: number;
  /** Added to the seed, so that nothing else moves when these rows change. */
  readonly stream: number;
  readonly townName: string;
  readonly division: string;
  readonly known: readonly Known[];
}

/** Sets a scene in a town whose people and places are written. @throws when no grid is known */
export function setScene(town: Town, { seed, stream, ...rest }: SceneOptions): Scene {
  const random = seededRandom(seed + stream);
  const first = rest.known[0];
  if (first === undefined) throw new Error('a town without grids');
  return {
    ...rest,
    random,
    days: town.days,
    town: { ...town, random, newId: recordIds(random) },
    somewhere: () => random.pick([first, ...rest.known.slice(1)]),
  };
}

/** Writes a row without its empty values and with what its ledger fills; returns its id. */
export function put(scene: Scene, ledger: string, values: Values): string {
  const { town, days, random } = scene;
  const at = ledger === 'zz_org' ? days.longAgo(random) : days.recently(random, 300);
  const kept = Object.fromEntries(
    Object.entries(ledgerOf(ledger).fill(values)).filter(
      ([, v]) => v !== null && !(Array.isArray(v) && v.length === 0),
    ),
  );
  return town.add(ledger, { at, id: town.newId(at), values: kept });
}

/** So many rows, each from its number. */
export const times = <T>(count: number, make: (i: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, i) => make(i));

/** Village, grid, address and position, as the ledgers with a place have them. */
export function placed({ random }: Scene, { grid }: Known): Values {
  const { road, lane } = street(grid.village, random);
  return {
    village: grid.division,
    grid: grid.id,
    place_text: `${grid.village.name}${road}${lane}${1 + random.below(180)}号`,
    place: pointInGrid(grid.village, grid, random),
  };
}

/** A drawn name, for those who are not in the town's register. */
export function someName({ random }: Scene, male = random.chance(0.6)): string {
  return personName(random, surname(random), male).name;
}

/** Name and telephone number of a person in charge, under the given field names. */
export function named(scene: Scene, name = 'head_name', contact = 'head_contact'): Values {
  return { [name]: someName(scene), [contact]: scene.town.nextPhone() };
}

/** Somebody with a citizen's document: name, kind, number and telephone under fields that begin with `prefix`. */
export function identified(scene: Scene, prefix: string, age = 20 + scene.random.below(40)): Values {
  const { random, town, days } = scene;
  const male = random.chance(0.6);
  return {
    [`${prefix}_name`]: someName(scene, male),
    [`${prefix}_doc_type`]: '111',
    [`${prefix}_doc_no`]: town.nextResidentId(days.birthDay(random, age), male),
    [`${prefix}_contact`]: town.nextPhone(),
  };
}

/** Number of a paper: letters, the year, and four digits. */
export const numbered = (letters: string, year: number, i: number): string =>
  `${letters}${year}${String(i + 1).padStart(4, '0')}`;
