import { personName, surname } from '../../../practice/names.ts';
import { checkDigit } from '../../../model/fields/gb11643.ts';
import { phoneNumbers, recordIds } from '../../../practice/identifiers.ts';
import { type Random, seededRandom } from '../../../practice/random.ts';
import type { Values } from '../../../model/field-kind.ts';
import type { Caller, RecordWrite, Store } from '../../../store/api.ts';
import type { Connection } from '../../../store/open/connection.ts';

/** Clerks who take turns at the one computer. */
const CLERKS = ['李梅', '王强', '陈秀英', '张伟', '何志明', '黄丽华'] as const;
/** Saves of one clerk before the next sits down. */
const TURN = 20;
/** Milliseconds between two saves, at most. */
const PAUSE_MS = 60_000;

/** A clock that stands where it is told to. */
export interface MovedClock {
  now(): Date;
  advance(ms: number): void;
}

/** A clock that begins now. */
export function movedClock(from_ms: number): MovedClock {
  let at = from_ms;
  return {
    now: () => new Date(at),
    advance: (ms) => {
      at += ms;
    },
  };
}

/**
 * Work of some days at the counter, saved one record after the other as the window does: 80 % edits of one or two fields
 * of different people, 15 % new people, 5 % vacated.
 */
export function editPeople(
  { store, connection, clock }: { store: Store; connection: Connection; clock: MovedClock },
  { edits, seed }: { readonly edits: number; readonly seed: number },
): void {
  const random = seededRandom(seed);
  const source = fresh(random, clock);
  const last = connection.number('SELECT max(rid) FROM person') ?? 0;
  const used = new Set<number>();
  for (let i = 0; i < edits; i += 1) {
    clock.advance(1 + random.below(PAUSE_MS));
    const name = CLERKS[Math.floor(i / TURN) % CLERKS.length] ?? CLERKS[0];
    const caller: Caller = { user: `clerk-${name}`, name, language: 'zh', seesMasked: true };
    const id = drawPerson(connection, { random, last, used });
    const write = writeOf(i, { id, store, caller, source });
    const outcome = store.write({ writeId: source.newId(), caller, writes: [write], checked: true });
    if (!outcome.ok) throw new Error(`edit ${String(i)} was refused: ${outcome.problem.code}`);
  }
}

interface Fresh {
  readonly random: Random;
  readonly newId: () => string;
  readonly phone: () => string;
  readonly person: () => Values;
  readonly today: () => string;
}

function fresh(random: Random, clock: MovedClock): Fresh {
  const id = recordIds(random);
  const phone = phoneNumbers();
  let serial = random.below(100_000);
  const numberOf = (birth: string, male: boolean): string => {
    serial += 1;
    // Odd for men (GB 11643).
    const sequence = String(((serial * 2) % 1000) + (male ? 1 : 0)).padStart(3, '0');
    // The last block of the unassigned area, which the generator of towns does not reach.
    const digits = `9999${String(serial % 100).padStart(2, '0')}${birth.replaceAll('-', '')}${sequence}`;
    return digits + checkDigit(digits);
  };
  return {
    random,
    newId: () => id(clock.now().getTime()),
    phone,
    today: () => clock.now().toISOString().slice(0, 10),
    person: () => {
      const male = random.below(2) === 0;
      const birth_date = new Date(Date.UTC(1940, 0, 1) + random.below(30_000) * 86_400_000)
        .toISOString()
        .slice(0, 10);
      const { name } = personName(random, surname(random), male);
      return { name, doc_no: numberOf(birth_date, male), sex: male ? '1' : '2', birth_date, phone: phone() };
    },
  };
}

/** A current person nobody has edited in this run. */
function drawPerson(
  connection: Connection,
  of: { readonly random: Random; readonly last: number; readonly used: Set<number> },
): string {
  for (;;) {
    const rid = 1 + of.random.below(of.last);
    if (of.used.has(rid)) continue;
    of.used.add(rid);
    const id = connection.text('SELECT id FROM person WHERE rid = ? AND removed_at IS NULL', rid);
    if (id !== null) return id;
  }
}

const REASONS = ['搬离本镇', '死亡', '重复登记'] as const;

function writeOf(
  i: number,
  of: { readonly id: string; readonly store: Store; readonly caller: Caller; readonly source: Fresh },
): RecordWrite {
  const { id, store, caller, source } = of;
  const turn = i % 20;
  if (turn === 19) return { ledger: 'person', id, op: 'remove', reason: REASONS[i % REASONS.length] ?? '' };
  if (turn < 16) return { ledger: 'person', id, op: 'update', values: changed(i, source) };
  // A new neighbour: lives and comes from where this person does.
  const record = store.get('person', id, caller);
  if (record === null) throw new Error(`person ${id} is gone`);
  const kept = Object.entries(record.values).filter(([name]) => !OWN.has(name));
  return {
    ledger: 'person',
    id: source.newId(),
    op: 'create',
    values: { ...Object.fromEntries(kept), ...source.person(), checked_on: source.today() },
  };
}

/** Some codes of the table. */
const EDUCATION = ['21', '31', '41', '61', '71', '81'] as const;
/** Fields that are nobody else's. */
const OWN = new Set([
  'name',
  'doc_no',
  'sex',
  'birth_date',
  'phone',
  'former_name',
  'remark',
  'workplace',
  'unit',
]);

function changed(i: number, { random, phone, today }: Fresh): Values {
  const place = `新建路${String(random.below(900))}号${String(1 + random.below(30))}0${String(random.below(9))}房`;
  const kinds: readonly Values[] = [
    { phone: phone() },
    { checked_on: today() },
    { residence_address: `广东省东莞市虎门镇${place}`, checked_on: today() },
    { workplace: `东莞市第${String(random.below(500))}电子有限公司`, checked_on: today() },
    { phone: phone(), checked_on: today() },
    { remark: `入户核实${String(random.below(100))}` },
    { education: EDUCATION[random.below(EDUCATION.length)] ?? EDUCATION[0] },
    { marital: String(10 + 10 * random.below(2)), checked_on: today() },
  ];
  return kinds[i % kinds.length] ?? {};
}
