import type { AnyLedger } from './define-ledger.ts';
import { words } from './localized.ts';

/**
 * How a record was looked at, as the log of looks tells it (DESIGN law 9). `value`: a single value that is withheld in lists
 * was shown in full, in any ledger; all others are of sensitive ledgers.
 */
export const lookWays = {
  list: words('列表', 'List'),
  record: words('打开', 'Opened'),
  history: words('变更记录', 'History'),
  related: words('相关记录', 'Related records'),
  search: words('查找', 'Search'),
  picker: words('选择或查重', 'Picker or duplicates'),
  conflict: words('冲突', 'Conflict'),
  twin: words('重复记录', 'Twins'),
  returned: words('退回的记录', 'Rows sent back'),
  file: words('附件', 'Attachment'),
  print: words('打印', 'Printed'),
  copy: words('另存副本', 'Copy of the file'),
  log: words('查看日志', 'Log of looks'),
  'log-sheet': words('导出查看日志', 'Log of looks exported'),
  value: words('显示完整内容', 'Value shown in full'),
} as const;

export type LookWay = keyof typeof lookWays;

/** All of them. */
export const lookWayIds: readonly LookWay[] = Object.keys(lookWays).filter(isWay);

function isWay(name: string): name is LookWay {
  return Object.hasOwn(lookWays, name);
}

/** The way a line of the log tells in `$list`, `$record` …; anything else names the field that was shown in full. */
export function wayOf(kept: string): LookWay {
  const name = kept.startsWith('$') ? kept.slice(1) : 'value';
  // A later program's way is a look at the record in any case.
  return isWay(name) ? name : 'record';
}

/** Whether looks at records of a ledger are written down: it is sensitive, or has values that are withheld in lists. */
export const hasLooks = (ledger: AnyLedger): boolean =>
  ledger.sensitive || Object.values(ledger.fields).some(({ masked }) => masked === true);

/** Which lines of the log of looks, newest first. Filters hold together. */
export interface LookQuery {
  /** Days in China, both included. */
  readonly from?: string;
  readonly to?: string;
  /** Id of the person who looked. */
  readonly user?: string;
  readonly ledger?: string;
  /** Of `ledger`: looks at this record, and those at all of its ledger at once (a copy of the file, the log itself). */
  readonly record?: string;
  /** Line to go on behind, `LookPage.next`. */
  readonly before?: LookPlace;
  readonly limit: number;
}

/** A line's place in the log. */
export interface LookPlace {
  readonly at: string;
  readonly no: number;
}

/** One look at a record. */
export interface Look extends LookPlace {
  readonly user: string;
  /** Name of the person at that time; the id where it was not yet written down. */
  readonly name: string;
  readonly ledger: string;
  /** Empty: all of the ledger at once. */
  readonly record: string;
  /** Title of the record as it is now; `null` where there is none, or none any more. */
  readonly title: string | null;
  readonly way: LookWay;
  /** The field of way `value`. */
  readonly field: string | null;
}

export interface LookPage {
  readonly looks: readonly Look[];
  /** `null`: there are no older ones. */
  readonly next: LookPlace | null;
}
