import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Values } from '../../../db/model/field-kind.ts';
import { practiceDay } from '../../fixtures/practice-day.ts';
import { generatePractice, practiceTown } from '../../../db/practice/index.ts';
import {
  createStore,
  openStore,
  practicePassphrase,
  type Caller,
  type RecordWrite,
  type Store,
} from '../../../db/store/index.ts';

const caller: Caller = { user: 'test', name: '测试', language: 'zh', seesMasked: true };
export const now = (): Date => new Date('2026-11-23T08:00:00.000Z');
export const today = '2026-11-23';
export const newId = (): string => randomUUID();

/** A practice town with the office's duty team: October locked, November published. Made once, copied for each test. */
export class DutyTown {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'duty-'));
  #copies = 0;

  constructor() {
    mkdirSync(path.join(this.#folder, 'made'));
    const outcome = createStore({
      file: path.join(this.#folder, 'made', 'town.db'),
      passphrase: practicePassphrase,
      now,
      town: { code: practiceTown, name: '虎门镇' },
      practice: true,
      kdfCost: 1024,
    });
    if (!outcome.ok) throw new Error(outcome.kind);
    generatePractice(outcome.store, { people: 1000, seed: 7, today: practiceDay });
    outcome.store.close();
  }

  /** A town of its own for a test; the test closes it. */
  open(): Store {
    this.#copies += 1;
    const folder = path.join(this.#folder, String(this.#copies));
    cpSync(path.join(this.#folder, 'made'), folder, { recursive: true });
    const outcome = openStore({ file: path.join(folder, 'town.db'), passphrase: practicePassphrase, now });
    if (!outcome.ok) throw new Error(outcome.kind);
    return outcome.store;
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Writes as one; throws what refused it. */
export function write(store: Store, writes: readonly RecordWrite[]): void {
  const outcome = store.write({ writeId: newId(), caller, writes });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
}

/** Enters one record; returns its id. */
export function enter(store: Store, ledger: string, values: Values): string {
  const id = newId();
  write(store, [{ ledger, id, op: 'create', values }]);
  return id;
}
