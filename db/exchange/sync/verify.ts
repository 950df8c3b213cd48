import type { SyncNode } from '../../model/sync/sync-node.ts';
import type { PackageHeader } from '../package/header.ts';
import { readPackage } from '../package/read-package.ts';
import { trustOf } from './office.ts';
import { enrolledOffice } from './peer.ts';
import { refuse, type ExchangeRefusal } from './refusal.ts';

/** Reads a package to its end as taking it in would; nothing is changed. */
export async function verifyPackage(
  node: SyncNode,
  file: string,
): Promise<{ readonly ok: true; readonly header: PackageHeader } | ExchangeRefusal> {
  const office = await enrolledOffice(node);
  if (!office.ok) return office;
  const opened = await readPackage(file, { trust: trustOf(office.office), self: office.office.identity });
  if (!opened.ok) return refuse(opened.code, opened.details);
  await opened.close();
  return { ok: true, header: opened.header };
}
