import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeCard, type Card } from '../../../../db/exchange/package/keys/card.ts';
import type { Chain } from '../../../../db/exchange/package/keys/certificate.ts';
import {
  acceptRequest,
  beginCity,
  makeRequest,
  type Parent,
} from '../../../../db/exchange/package/keys/enrolment.ts';
import { makeIdentity, type Identity } from '../../../../db/exchange/package/keys/identity.ts';
import type { Trust } from '../../../../db/exchange/package/keys/judge-sender.ts';
import { beginTrustList, type TrustList } from '../../../../db/exchange/package/keys/trust-list.ts';
import {
  writePackage,
  type PackageInput,
  type RecordContent,
  type WrittenPackage,
} from '../../../../db/exchange/package/write-package.ts';
import { recordLine, sectionLine } from '../../../../db/model/sync/lines.ts';
import type { SyncRecord } from '../../../../db/model/sync/sync-record.ts';

export const at = '2026-11-23T01:02:03.000Z';
export const series = 'b7d1c0ffee0123456789abcd';
export const tip = 'ab'.repeat(32);

/** A node as a test knows it: its secrets, its card, its certificate with the chain above. */
export interface Office {
  readonly identity: Identity;
  readonly card: Card;
  readonly chain: Chain;
}

/** A city and two towns enrolled with it, one of them with a village. */
export interface Offices {
  readonly city: Office & { readonly trust: TrustList };
  readonly town: Office & { readonly trust: TrustList };
  readonly otherTown: Office;
  readonly village: Office;
  /** What the city trusts. */
  readonly cityTrust: Trust;
  /** What the first town trusts. */
  readonly townTrust: Trust;
}

/** Enrols a child as `zw city accept` does. */
export async function enrol(
  parent: Parent,
  unit: Parameters<typeof makeIdentity>[0],
): Promise<{ readonly office: Office; readonly trust: TrustList }> {
  const identity = await makeIdentity(unit);
  const request = makeRequest(identity, makeCard(parent.identity), at);
  const accepted = acceptRequest(parent, request, { serial: parent.trust.number + 1, at });
  if (!accepted.ok) throw new Error(accepted.code);
  const office = { identity, card: makeCard(identity), chain: accepted.enrolment.chain };
  return { office, trust: accepted.trust };
}

export async function makeOffices(): Promise<Offices> {
  const cityIdentity = await makeIdentity({ unit: '441900', name: '东莞市', role: 'city' });
  const begun = beginTrustList(cityIdentity, at);
  const cityChain = beginCity(cityIdentity, begun);
  const cityAs = (trust: TrustList) => ({ identity: cityIdentity, chain: cityChain, trust });
  const first = await enrol(cityAs(begun), { unit: '441900121', name: '虎门镇', role: 'town' });
  const second = await enrol(cityAs(first.trust), { unit: '441900119', name: '长安镇', role: 'town' });
  const townList = beginTrustList(first.office.identity, at);
  const townParent = { identity: first.office.identity, chain: first.office.chain, trust: townList };
  const third = await enrol(townParent, { unit: '441900121001', name: '威远社区', role: 'village' });
  const cityCard = makeCard(cityIdentity);
  return {
    city: { identity: cityIdentity, card: cityCard, chain: cityChain, trust: second.trust },
    town: { ...first.office, trust: third.trust },
    otherTown: second.office,
    village: third.office,
    cityTrust: { anchors: [cityCard], lists: [second.trust] },
    townTrust: { anchors: [cityCard], lists: [third.trust, second.trust] },
  };
}

export const record = (n: number, values: SyncRecord['values'] = { name: `张三${n}` }): SyncRecord => ({
  ledger: 'person',
  revision: 3,
  id: `0199-${n}`,
  isWhole: true,
  values,
  clock: [1_805_000_000_000_000 + n, '441900121-k7f3q2'],
  clocks: {},
  removal: null,
  author: '李梅',
});

/** NDJSON of some people under their heading, in chunks that do not keep to lines. */
export function people(count: number): Uint8Array[] {
  const lines = Array.from({ length: count }, (_, n) => recordLine(record(n)));
  const bytes = Buffer.from([sectionLine({ ledger: 'person', revision: 3 }), ...lines, ''].join('\n'));
  const chunks = [];
  for (let i = 0; i < bytes.length; i += 999) chunks.push(bytes.subarray(i, i + 999));
  return chunks;
}

export function folder(): { readonly path: string; remove(): void } {
  const made = mkdtempSync(path.join(os.tmpdir(), 'zwp-'));
  return { path: made, remove: () => rmSync(made, { recursive: true, force: true }) };
}

/** An increment of a town for the city, with what the test changes. */
export const incrementInput = (
  { town, city }: Pick<Offices, 'town' | 'city'>,
  folderPath: string,
  change: Partial<PackageInput> & { readonly content?: RecordContent } = {},
): PackageInput => ({
  identity: town.identity,
  chain: town.chain,
  receiver: [city.card],
  facts: { series, from: 1, to: 3, tip, basis: null, seen: null, rounds: [], writtenAt: at },
  content: { kind: 'increment', records: people(10) },
  program: 'zhiwang-workbench 0.1.0',
  trust: 2,
  folder: folderPath,
  ...change,
});

/** Writes and saves; fails the test when it was not written. */
export async function written(input: PackageInput): Promise<WrittenPackage & { readonly file: string }> {
  const result = await writePackage(input);
  if (!result.ok) throw new Error(result.code);
  const file = path.join(input.folder, result.name);
  await result.saveTo(file);
  return { ...result, file };
}
