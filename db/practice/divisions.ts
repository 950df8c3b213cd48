import { townsOf, villagesOf } from '../model/divisions/dongguan.ts';
import type { Values } from '../model/field-kind.ts';

/** The divisions a new database begins with, real or practice: the town and its villages as ready values. */
export interface TownDivisions {
  /** Code of 12 digits and official name. */
  readonly town: { readonly code: string; readonly name: string };
  readonly townValues: Values;
  /** Values of each village; `parent` is the record id given to the town. */
  villageValues(parent: string): readonly Values[];
}

/** Divisions of a town of Dongguan, given its code of 9 or 12 digits; `null` when there is no such town. */
export function divisionsOf(code: string): TownDivisions | null {
  const full = code.length === 9 ? `${code}000` : code;
  const town = townsOf().find((t) => t.code === full);
  if (town === undefined) return null;
  const levels = { town: '4', village: '5' } as const;
  return {
    town: { code: town.code, name: town.name },
    townValues: { code: town.code, name: town.name, short_name: town.shortName, level: levels.town },
    villageValues: (parent) =>
      villagesOf(full).map(({ code: village, name, shortName }) => ({
        code: village,
        name,
        short_name: shortName,
        level: levels.village,
        parent,
      })),
  };
}
