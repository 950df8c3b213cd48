import type { Localized } from '../../../db/model/localized.ts';
import { areas, type AreaId, type AnyLedger } from '../../../db/model/define-ledger.ts';
import { ledgerOf } from '../../data/index.ts';
import type { Output } from '../../../electron/contract/calls.ts';

/** The day's work as it is asked for. */
export type Board = Output<'day.board'>;

/** Names a due or want of a ledger. */
export interface WorkRef {
  readonly ledger: string;
  readonly place: number;
}

/** What is to be done with records of a ledger: `出租屋 · 检查`. */
export interface Work {
  readonly area: AreaId;
  readonly ledger: Localized;
  readonly label: Localized;
  /** Field the due stands in. */
  readonly field: string;
  /** It begins at a moment and is not late before its day is over. */
  readonly isAppointment?: true;
}

/** A kind of work in words; `null` for one of a newer program. */
export const dueWork = (ref: WorkRef): Work | null => workOf(ref, (ledger) => ledger.dues[ref.place]);

/** What is missing, in words. */
export const wantWork = (ref: WorkRef): Work | null => workOf(ref, (ledger) => ledger.wants[ref.place]);

function workOf(
  { ledger: id }: WorkRef,
  entryOf: (
    ledger: AnyLedger,
  ) => { readonly label: Localized; readonly field: string; readonly isAppointment?: true } | undefined,
): Work | null {
  const ledger = ledgerOf(id);
  const entry = ledger === undefined ? undefined : entryOf(ledger);
  if (ledger === undefined || entry === undefined) return null;
  const { label, field, isAppointment } = entry;
  return { area: ledger.area, ledger: ledger.label, label, field, ...(isAppointment && { isAppointment }) };
}

/** Ledger and work as one name: 出租屋 · 检查. Work that speaks of its ledger by itself stands alone: 平安细胞复审. */
export function workName({ ledger, label }: Work, say: (text: Localized) => string): string {
  const [of, what] = [say(ledger), say(label)];
  return of === what || speaksOf(what, of) ? what : `${of} · ${what}`;
}

/** Characters of a bare verb: 检查, 走访. */
const VERB = 2;

/** True when Chinese words for a work are more than a verb and have two characters in a row of the ledger's name. */
function speaksOf(work: string, ledger: string): boolean {
  if (!/^\p{Script=Han}+$/u.test(work) || work.length <= VERB) return false;
  return Array.from({ length: work.length - 1 }, (_, at) => work.slice(at, at + VERB)).some((pair) =>
    ledger.includes(pair),
  );
}

/** Things by area, in the order of the navigation. */
export function byArea<T extends { readonly work: Work }>(
  lines: readonly T[],
): readonly { readonly area: AreaId; readonly lines: readonly T[] }[] {
  const ofArea = (area: AreaId) => lines.filter(({ work }) => work.area === area);
  // The keys of an object literal declared `as const` are exactly its key type.
  return (Object.keys(areas) as AreaId[]).flatMap((area) => {
    const own = ofArea(area);
    return own.length === 0 ? [] : [{ area, lines: own }];
  });
}
