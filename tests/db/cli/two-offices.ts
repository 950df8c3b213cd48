import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { zw as call, type Call } from './zw.ts';

/** Code of the town in these tests, twelve digits. */
export const TOWN = '441900121000';
const passphrase = { ZW_PASSPHRASE: 'a passphrase of the office' };

/** One call with the passphrase both offices use. */
export const zw = (args: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Call> =>
  call(args, { env: { ...passphrase, ...more } });

/** One call that must succeed; its JSON. */
export async function done(...args: string[]): Promise<Readonly<Record<string, unknown>>> {
  const call = await zw(args);
  if (call.code !== 0)
    throw new Error(`zw ${args.join(' ')} ended with ${call.code}: ${call.error}${call.out}`);
  return z.record(z.string(), z.unknown()).parse(call.json);
}

const exported = z.object({
  file: z.string(),
  lineage: z.string(),
  from: z.int(),
  to: z.int(),
  changes: z.record(z.string(), z.int()),
  bytes: z.int(),
  verified: z.enum(['uncached', 'cached']),
});
const ingested = z.object({
  packages: z.array(
    z.looseObject({
      file: z.string().nullable(),
      status: z.enum(['applied', 'repeated', 'held', 'refused']),
      accepted: z.int(),
      returned: z.int(),
      quarantined: z.int(),
      conflicts: z.int().optional(),
      changed: z.int().optional(),
      restored: z.boolean().optional(),
    }),
  ),
});
const listed = z.object({ rows: z.array(z.record(z.string(), z.unknown())) });
/** Rows of an answer that lists. */
const rowsOf = (answer: unknown): readonly Readonly<Record<string, unknown>>[] => listed.parse(answer).rows;

const compared = [
  'name',
  'former_name',
  'doc_no',
  'phone',
  'birth_date',
  'village',
  'person_kinds',
  'sex',
] as const;
const valuesOf = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(compared.map((name) => [name, row[name] ?? null]));

/** A town and a city side by side, driven through `zw` in this process. */
export function twoOffices(folder: string, city: string) {
  const at = (...names: string[]): string => path.join(folder, ...names);
  const town = at('town.db');
  let village = '';
  return {
    at,
    town,
    city,
    /** Makes both and the city's card. */
    begin: async (): Promise<void> => {
      await done('city', 'init', '--store', city);
      await done('city', 'card', '--store', city, '--out', at('city.zwcard'));
      await done('init', '--db', town, '--town', TOWN);
      const villages = rowsOf(await done('list', 'division', '--db', town));
      village = String(villages.find((row) => row['level'] === '5')?.['id']);
    },
    send: async (...options: string[]): Promise<z.infer<typeof exported>> => {
      return exported.parse(await done('package', 'export', '--db', town, '--to', at('stick'), ...options));
    },
    ingest: async (...files: string[]): Promise<z.infer<typeof ingested>['packages']> => {
      return ingested.parse((await zw(['city', 'ingest', ...files, '--store', city])).json).packages;
    },
    /** Writes the receipt and takes in everything that came with it; what each file was. */
    answer: async (): Promise<readonly Readonly<Record<string, unknown>>[]> => {
      rmSync(at('back'), { recursive: true, force: true });
      await done('city', 'receipt', '--store', city, '--town', TOWN, '--to', at('back'));
      const results = [];
      for (const file of readdirSync(at('back')))
        results.push(await done('package', 'import', at('back', file), '--db', town));
      return results;
    },
    /** Field values by id of all current people of the town, as one side has them. */
    peopleAt: async (side: 'town' | 'city'): Promise<Readonly<Record<string, unknown>>> => {
      const call =
        side === 'town'
          ? await done('list', 'person', '--db', town, '--limit', '500')
          : await done('city', 'dump', 'person', '--store', city, '--town', TOWN);
      const current = rowsOf(call).filter((row) => row['removed'] === undefined || row['removed'] === null);
      return Object.fromEntries(current.map((row) => [String(row['id']), valuesOf(row)]));
    },
    /** Saves a person at the town and returns the id. */
    person: async (id: string, values: Readonly<Record<string, unknown>>): Promise<string> => {
      const usual = {
        name: '陈晓明',
        doc_type: '111',
        person_kinds: ['01'],
        sex: '1',
        birth_date: '1990-03-07',
      };
      const whole = { id, ...usual, village, ...values };
      return String((await done('save', 'person', JSON.stringify(whole), '--db', town))['id']);
    },
  };
}
