import { recordLine, sectionLine } from '../../../model/sync/lines.ts';
import type { SyncRecord } from '../../../model/sync/sync-record.ts';
import { ledgerOf } from '../../../model/registry.ts';
import { phoneNumbers, recordIds, residentIds } from '../../../practice/identifiers.ts';
import { personName, surname } from '../../../practice/names.ts';
import { type Random, seededRandom } from '../../../practice/random.ts';

/** Where the rows of the benchmark come from: one source, so that no two towns draw the same person. */
export interface People {
  /** A town's village, which its people link to. */
  village(town: number): SyncRecord;
  /** So many new people of a town. */
  whole(town: number, count: number): readonly SyncRecord[];
  /** Changes of these records: nine tenths edits of one to three fields, a twentieth each new rows and removals. */
  edits(town: number, of: readonly SyncRecord[], turn: number): readonly SyncRecord[];
}

const FIRST_MS = Date.parse('2024-01-01T00:00:00Z');
const TICKS = 1024;
const DAY_MS = 86_400_000;
/** Codes of GB/T 4658 as in the table `education`. */
const educations = ['10', '20', '21', '30', '40', '60', '70', '80'] as const;

/** Unit code and node of a town of the benchmark. */
export const townNode = (town: number): string => `4419${String(town).padStart(5, '0')}-bench`;

/** The generator; the same seed gives the same rows. */
export function benchPeople(seed: number): People {
  const random = seededRandom(seed);
  const idOf = recordIds(random);
  const numberOf = residentIds(random);
  const phoneOf = phoneNumbers();
  const villageIds = new Map<number, string>();
  const villageOf = (town: number): string => {
    const id = villageIds.get(town) ?? idOf(FIRST_MS);
    villageIds.set(town, id);
    return id;
  };
  const person = (town: number, at_ms: number): SyncRecord => {
    const male = random.below(2) === 0;
    const birth = new Date(Date.UTC(1940, 0, 1) + random.below(30_000) * DAY_MS).toISOString().slice(0, 10);
    return {
      ledger: 'person',
      revision: ledgerOf('person').revision,
      id: idOf(at_ms),
      isWhole: true,
      values: {
        name: personName(random, surname(random), male).name,
        doc_type: '111',
        doc_no: numberOf(birth, male),
        person_kinds: '["01"]',
        sex: male ? '1' : '2',
        birth_date: birth,
        ethnic: '01',
        phone: phoneOf(),
        education: educations[random.below(educations.length)] ?? '10',
        marital: String(10 + 10 * random.below(2)),
        village: villageOf(town),
        residence_address: `第${String(random.below(900))}街${String(random.below(300))}号${String(random.below(30))}房`,
        hukou_address: `某镇第${String(random.below(900))}村${String(random.below(300))}号`,
        checked_on: dayOf(at_ms),
      },
      clock: [at_ms * TICKS, townNode(town)],
      clocks: {},
      removal: null,
      author: '李梅',
    };
  };
  return {
    village: (town) => villageRecord(town, villageOf(town)),
    whole: (town, count) => Array.from({ length: count }, (_, i) => person(town, FIRST_MS + i)),
    edits: (town, of, turn) => {
      const at_ms = FIRST_MS + (turn + 1) * DAY_MS;
      return of.map((record, i) =>
        edit(record, { i, at_ms, random, phone: phoneOf, fresh: () => person(town, at_ms + i) }),
      );
    },
  };
}

const dayOf = (at_ms: number): string => new Date(at_ms).toISOString().slice(0, 10);

function villageRecord(town: number, id: string): SyncRecord {
  return {
    ledger: 'division',
    revision: ledgerOf('division').revision,
    id,
    isWhole: true,
    values: {
      code: `4419${String(town).padStart(5, '0')}201`,
      name: '测试村民委员会',
      short_name: '测试',
      level: '5',
    },
    clock: [FIRST_MS * TICKS, townNode(town)],
    clocks: {},
    removal: null,
    author: '李梅',
  };
}

interface Edit {
  readonly i: number;
  readonly at_ms: number;
  readonly random: Random;
  readonly phone: () => string;
  readonly fresh: () => SyncRecord;
}

function edit(record: SyncRecord, { i, at_ms, random, phone, fresh }: Edit): SyncRecord {
  if (i % 20 === 0) return fresh();
  const clock = [(at_ms + i) * TICKS, record.clock[1]] as const;
  const base = { ...record, isWhole: false, values: {}, clock };
  if (i % 20 === 1) return { ...base, removal: { reason: '搬离本镇', clock } };
  const move = {
    residence_address: `新建路${String(random.below(900))}号${String(random.below(40))}房`,
    checked_on: dayOf(at_ms),
  };
  const kinds = [
    { phone: phone() },
    { checked_on: dayOf(at_ms) },
    move,
    { workplace: `第${String(random.below(500))}公司` },
  ];
  return { ...base, values: kinds[i % kinds.length] ?? {} };
}

/** Records as the lines of a package. */
export function packageBytes(records: readonly SyncRecord[]): Buffer {
  let ledger = '';
  const lines = records.flatMap((record) => {
    const line = recordLine(record);
    if (record.ledger === ledger) return [line];
    ledger = record.ledger;
    return [sectionLine({ ledger, revision: record.revision }), line];
  });
  return Buffer.from(`${lines.join('\n')}\n`, 'utf8');
}
