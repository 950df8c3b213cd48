import type { Values } from '../../model/field-kind.ts';
import type { Days } from '../days.ts';
import { type Known, placed, put, type Scene, someName } from '../light/scene.ts';
import type { Random } from '../random.ts';

/** A division the rows belong to. */
export interface Place {
  readonly id: string;
  /** 虎门寨社区; of the town 虎门镇. */
  readonly name: string;
}

/** A village with one of its grids. */
export interface Village extends Place {
  readonly known: Known;
}

/** Somebody who does office or voluntary work, without a record as a resident. */
export interface Colleague {
  readonly name: string;
  /** Code of GB/T 2261.1. */
  readonly sex: '1' | '2';
  readonly phone: string;
}

/** Where the rows of party building, law and society are written. */
export interface Desk {
  readonly days: Days;
  readonly random: Random;
  readonly home: Place;
  /** Every village of the town once. */
  readonly villages: readonly Village[];
  /** Writes a row without its empty values; returns its id. */
  put(ledger: string, values: Values): string;
  /** Somebody with a name nobody at this desk has yet. */
  colleague(): Colleague;
  /** Grid, address and position in a village. */
  at(village: Village): Values;
  /** The photo or paper of a record, mostly there. */
  paper(): readonly string[] | null;
  nextPhone(): string;
  nextCreditCode(kind: string): string;
}

/** The desk of a scene. */
export function deskOf(scene: Scene): Desk {
  const { random, town } = scene;
  const used = new Set<string>();
  return {
    days: scene.days,
    random,
    home: { id: scene.division, name: scene.townName },
    villages: villagesOf(scene.known),
    put: (ledger, values) =>
      put(scene, ledger, Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))),
    colleague() {
      const isMan = random.chance(0.6);
      for (;;) {
        const name = someName(scene, isMan);
        if (used.has(name)) continue;
        used.add(name);
        return { name, sex: isMan ? '1' : '2', phone: town.nextPhone() };
      }
    },
    at: ({ known }) => placed(scene, known),
    paper: () => town.paper(random),
    nextPhone: town.nextPhone,
    nextCreditCode: town.nextCreditCode,
  };
}

function villagesOf(known: readonly Known[]): readonly Village[] {
  const byId = new Map<string, Village>();
  for (const one of known) {
    const { division, village } = one.grid;
    if (!byId.has(division)) byId.set(division, { id: division, name: village.name, known: one });
  }
  return [...byId.values()];
}

/** `count` of the items, evenly spread, all when there are fewer. */
export function spread<T>(items: readonly T[], count: number): readonly T[] {
  if (items.length <= count) return items;
  return Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)]).filter(
    (item) => item !== undefined,
  );
}
