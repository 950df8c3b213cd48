import { createHash } from 'node:crypto';
import { city, townsOf, villagesOf } from '../model/divisions/dongguan.ts';
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

/**
 * Record id of a division, the same in every office: the divisions a database begins with are the same records
 * everywhere, so that links to them hold between offices. A version 8 UUID (RFC 9562) of SHA-256.
 */
function divisionId(code: string): string {
  const hex = createHash('sha256').update(`division\n${code}`, 'utf8').digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) % 4) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}

/** Rows of the division ledger an office of a town begins with. */
export function townRows(
  divisions: TownDivisions,
): readonly { readonly id: string; readonly values: Values }[] {
  const town = divisionId(divisions.town.code);
  const villages = divisions.villageValues(town);
  return [
    { id: town, values: divisions.townValues },
    ...villages.map((values) => ({ id: divisionId(String(values['code'])), values })),
  ];
}

/** Rows of the division ledger the city begins with: all its towns and their villages. */
export function cityRows(): readonly { readonly id: string; readonly values: Values }[] {
  return townsOf().flatMap(({ code }) => {
    const divisions = divisionsOf(code);
    return divisions === null ? [] : townRows(divisions);
  });
}

/** An office a database can be made for, and the rows of the division ledger it begins with. */
export interface DivisionOffice {
  readonly office: { readonly code: string; readonly name: string };
  rows(): readonly { readonly id: string; readonly values: Values }[];
}

/**
 * The city, a town or a village by its code of 12 digits (a town also by 9); `null` when there is none. A village keeps
 * the divisions of its town: its residents move between villages.
 */
export function officeOf(code: string): DivisionOffice | null {
  if (code === city.code) return { office: city, rows: cityRows };
  const town = divisionsOf(code) ?? divisionsOf(code.slice(0, TOWN_DIGITS));
  if (town === null) return null;
  const rows = (): ReturnType<typeof townRows> => townRows(town);
  if (divisionsOf(code) !== null) return { office: town.town, rows };
  const village = villagesOf(town.town.code).find((one) => one.code === code);
  return village === undefined ? null : { office: { code, name: village.name }, rows };
}

/** The city and its towns; with a town's code, the villages of it. */
export function officesOf(
  within: string | null,
): readonly { readonly code: string; readonly name: string; readonly level: 'city' | 'town' | 'village' }[] {
  if (within !== null) return villagesOf(within).map(({ code, name }) => ({ code, name, level: 'village' }));
  return [
    ...townsOf().map(({ code, name }) => ({ code, name, level: 'town' as const })),
    { ...city, level: 'city' },
  ];
}

const TOWN_DIGITS = 9;

export { city };
