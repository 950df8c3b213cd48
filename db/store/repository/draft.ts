import type { WorkCalendar } from '../../model/calendar/work-calendar.ts';
import type { Values } from '../../model/field-kind.ts';
import type { ConflictField, RecordWrite, WriteRequest, WrittenRecord } from '../api.ts';
import { refilled } from '../../model/derive/refill.ts';
import { createDigest } from '../changelog/chain.ts';
import type { NewChange, Unchanged } from '../changelog/change-log.ts';
import { changesSince } from '../changelog/record-changes.ts';
import { ChangeSet } from './change-set.ts';
import { differing, fieldChanges, mergedExtra, pick, takenBack } from './changed-values.ts';
import { calendarOf } from './case-facts.ts';
import { beginCase, refuseByHand, refuseStepBehind } from './case-guard.ts';
import { checkValues } from './check-values.ts';
import { tableOf, type Core } from './core.ts';
import { Followers, type Whole } from './follow.ts';
import { keyHolder } from './natural-key.ts';
import { numbered, numberedNow, renumbered } from './numbering.ts';
import { refuseKeptPart } from './kept-parts.ts';
import { isSame, type Kept, type LedgerTable } from './ledger-table.ts';
import { withTaken } from './taken.ts';
import { titleFor } from './titles.ts';
import { Refusal } from './refusal.ts';
import { areTwins, isSameKey, settleKey } from './twin-keys.ts';

/** A write as the store itself may ask for it. */
export type DraftWrite = RecordWrite & {
  /** Change an undo takes back. */
  readonly undoes?: string;
  /** Fields to be logged although their value stays: a decision that it shall be this one. */
  readonly decided?: readonly string[];
};

/** A request as the store itself may make it. */
export type DraftRequest = WriteRequest & {
  readonly writes: readonly DraftWrite[];
  /** An action of a workflow, or what the store works out itself: it may change what only actions change. */
  readonly acts?: boolean;
  /** Records may come to share a natural key; they are then listed as twins instead of being refused. */
  readonly allowsTwins?: boolean;
};

/** One write request being carried out inside its transaction. */
export class Draft {
  readonly #core: Core;
  readonly #request: DraftRequest;
  readonly #set: ChangeSet;
  readonly #unchanged: Unchanged[] = [];
  readonly #followers: Followers;
  /** Working days of the town, made when the first deadline is reckoned. */
  #calendar: WorkCalendar | null = null;
  /** Records whose parts were written, by ledger and id. */
  readonly #touched = new Map<string, Whole>();
  /** In the order of the request; `change` is the position in `#set`. */
  readonly #records: {
    readonly ledger: string;
    readonly id: string;
    readonly version: number;
    readonly change: number | null;
  }[] = [];

  constructor(core: Core, request: DraftRequest) {
    this.#core = core;
    this.#request = request;
    const { writeId, caller, batch = null } = request;
    this.#set = new ChangeSet(core, { writeId, caller, batch, source: null });
    this.#followers = new Followers(core);
  }

  apply(write: DraftWrite, index: number): void {
    const table = tableOf(this.#core, write.ledger);
    const kept = table.byId(write.id);
    if (write.op === 'create') {
      this.#create({ table, write, index }, kept);
      return;
    }
    if (kept === null) throw new Refusal({ code: 'not-found', index });
    if (write.op === 'update') this.#update({ table, write, index }, kept);
    else if (write.op === 'remove') this.#remove({ table, write, index }, kept);
    else this.#restore({ table, write, index }, kept);
  }

  /** Logs everything and keeps the counts; returns the outcome's records and what to do after the commit. */
  finish(): { readonly records: readonly WrittenRecord[]; readonly afterCommit: () => void } {
    this.#followParts();
    const { changes, afterCommit } = this.#set.finish(this.#unchanged);
    const records = this.#records.map(({ change, ...record }) => ({
      ...record,
      change: change === null ? null : (changes[change] ?? null),
    }));
    return { records, afterCommit };
  }

  #create({ table, write, index }: Target, kept: Kept | null): void {
    if (kept !== null)
      throw new Refusal({
        code: 'conflict',
        index,
        fields: this.#differences(table, kept, write.values ?? {}),
      });
    this.#refuseEntered({ table, write, index });
    this.#refuseKept({ table, write, index }, write.values ?? {});
    const begun = beginCase(this.#core, table, {
      values: numbered(this.#core, table, write.values ?? {}),
      isTakenOver: this.#isTakenOver,
      calendar: () => (this.#calendar ??= calendarOf(this.#core)),
    });
    if ('findings' in begun) throw new Refusal({ code: 'invalid', index, findings: begun.findings });
    const values = this.#accept({ table, write, index }, begun.values, null);
    const extra = write.extra === undefined ? null : JSON.stringify(write.extra);
    const rid = table.insert(
      { id: write.id, at: this.#set.time, batch: this.#request.batch ?? null, extra },
      values,
    );
    this.#core.search.add(table, rid, values);
    const digest = createDigest(table.ledger.id, write.id, table.digestColumns(values, extra));
    this.#note({ table, write, rid, version: 1 }, { fields: null, digest });
    const effect = this.#set.effect(table);
    effect.current += 1;
    effect.everything += 1;
    effect.isMembershipChanged = true;
    this.#touch(table, values);
  }

  #update({ table, write, index }: Target, kept: Kept): void {
    if (kept.removedAt !== null) throw new Refusal({ code: 'removed', index });
    const given = write.values ?? {};
    const conflicts = this.#conflicts(table, kept, write);
    if (conflicts.length > 0) throw new Refusal({ code: 'conflict', index, fields: conflicts });
    const extra = mergedExtra(kept.extra, write.extra);
    const decided = write.decided ?? [];
    const isSaid = extra !== kept.extra || decided.length > 0;
    if (!isSaid && Object.entries(given).every(([name, value]) => isSame(kept.values[name], value))) {
      this.#leave(table, kept, index);
      return;
    }
    const after = numberedNow(this.#core, table, {
      before: kept.values,
      after: { ...kept.values, ...given },
    });
    const values = this.#accept({ table, write, index }, after, kept);
    if (!this.#mayMoveCases(write)) this.#refuseEdit({ table, write, index }, kept, values);
    for (const row of [kept.values, values]) this.#refuseKept({ table, write, index }, row);
    this.#change({ table, write, kept }, { values, extra, decided });
  }

  /** Writes a row anew and notes what is different. */
  #change(
    { table, write, kept }: { readonly table: LedgerTable; readonly write: DraftWrite; readonly kept: Kept },
    now: {
      readonly values: Values;
      readonly extra: string | null;
      readonly decided: readonly string[];
    },
  ): void {
    const { values, extra, decided } = now;
    const changed = differing(table, kept.values, values);
    const version = kept.version + 1;
    table.update(kept, pick(values, changed), {
      at: this.#set.time,
      version,
      ...(extra === kept.extra ? {} : { extra }),
    });
    this.#core.search.change(table, kept.rid, { before: kept.values, after: values });
    const fields = fieldChanges([...changed, ...decided], { before: kept.values, after: values });
    const logged = extra === kept.extra ? fields : { ...fields, $extra: [kept.extra, extra] as const };
    this.#note({ table, write, rid: kept.rid, version }, { fields: JSON.stringify(logged), digest: null });
    const effect = this.#set.effect(table);
    for (const name of changed) effect.fields.add(name);
    this.#settleKeys(table, kept.values, values);
    this.#touch(table, kept.values, values);
  }

  /** Notes the records that follow a part with these values. */
  #touch(part: LedgerTable, ...values: readonly Values[]): void {
    for (const whole of values.flatMap((one) => this.#followers.wholesOf(part, one)))
      this.#touched.set(`${whole.table.ledger.id} ${whole.id}`, whole);
  }

  /** Lets records follow the parts written so far; such a record may itself be a part. */
  #followParts(): void {
    for (const [key, { table, id }] of this.#touched) {
      this.#touched.delete(key);
      const kept = table.byId(id);
      if (kept === null || kept.removedAt !== null) continue;
      const values = this.#followers.followed(table, id, kept.values);
      if (differing(table, kept.values, values).length === 0) continue;
      const write: DraftWrite = { ledger: table.ledger.id, id, op: 'update' };
      this.#change({ table, write, kept }, { values, extra: kept.extra, decided: [] });
    }
  }

  /** A key given up may pass to a twin; one taken on is free, unless the request may make twins. */
  #settleKeys(table: LedgerTable, before: Values, after: Values): void {
    if (isSameKey(table, before, after)) return;
    settleKey(this.#core, table, before);
    if (this.#request.allowsTwins === true) settleKey(this.#core, table, after);
  }

  #remove({ table, write, index }: Target, kept: Kept): void {
    if (kept.removedAt !== null) {
      this.#leave(table, kept, index);
      return;
    }
    this.#refuseNewer(table, kept, { write, index });
    if (!this.#mayMoveCases(write))
      refuseByHand(this.#core, table, { op: 'remove', id: kept.id, row: kept.values, index });
    this.#refuseKept({ table, write, index }, kept.values);
    const reason = write.reason ?? '';
    if (reason === '') throw new Error('a removal needs its reason');
    const version = kept.version + 1;
    table.update(
      kept,
      {},
      { at: this.#set.time, version, removed_at: this.#set.time, removed_reason: reason, twin_of: null },
    );
    this.#core.search.remove(table, kept.rid, kept.values);
    this.#note({ table, write, rid: kept.rid, version }, { fields: null, digest: null });
    settleKey(this.#core, table, kept.values);
    const effect = this.#set.effect(table);
    effect.current -= 1;
    effect.isMembershipChanged = true;
    this.#touch(table, kept.values);
  }

  #restore({ table, write, index }: Target, kept: Kept): void {
    if (kept.removedAt === null) {
      this.#leave(table, kept, index);
      return;
    }
    if (!this.#mayMoveCases(write)) refuseByHand(this.#core, table, { op: 'restore', id: kept.id, index });
    this.#refuseKept({ table, write, index }, kept.values);
    this.#refuseTakenKey(table, kept.values, { kept, index });
    const version = kept.version + 1;
    table.update(kept, {}, { at: this.#set.time, version, removed_at: null, removed_reason: null });
    this.#core.search.add(table, kept.rid, kept.values);
    this.#note({ table, write, rid: kept.rid, version }, { fields: null, digest: null });
    settleKey(this.#core, table, kept.values);
    const effect = this.#set.effect(table);
    effect.current += 1;
    effect.isMembershipChanged = true;
    this.#touch(table, kept.values);
    // Its parts may have changed while it was away.
    if (table.ledger.follows.length > 0)
      this.#touched.set(`${table.ledger.id} ${kept.id}`, { table, id: kept.id });
  }

  /** A case, a step or an answer is not entered as any record is. */
  #refuseEntered({ table, write, index }: Target): void {
    const { values = {} } = write;
    if (this.#mayMoveCases(write)) return;
    if (this.#isTakenOver) {
      refuseStepBehind(this.#core, table, { values, index });
      return;
    }
    const changed = Object.keys(values).filter((name) => (values[name] ?? null) !== null);
    refuseByHand(this.#core, table, { op: 'create', id: write.id, changed, index });
  }

  /** What only actions change, and what a number was given by, is not edited. */
  #refuseEdit({ table, index }: Target, kept: Kept, values: Values): void {
    const changed = differing(table, kept.values, values);
    refuseByHand(this.#core, table, { op: 'update', id: kept.id, changed, index });
    const findings = renumbered(table, { before: kept.values, changed });
    if (findings.length > 0) throw new Refusal({ code: 'invalid', index, findings });
  }

  /** What belongs to a case that stands where its parts are kept is written by its actions alone. */
  #refuseKept({ table, write, index }: Target, values: Values): void {
    const { acts = false, allowsTwins = false, batch } = this.#request;
    if (acts || allowsTwins || write.decided !== undefined) return;
    const isTakenOver = batch !== undefined || write.undoes !== undefined;
    refuseKeptPart(this.#core, table, { values, isTakenOver, index });
  }

  /** What comes in by an import was begun elsewhere and may be anywhere on its way. */
  get #isTakenOver(): boolean {
    return this.#request.batch !== undefined || this.#request.acts === true;
  }

  /** Actions, and decisions about what was done before: taking back, settling a conflict, uniting twins. */
  #mayMoveCases(write: DraftWrite): boolean {
    const { acts = false, allowsTwins = false } = this.#request;
    return acts || allowsTwins || write.undoes !== undefined || write.decided !== undefined;
  }

  /** Fills, checks and matches the natural key; returns the row to keep. */
  #accept({ table, write, index }: Target, values: Values, kept: Kept | null): Values {
    const isChecked = this.#request.checked === true;
    const row = isChecked ? values : withTaken(this.#core, table, { row: values, kept });
    const entered = refilled(table.ledger, row, kept?.values ?? null);
    const followed = this.#followers.followed(table, write.id, entered);
    const filled = write.undoes === undefined ? followed : { ...followed, ...takenBack(table, write) };
    if (!isChecked) {
      const findings = checkValues(this.#core, table, filled).filter((finding) => finding.level === 'error');
      if (findings.length > 0) throw new Refusal({ code: 'invalid', index, findings });
    }
    this.#refuseTakenKey(table, filled, { kept, index });
    return filled;
  }

  #refuseTakenKey(
    table: LedgerTable,
    values: Values,
    { kept, index }: { readonly kept: Kept | null; readonly index: number },
  ): void {
    if (this.#request.allowsTwins === true) return;
    const rid = keyHolder(this.#core.connection, table, values);
    if (rid === null || rid === kept?.rid) return;
    const holder = table.byRid(rid);
    if (holder === null) throw new Error(`row ${rid} of ${table.ledger.id} vanished`);
    // Whoever shared the key before may be edited, and come back after a merger, without giving it up.
    const isSharing = kept !== null && isSameKey(table, kept.values, values);
    if (isSharing && areTwins(this.#core, table, [kept.id, holder.id])) return;
    const names = this.#core.names(this.#request.caller.language);
    throw new Refusal({ code: 'key-taken', index, holder: titleFor(table, holder, names) });
  }

  /** Fields both this write and a change after its base have changed, to different values. */
  #conflicts(table: LedgerTable, kept: Kept, write: DraftWrite): readonly ConflictField[] {
    if (write.base === undefined || write.base >= kept.version) return [];
    const given = write.values ?? {};
    const conflicts = new Map<string, ConflictField>();
    for (const change of changesSince(this.#core.connection, { table, rid: kept.rid, version: write.base })) {
      for (const field of Object.keys(change.fields)) {
        if (!(field in given) || isSame(given[field], kept.values[field])) continue;
        const theirs = kept.values[field] ?? null;
        conflicts.set(field, {
          field,
          mine: given[field] ?? null,
          theirs,
          theirUser: change.user,
          theirAt: change.at,
        });
      }
    }
    return [...conflicts.values()];
  }

  /** A removal based on an old version would sweep away what somebody has just entered. */
  #refuseNewer(
    table: LedgerTable,
    kept: Kept,
    { write, index }: { readonly write: DraftWrite; readonly index: number },
  ): void {
    if (write.base === undefined || write.base >= kept.version) return;
    const fields = changesSince(this.#core.connection, { table, rid: kept.rid, version: write.base }).flatMap(
      (change) =>
        Object.entries(change.fields).map(([field, [mine, theirs]]): ConflictField => {
          return { field, mine, theirs, theirUser: change.user, theirAt: change.at };
        }),
    );
    if (fields.length > 0) throw new Refusal({ code: 'conflict', index, fields });
  }

  #differences(table: LedgerTable, kept: Kept, values: Values): readonly ConflictField[] {
    const [last] = changesSince(this.#core.connection, { table, rid: kept.rid, version: 0 }).slice(-1);
    return differing(table, kept.values, { ...kept.values, ...values }).map((field) => ({
      field,
      mine: values[field] ?? null,
      theirs: kept.values[field] ?? null,
      theirUser: last?.user ?? '',
      theirAt: last?.at ?? kept.updatedAt,
    }));
  }

  #leave(table: LedgerTable, kept: Kept, index: number): void {
    this.#unchanged.push([index, table.ledger.id, kept.id, kept.version]);
    this.#records.push({ ledger: table.ledger.id, id: kept.id, version: kept.version, change: null });
  }

  #note(
    subject: {
      readonly table: LedgerTable;
      readonly write: DraftWrite;
      readonly rid: number;
      readonly version: number;
    },
    content: Pick<NewChange, 'fields' | 'digest'>,
  ): void {
    const { table, write, rid, version } = subject;
    const change = this.#set.note({
      ledger: { no: table.no, id: table.ledger.id },
      rid,
      record: write.id,
      version,
      op: write.op,
      reason: write.reason ?? null,
      undoes: write.undoes ?? null,
      ...content,
    });
    this.#records.push({ ledger: table.ledger.id, id: write.id, version, change });
  }
}

interface Target {
  readonly table: LedgerTable;
  readonly write: DraftWrite;
  readonly index: number;
}
