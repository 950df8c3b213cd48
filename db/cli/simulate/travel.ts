import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { answerChild } from '../../exchange/sync/answer.ts';
import { officeOf } from '../../exchange/sync/office.ts';
import { sendPackage, type SendOrder } from '../../exchange/sync/send.ts';
import { takeIn, type TakeInResult } from '../../exchange/sync/take-in.ts';
import type { Sent } from '../../model/sync/sync-node.ts';
import { restoreBackup } from '../../store/index.ts';
import { standingTokens } from './people.ts';
import { holdFolder, reopen, timeAt, type Parcel, type SimNode, type World } from './world.ts';

/** An office writes a package for its parent; `null` at the top. */
export async function exportUp(world: World, node: SimNode): Promise<Sent | null> {
  const { parent } = node;
  if (parent === null) return null;
  const tokens = standingTokens(node);
  const onlyNew = world.dice.below(4) === 0;
  const result = await sendPackage(node.store.sync, { ...orderFor(world, node), peer: null, onlyNew });
  if (!result.ok) throw new Error(`${node.name} could not export: ${JSON.stringify(result)}`);
  world.parcels.push({ file: result.sent.file, to: parent, tokens });
  return result.sent;
}

/** A parent writes a receipt for a child, and what goes down with it. */
export async function answerDown(world: World, parent: SimNode, child: SimNode): Promise<void> {
  const office = await officeOf(child.store.sync);
  if (office === null) return;
  const tokens = standingTokens(parent);
  const order = { ...orderFor(world, parent), peer: office.identity.node, onlyNew: false };
  const answer = await answerChild(parent.store.sync, order);
  if (!answer.ok) throw new Error(`${parent.name} could not answer: ${JSON.stringify(answer)}`);
  const files = [answer.receipt, ...(answer.down === null ? [] : [answer.down])].map(({ sent }) => sent.file);
  for (const file of files) world.parcels.push({ file, to: child, tokens });
}

/** A parcel arrives. It stays in the world: the same stick may be handed in again. */
export async function deliver(world: World, parcel: Parcel): Promise<TakeInResult> {
  const { to, file, tokens } = parcel;
  const result = await takeIn(to.store.sync, {
    file,
    holdFolder: holdFolder(to),
    now: () => timeAt(world, to),
  });
  if (result.ok && result.status !== 'held') to.held = new Set([...to.held, ...tokens]);
  return result;
}

/** A damaged copy of a parcel arrives: cut short, or one bit turned. True when it was refused, as it must be. */
export async function deliverDamaged(world: World, parcel: Parcel): Promise<boolean> {
  const bytes = readFileSync(parcel.file);
  const at = world.dice.below(bytes.length);
  const damaged = world.dice.below(2) === 0 ? bytes.subarray(0, at) : flipped(bytes, at, world.dice.below(8));
  const file = path.join(world.folder, 'damaged.zwp');
  writeFileSync(file, damaged);
  const { to } = parcel;
  const result = await takeIn(to.store.sync, {
    file,
    holdFolder: holdFolder(to),
    now: () => timeAt(world, to),
  });
  rmSync(file);
  return !result.ok;
}

/** An office puts a backup in the place of its file, and knows it. */
export function restore(world: World, node: SimNode): boolean {
  const copy = world.dice.pick(node.copies.filter(({ isBackup }) => isBackup));
  if (copy === undefined) return false;
  node.store.close();
  const backup = path.join(world.folder, 'backup.db');
  copyFileSync(path.join(copy.folder, path.basename(node.file)), backup);
  restoreBackup(node.file, backup, timeAt(world, node));
  node.held = copy.held;
  reopen(world, node);
  return true;
}

/** A snapshot of the whole computer is resumed: file, mark and all, so that nothing on it can tell. */
export function resume(world: World, node: SimNode): boolean {
  const copy = world.dice.pick(node.copies.filter(({ isBackup }) => !isBackup));
  if (copy === undefined) return false;
  node.store.close();
  rmSync(node.folder, { recursive: true, force: true });
  cpSync(copy.folder, node.folder, { recursive: true });
  node.held = copy.held;
  reopen(world, node);
  return true;
}

function flipped(bytes: Buffer, at: number, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ (1 << bit);
  return copy;
}

function orderFor(world: World, node: SimNode): Omit<SendOrder, 'peer' | 'onlyNew'> {
  const folder = path.join(world.folder, 'sticks', node.name);
  mkdirSync(folder, { recursive: true });
  return {
    sensitive: false,
    by: node.name,
    approvedBy: '',
    stick: '',
    folder,
    workFolder: path.join(world.folder, 'work'),
    now: () => timeAt(world, node),
    program: 'simulation',
  };
}
