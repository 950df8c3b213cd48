import type { Failure, Reply } from '../../electron/contract/failure.ts';

/** What is known of one question. A refused question keeps the last good value beside the failure. */
export interface QueryState<T> {
  readonly value: T | undefined;
  readonly failure: Failure | null;
  readonly isLoading: boolean;
}

/** Sends a question; the cache does not know calls by name, so that it can be tried without a window. */
export type Send = (call: string, input: unknown) => Promise<Reply<unknown>>;

interface Entry {
  readonly call: string;
  readonly input: unknown;
  state: QueryState<unknown>;
  /** Raised with every question sent; an answer to an older number is dropped. */
  asked: number;
  isStale: boolean;
  lastUsed: number;
  readonly listeners: Set<() => void>;
}

/** Answers nobody looks at that are kept for a quick return to a tab. */
const IDLE_ENTRIES = 60;
const unasked: QueryState<never> = { value: undefined, failure: null, isLoading: true };

export interface QueryCache {
  /** State of a question, asked or not; the same object until something changes. */
  read(call: string, input: unknown): QueryState<unknown>;
  /** Keeps the answer fresh while anybody listens; asks at once when it is unknown or stale. */
  watch(call: string, input: unknown, listener: () => void): () => void;
  /** Asks again if something may have changed since the answer, for what comes into sight again. */
  renew(call: string, input: unknown): void;
  /** Asks again even if the answer is fresh. */
  refresh(call: string, input: unknown): void;
  /** Records of a ledger changed: what shows them asks again, what is out of sight is asked again when seen. */
  changed(ledger: string): void;
  /** The exchange between offices moved on: a package was written or taken in, a conflict settled. */
  exchanged(): void;
  /** Nothing known is certain any more (data process restarted, language switched). */
  changedAll(): void;
}

/** Question and input as one key; the order of the input's properties does not matter. */
export function keyOf(call: string, input: unknown): string {
  return `${call} ${JSON.stringify(input, sortKeys)}`;
}

function sortKeys(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Makes the one cache of a window. `later` runs the telling of answers: a window lets those that come close together be one
 * drawing, because React gives up on a hundred counts of the navigation that each draw anew (error 185).
 */
export function createQueryCache(send: Send, later = (tell: () => void): void => tell()): QueryCache {
  const entries = new Map<string, Entry>();
  const tell = tellTogether(later);
  let uses = 0;

  function entryOf(call: string, input: unknown): Entry {
    const key = keyOf(call, input);
    let entry = entries.get(key);
    if (entry === undefined) {
      entry = { call, input, state: unasked, asked: 0, isStale: true, lastUsed: 0, listeners: new Set() };
      entries.set(key, entry);
    }
    entry.lastUsed = ++uses;
    return entry;
  }

  function show(entry: Entry, state: QueryState<unknown>): void {
    entry.state = state;
    for (const listener of entry.listeners) listener();
  }

  function showAnswer(entry: Entry, state: QueryState<unknown>): void {
    entry.state = state;
    tell(entry);
  }

  async function load(entry: Entry): Promise<void> {
    const number = ++entry.asked;
    entry.isStale = false;
    if (!entry.state.isLoading) show(entry, { ...entry.state, isLoading: true });
    const reply = await send(entry.call, entry.input);
    if (number !== entry.asked) return;
    if (reply.ok) showAnswer(entry, { value: reply.value, failure: null, isLoading: false });
    else showAnswer(entry, { value: entry.state.value, failure: reply.failure, isLoading: false });
  }

  function invalidate(entry: Entry): void {
    entry.isStale = true;
    if (entry.listeners.size > 0) void load(entry);
  }

  return {
    read: (call, input) => entries.get(keyOf(call, input))?.state ?? unasked,
    watch(call, input, listener) {
      const entry = entryOf(call, input);
      entry.listeners.add(listener);
      if (entry.isStale) void load(entry);
      return () => {
        entry.listeners.delete(listener);
        forgetIdle(entries);
      };
    },
    renew: (call, input) => void (entryOf(call, input).isStale && load(entryOf(call, input))),
    refresh: (call, input) => invalidate(entryOf(call, input)),
    changed(ledger) {
      for (const entry of entries.values()) {
        const reach = reachOf(entry, ledger);
        if (reach === 'shown') invalidate(entry);
        else if (reach === 'perhaps') entry.isStale = true;
      }
    },
    exchanged: () => [...entries.values()].filter(({ call }) => movesWithExchange(call)).forEach(invalidate),
    changedAll: () => [...entries.values()].forEach(invalidate),
  };
}

function forgetIdle(entries: Map<string, Entry>): void {
  const idle = [...entries].filter(([, entry]) => entry.listeners.size === 0);
  idle.sort(([, a], [, b]) => a.lastUsed - b.lastUsed);
  for (const [key] of idle.slice(0, Math.max(0, idle.length - IDLE_ENTRIES))) entries.delete(key);
}

/** Gathers entries that were answered until their listeners are told of all of them at once. */
function tellTogether(later: (tell: () => void) => void): (entry: Entry) => void {
  const answered = new Set<Entry>();
  return (entry) => {
    answered.add(entry);
    if (answered.size > 1) return;
    later(() => {
      const told = [...answered];
      answered.clear();
      for (const one of told) for (const listener of one.listeners) listener();
    });
  };
}

/** Questions about packages, receipts, conflicts and how far records have come. */
const isOfExchange = (call: string): boolean =>
  /^(?:exchange|conflict|twin|returned)\./.test(call) || call === 'record.states';

/** Whether an answer may be another one once a package was taken in: code tables come with packages too. */
const movesWithExchange = (call: string): boolean => isOfExchange(call) || call === 'code.list';

/** Questions whose answer holds rows of several ledgers. */
const acrossLedgers = new Set([
  'record.related',
  'interval.open',
  'batch.list',
  'search.find',
  'workflow.state',
]);

/** Rosters are made of the ledgers of duty and name grid staff and grids. */
const isOfDuty = (ledger: string): boolean =>
  ledger.startsWith('duty_') || ledger === 'grid_staff' || ledger === 'grid';

/** Check lists and what they are made of. */
const isOfChecks = (ledger: string): boolean => ledger.startsWith('check_');

/** Whether a call that answers for certain ledgers, without naming them, answers for this one; `null` for other calls. */
function isOfLedgers(call: string, ledger: string): boolean | null {
  if (call.startsWith('duty.')) return isOfDuty(ledger);
  if (call.startsWith('inspection.')) return isOfChecks(ledger);
  if (call === 'deadline.look') return ledger === 'duty_calendar_day';
  return call === 'form.list' ? ledger === 'form_template' : null;
}

/** Whether a change in a ledger is seen in an answer; titles of linked records make it `perhaps` everywhere else. */
function reachOf(entry: Entry, ledger: string): 'shown' | 'perhaps' | 'never' {
  if (acrossLedgers.has(entry.call)) return 'shown';
  if (isOfExchange(entry.call) && entry.call !== 'record.states') return 'perhaps';
  const isOfSome = isOfLedgers(entry.call, ledger);
  if (isOfSome !== null) return isOfSome ? 'shown' : 'never';
  // What is due follows from any ledger, and a table of a million records is reckoned: again only when somebody looks.
  if (/^(?:day|figure)\./.test(entry.call)) return 'perhaps';
  if (!/^(?:record|workflow|document|reckoning|ready)\./.test(entry.call)) return 'never';
  const { input } = entry;
  const isSame = typeof input === 'object' && input !== null && 'ledger' in input && input.ledger === ledger;
  return isSame ? 'shown' : 'perhaps';
}
