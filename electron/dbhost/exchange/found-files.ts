import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from '../../../db/exchange/medium/medium-problem.ts';
import type { PackageHeader, PackageKind } from '../../../db/exchange/package/header.ts';
import {
  cardShape,
  hasSameKeys,
  isGenuine,
  isRoleBelow,
  type Card,
} from '../../../db/exchange/package/keys/card.ts';
import { enrolmentShape, requestShape } from '../../../db/exchange/package/keys/enrolment.ts';
import { readDocument } from '../../../db/exchange/package/keys/signed-document.ts';
import { lookAt } from '../../../db/exchange/package/look-at.ts';
import { officeOf, type Office } from '../../../db/exchange/sync/office.ts';
import { isReceiptTaken } from '../../../db/exchange/sync/receipt.ts';
import { refuse } from '../../../db/exchange/sync/refusal.ts';
import { roleOf, unitOf } from '../../../db/exchange/sync/unit.ts';
import type { SyncStore } from '../../../db/store/api/sync.ts';
import { fileGone, readKeyFile } from './key-files.ts';
import type { AnyRefusal } from './told.ts';

/** Endings of files the exchange knows. */
const endings = ['.zwp', '.zwcard', '.zwrequest', '.zwcert'] as const;
type Ending = (typeof endings)[number];

/** Files of one drive that are listed; a stick with more has been misused as an archive. */
const MOST_FILES = 500;

/** A file of the exchange as far as its beginning tells. Nothing of it has been verified. */
export type FoundFile = { readonly file: string; readonly bytes: number } & (
  | {
      readonly kind: PackageKind;
      readonly header: PackageHeader;
      readonly digest: string;
    }
  | KeyFound
);

/**
 * Files of the exchange that lie in the drive's own folder. Links, folders, pipes and devices are passed over, whatever
 * their names: sticks come from anywhere.
 */
export async function filesOn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && endingOf(entry.name) !== null && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .toSorted()
      .slice(0, MOST_FILES);
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return [];
  }
}

/** Reads the beginning of a file that `filesOn` has named. */
export async function lookAtFile(folder: string, file: string): Promise<FoundFile> {
  const full = path.join(folder, file);
  const ending = endingOf(file);
  if (ending === '.zwp') {
    const seen = await lookAt(full);
    if (!seen.ok) return { file, bytes: 0, kind: 'unreadable', refusal: seen };
    const { kind, header, digest, bytes } = seen;
    return { file, bytes, kind, header, digest };
  }
  const content = await readKeyFile(full);
  if (content === null) return { file, bytes: 0, kind: 'unreadable', refusal: fileGone };
  return { file, bytes: content.length, ...keyFileIn(ending, content) };
}

type KeyFound =
  | { readonly kind: 'card'; readonly card: Card }
  /** `parent`: the node that is asked. */
  | { readonly kind: 'request'; readonly card: Card; readonly parent: string }
  | { readonly kind: 'certificate'; readonly card: Card; readonly issuer: string; readonly chain: unknown }
  | { readonly kind: 'unreadable'; readonly refusal: AnyRefusal };

function keyFileIn(ending: Ending | null, content: Uint8Array): KeyFound {
  if (ending === '.zwcard') {
    const card = readDocument(cardShape, content);
    return card !== undefined && isGenuine(card)
      ? { kind: 'card', card }
      : { kind: 'unreadable', refusal: refuse('not-a-card') };
  }
  if (ending === '.zwrequest') {
    const request = readDocument(requestShape, content);
    return request !== undefined && isGenuine(request.card)
      ? { kind: 'request', card: request.card, parent: request.parent.node }
      : { kind: 'unreadable', refusal: refuse('not-a-request') };
  }
  const enrolment = readDocument(enrolmentShape, content);
  const card = enrolment?.chain.certificates[0]?.card;
  return enrolment !== undefined && card !== undefined
    ? { kind: 'certificate', card, issuer: enrolment.trust.issuer.name, chain: enrolment.chain }
    : { kind: 'unreadable', refusal: refuse('not-a-certificate') };
}

const endingOf = (file: string): Ending | null =>
  endings.find((ending) => file.toLowerCase().endsWith(ending)) ?? null;

/** Whether a file is still to be taken in here. */
export async function stateOf(sync: SyncStore, found: FoundFile): Promise<'new' | 'taken' | 'not-for-us'> {
  if (found.kind === 'unreadable') return 'not-for-us';
  const office = await officeOf(sync);
  if (found.kind === 'card') return cardState(sync, office, found.card);
  if (office === null) return 'not-for-us';
  const self = office.identity.node;
  switch (found.kind) {
    case 'request':
      return found.parent === self ? takenIf(isListed(office, found.card)) : 'not-for-us';
    case 'certificate':
      return found.card.node === self
        ? takenIf(JSON.stringify(office.chain) === JSON.stringify(found.chain))
        : 'not-for-us';
    default:
      return found.header.receiver.node === self ? takenIf(await isPackageTaken(sync, found)) : 'not-for-us';
  }
}

const takenIf = (isTaken: boolean): 'taken' | 'new' => (isTaken ? 'taken' : 'new');

async function isPackageTaken(
  sync: SyncStore,
  { kind, header, digest }: Extract<FoundFile, { header: PackageHeader }>,
): Promise<boolean> {
  const { sender, series, to } = header;
  if (kind === 'receipt') return isReceiptTaken(sync, sender.node, { series, number: to });
  return sync.incoming.list(sender.node).some((one) => one.digest === digest && one.state !== 'applying');
}

/** A card is for whoever stands right below its office. */
function cardState(sync: SyncStore, office: Office | null, card: Card): 'new' | 'taken' | 'not-for-us' {
  const role = office?.identity.role ?? roleOf(unitOf(sync.facts.unit.code));
  if (!isRoleBelow(role, card.role)) return 'not-for-us';
  const parent = office?.parent ?? null;
  return takenIf(parent !== null && hasSameKeys(parent, card));
}

const isListed = ({ ownList }: Office, card: Card): boolean =>
  (ownList?.cards ?? []).some((known) => hasSameKeys(known, card));

/** A found file as the page lists it. */
export function listedFile(found: FoundFile) {
  const { file, kind, bytes } = found;
  const common = { file, kind, bytes, number: null, writtenAt: null, fingerprint: null, sender: '' };
  switch (found.kind) {
    case 'unreadable':
      return common;
    case 'card':
    case 'request':
      return { ...common, sender: found.card.name, fingerprint: found.card.fingerprint };
    case 'certificate':
      return { ...common, sender: found.issuer };
    case 'increment':
    case 'give-back':
    case 'receipt': {
      const { sender, to, writtenAt } = found.header;
      return { ...common, sender: sender.name, number: to, writtenAt };
    }
  }
}
