import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { answerChild } from '../../exchange/sync/answer.ts';
import { readPackage } from '../../exchange/package/read-package.ts';
import { officeOf, trustOf } from '../../exchange/sync/office.ts';
import { sendPackage, type SendOrder } from '../../exchange/sync/send.ts';
import { takeIn, type TakeInResult } from '../../exchange/sync/take-in.ts';
import { restoreBackup } from '../../store/index.ts';
import { holdFolder, reopen, timeAt, type Parcel, type SimNode, type World } from './world.ts';

/** An office writes a package for its parent, of everything unacknowledged or only of what is new since the last one. */
export async function exportUp(world: World, node: SimNode, onlyNew = false): Promise<void> {
  const { parent } = node;
  if (parent === null) return;
  const result = await sendPackage(world.seenAs(node.store.sync), {
    ...orderFor(world, node),
    peer: null,
    onlyNew,
  });
  if (!result.ok) throw new Error(`${node.name} could not export: ${JSON.stringify(result)}`);
  world.parcels.push({ file: result.sent.file, to: parent });
}

/** A parent writes a receipt for a child, and what goes down with it. */
export async function answerDown(world: World, parent: SimNode, child: SimNode): Promise<void> {
  const office = await officeOf(child.store.sync);
  if (office === null) return;
  const order = { ...orderFor(world, parent), peer: office.identity.node, onlyNew: false };
  const answer = await answerChild(world.seenAs(parent.store.sync), order);
  if (!answer.ok) throw new Error(`${parent.name} could not answer: ${JSON.stringify(answer)}`);
  const files = [answer.receipt, ...(answer.down === null ? [] : [answer.down])].map(({ sent }) => sent.file);
  for (const file of files) world.parcels.push({ file, to: child });
}

/** A parcel arrives. It stays in the world: the same stick may be handed in again. */
export async function deliver(world: World, { to, file }: Parcel): Promise<TakeInResult> {
  const content = await contentOf(to, file);
  if (content !== null) world.contents.set(content.digest, content.tokens);
  const result = await takeIn(world.seenAs(to.store.sync), {
    file,
    holdFolder: holdFolder(to),
    now: () => timeAt(world, to),
  });
  if (!result.ok || result.status === 'receipt' || result.status === 'held') return result;
  const taken = [result, ...result.released].flatMap(({ digest }) => [...(world.contents.get(digest) ?? [])]);
  to.held = new Set([...to.held, ...taken]);
  return result;
}

/** Texts a package carries; `null` when it is no package of records or is refused. */
async function contentOf(
  to: SimNode,
  file: string,
): Promise<{ readonly digest: string; readonly tokens: ReadonlySet<string> } | null> {
  const office = await officeOf(to.store.sync);
  if (office === null) return null;
  const opened = await readPackage(file, { trust: trustOf(office), self: office.identity });
  if (!opened.ok) return null;
  try {
    if (opened.kind === 'receipt') return null;
    const tokens = new Set<string>();
    for await (const { records } of opened.records())
      for (const value of records.flatMap((record) => Object.values(record.values)))
        if (typeof value === 'string') tokens.add(value);
    return { digest: opened.digest, tokens };
  } finally {
    await opened.close();
  }
}

/** A damaged copy of a parcel arrives: cut short, or one bit turned. True when it was refused, as it must be. */
export async function deliverDamaged(world: World, parcel: Parcel): Promise<boolean> {
  const bytes = readFileSync(parcel.file);
  const at = world.dice.below(bytes.length);
  const damaged = world.dice.below(2) === 0 ? bytes.subarray(0, at) : flipped(bytes, at, world.dice.below(8));
  const file = path.join(world.folder, 'damaged.zwp');
  writeFileSync(file, damaged);
  const { to } = parcel;
  const result = await takeIn(world.seenAs(to.store.sync), {
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
