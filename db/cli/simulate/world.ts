import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { acceptFile, cardFile, installFile, requestFile } from '../../exchange/sync/enrol.ts';
import { city, cityRows, divisionsOf, townRows } from '../../practice/index.ts';
import type { SyncNode } from '../../model/sync/sync-node.ts';
import type { Caller, Store } from '../../store/api.ts';
import { createStore, openStore } from '../../store/index.ts';
import { addDivisions } from '../commands/init.ts';
import { opened } from '../with-store.ts';
import type { Dice } from './dice.ts';

/** An office of the simulated tree: a real store with real keys in a folder of its own. */
export interface SimNode {
  readonly name: string;
  readonly unit: { readonly code: string; readonly name: string };
  readonly parent: SimNode | null;
  readonly folder: string;
  readonly file: string;
  store: Store;
  /** How far this office's wall clock is off, milliseconds. */
  skew_ms: number;
  /** Tokens of values this node can still show (its own, and those it took in). */
  held: ReadonlySet<string>;
  /** Copies put aside, with what was held then: backups are restored on purpose, snapshots are resumed unnoticed. */
  readonly copies: {
    readonly folder: string;
    readonly held: ReadonlySet<string>;
    readonly isBackup: boolean;
  }[];
}

/** A package on its way; it may arrive never, late, twice. */
export interface Parcel {
  readonly file: string;
  readonly to: SimNode;
}

/** The world of one run. */
export interface World {
  readonly folder: string;
  readonly dice: Dice;
  readonly nodes: readonly SimNode[];
  readonly parcels: Parcel[];
  /** Texts every package carries, by its digest: one that was held is taken in long after it came. */
  readonly contents: Map<string, ReadonlySet<string>>;
  clock_ms: number;
  /** What the protocol sees of an office's store; a planted defect stands between. */
  readonly seenAs: (node: SyncNode) => SyncNode;
}

const passphrase = 'a simulated office';
/** Cheapest scrypt: the runs are about packages, not about passphrases. */
const KDF_COST = 1024;
const villagesOfTowns = [
  ['441900121000', ['441900121001', '441900121002']],
  ['441900122000', ['441900122001']],
] as const;

/** The person at every desk. */
export const clerkOf = (node: SimNode): Caller => ({
  user: node.name,
  name: node.name,
  language: 'zh',
  seesMasked: true,
});

/** Builds one city, two towns and three villages, all enrolled. */
export async function buildWorld(dice: Dice, seenAs: (node: SyncNode) => SyncNode): Promise<World> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'zw-simulation-'));
  const nodes: SimNode[] = [];
  const clock_ms = Date.parse('2026-11-23T00:00:00Z');
  const world: World = { folder, dice, nodes, parcels: [], contents: new Map(), clock_ms, seenAs };
  const top = addNode(world, nodes, { name: 'city', unit: city, parent: null });
  for (const [code, villages] of villagesOfTowns) {
    const town = addNode(world, nodes, {
      name: `town-${code.slice(6, 9)}`,
      unit: unitNamed(code),
      parent: top,
    });
    for (const village of villages) {
      const unit = { code: village, name: `村${village.slice(6)}` };
      addNode(world, nodes, { name: `village-${village.slice(6)}`, unit, parent: town });
    }
  }
  for (const node of nodes) if (node.parent !== null) await enrol(world, node, node.parent);
  return world;
}

/** Removes everything a run has written. */
export function endWorld(world: World): void {
  for (const { store } of world.nodes) store.close();
  rmSync(world.folder, { recursive: true, force: true });
}

/** The time at an office. */
export const timeAt = (world: World, node: Pick<SimNode, 'skew_ms'>): Date =>
  new Date(world.clock_ms + node.skew_ms);

/** Where the packages that came early wait at an office. */
export const holdFolder = (node: SimNode): string => path.join(node.folder, 'inbox');

/** Opens an office's file again after it was put back from a copy. */
export function reopen(world: World, node: SimNode): void {
  node.store = opened(openStore({ file: node.file, passphrase, now: () => timeAt(world, node) }));
}

/** Copies an office's folder as it is; the store is closed meanwhile, as a computer that is copied is off. */
export function copyAside(world: World, node: SimNode, isBackup: boolean): void {
  const folder = path.join(world.folder, 'copies', `${node.name}-${node.copies.length}`);
  node.store.close();
  mkdirSync(path.dirname(folder), { recursive: true });
  cpSync(node.folder, folder, { recursive: true });
  node.copies.push({ folder, held: node.held, isBackup });
  reopen(world, node);
}

interface NewNode {
  readonly name: string;
  readonly unit: { readonly code: string; readonly name: string };
  readonly parent: SimNode | null;
}

function addNode(world: World, nodes: SimNode[], { name, unit, parent }: NewNode): SimNode {
  const folder = path.join(world.folder, name);
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'office.db');
  const clock = { skew_ms: 0 };
  const store = opened(
    createStore({
      file,
      passphrase,
      now: () => timeAt(world, clock),
      town: unit,
      practice: false,
      kdfCost: KDF_COST,
    }),
  );
  const node: SimNode = Object.assign(clock, {
    name,
    unit,
    parent,
    folder,
    file,
    store,
    held: new Set<string>(),
    copies: [],
  });
  addDivisions(store, divisionRows(unit.code), { caller: clerkOf(node) });
  nodes.push(node);
  return node;
}

function divisionRows(code: string) {
  if (code === city.code) return cityRows();
  const town = divisionsOf(`${code.slice(0, 9)}000`);
  if (town === null) throw new Error(`no town has the code ${code}`);
  return townRows(town);
}

function unitNamed(code: string): SimNode['unit'] {
  const town = divisionsOf(code);
  if (town === null) throw new Error(`no town has the code ${code}`);
  return town.town;
}

async function enrol(world: World, child: SimNode, parent: SimNode): Promise<void> {
  const card = await cardFile(parent.store.sync, timeAt(world, parent));
  const request = await requestFile(child.store.sync, card.text, timeAt(world, child));
  if (!request.ok) throw new Error(`no request: ${request.code}`);
  const accepted = await acceptFile(parent.store.sync, request.text, timeAt(world, parent));
  if (!accepted.ok) throw new Error(`not enrolled: ${accepted.code}`);
  const installed = await installFile(child.store.sync, accepted.text);
  if (!installed.ok) throw new Error(`not installed: ${installed.code}`);
}
