import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { codeTableById } from '../../db/model/codes/code-tables.ts';
import { isLink, type AnyField } from '../../db/model/define-ledger.ts';
import { dayAfter } from '../../db/model/calendar/day-arithmetic.ts';
import type { KindName, Value, Values } from '../../db/model/field-kind.ts';
import { chinaDayStart } from '../../db/model/office-time.ts';
import { ledgers } from '../../db/model/registry.ts';
import { createStore, type Caller, type Store } from '../../db/store/index.ts';

/** Day the rows of a filled town are around. */
export const townToday = '2026-11-23';
const townCaller: Caller = { user: 'test', name: '测试', language: 'zh', seesMasked: true };

export interface FilledTown {
  readonly store: Store;
  /** Removed records by ledger. */
  readonly removed: ReadonlyMap<string, number>;
  readonly forget: () => void;
}

/**
 * A store in which every ledger has rows with values of all kinds, some of them empty and some removed. `columnsFrom`:
 * records, and changed ones, from which on figures are counted from columns.
 */
export function filledTown(rowsEach: number, columnsFrom?: number): FilledTown {
  const folder = mkdtempSync(path.join(tmpdir(), 'zw-filled-'));
  const outcome = createStore({
    file: path.join(folder, 'town.db'),
    passphrase: 'a long passphrase',
    now: () => new Date(`${townToday}T02:00:00.000Z`),
    town: { code: '441900121000', name: '虎门镇' },
    practice: true,
    kdfCost: 1024,
    ...(columnsFrom === undefined ? {} : { columnsFrom }),
  });
  if (!outcome.ok) throw new Error(outcome.kind);
  const { store } = outcome;
  const draw = drawing(20_261_123);
  const ids = new Map(ledgers.map(({ id }) => [id, Array.from({ length: rowsEach }, () => randomUUID())]));
  for (const ledger of ledgers) {
    const rows = (ids.get(ledger.id) ?? []).map((id) => ({
      id,
      at: '2026-01-01T00:00:00.000Z',
      values: rowOf(ledger.fields, { draw, ids }),
    }));
    store.bulk.add(ledger.id, rows);
  }
  store.bulk.finish();
  return {
    store,
    removed: new Map(ledgers.map(({ id }) => [id, removeSome(store, id, ids.get(id)?.slice(0, 2) ?? [])])),
    forget: () => {
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Removes records one by one and says how many went: where others follow them, invented ones may not be allowed to go. */
function removeSome(store: Store, ledger: string, ids: readonly string[]): number {
  const gone = ids.filter((id) => {
    const writes = [{ op: 'remove' as const, ledger, id, base: 1, reason: '试' }];
    return store.write({ writeId: randomUUID(), caller: townCaller, writes, checked: true }).ok;
  });
  return gone.length;
}

type Draw = (below: number) => number;

interface Source {
  readonly draw: Draw;
  readonly ids: ReadonlyMap<string, readonly string[]>;
}

const rowOf = (fields: Readonly<Record<string, AnyField>>, source: Source): Values =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, field]) => field.storage !== null && source.draw(5) > 0)
      .map(([name, field]) => [name, valueOf(field, source)]),
  );

/** A value figures can tell apart from others; what they do not look at stays empty. */
function valueOf(field: AnyField, { draw, ids }: Source): Value {
  if (isLink(field)) return pick(ids.get(field.target ?? '')?.slice(0, 4) ?? [], draw);
  return makers[field.kind]?.(draw, field) ?? null;
}

const number = (draw: Draw): Value => draw(100);
const dayBefore = (draw: Draw): string => dayAfter(townToday, -draw(430));

const makers: Readonly<Partial<Record<KindName, (draw: Draw, field: AnyField) => Value>>> = {
  choice: (draw, field) => pick(codesOf(field).slice(0, 5), draw),
  'multi-choice': (draw, field) => {
    const codes = codesOf(field).slice(0, 4);
    return codes.length < 3 ? codes : [codes[draw(2)] ?? '', codes[2] ?? ''].toSorted();
  },
  'yes-no': (draw) => draw(2) === 0,
  integer: number,
  decimal: number,
  money: number,
  day: dayBefore,
  instant: (draw) => new Date(Date.parse(chinaDayStart(dayBefore(draw))) + draw(86_400_000)).toISOString(),
  text: (draw) => `字${String(draw(3))}`,
};

const codesOf = ({ table }: AnyField): readonly string[] =>
  codeTableById.get(table ?? '')?.items.map(({ code }) => code) ?? [];

const pick = <T>(from: readonly T[], draw: Draw): T | null => from[draw(Math.max(from.length, 1))] ?? null;

/** The same numbers in every run (Lehmer's generator). */
function drawing(seed: number): Draw {
  let at = seed;
  return (below) => {
    at = (at * 48_271) % 2_147_483_647;
    return at % below;
  };
}
