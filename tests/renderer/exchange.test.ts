import { describe, expect, test, vi } from 'vitest';
import { createQueryCache } from '../../renderer/data/query-cache.ts';
import { createRowStates, type RowState } from '../../renderer/record/state/row-states.ts';
import { firstChoice, fitnessOf, type Drive } from '../../renderer/screens/exchange/drive-fitness.ts';
import { placeOf } from '../../renderer/screens/exchange/exchange-place.ts';
import { firstChosen, ready, type FoundFile } from '../../renderer/screens/exchange/found-files.ts';
import {
  cursorAfter,
  digitsOf,
  grouped,
  isCompleteCode,
} from '../../renderer/screens/exchange/phone-digits.ts';
import { gathered, holdingsText, roundsText } from '../../renderer/screens/exchange/ranges-text.ts';
import {
  expectedBytes,
  splitLedgers,
  totals,
  type Preview,
} from '../../renderer/screens/exchange/send-plan.ts';
import { firstStage } from '../../renderer/screens/exchange/send/send-stage.ts';
import { sentencesOf, toneOf, type TakenFile } from '../../renderer/screens/exchange/taken-words.ts';
import { homeFigures } from '../../renderer/screens/home/home-figures.ts';
import { startTexts } from '../../renderer/text/start-texts.ts';
import { sayWith } from '../../renderer/text/say.ts';

const t = sayWith(startTexts('zh'));

describe('a receipt code over the telephone', () => {
  test('is shown in groups of four while it is typed, and ends with two', () => {
    expect(grouped('5')).toBe('5');
    expect(grouped('59291')).toBe('5929 1');
    expect(grouped('59291244840377')).toBe('5929 1244 8403 77');
  });

  test('is read from full-width digits, blanks and dashes, and never grows beyond its length', () => {
    expect(digitsOf('５９２９－1244 8403 77')).toBe('59291244840377');
    expect(digitsOf('592912448403779999')).toBe('59291244840377');
    expect(isCompleteCode(digitsOf('5929 1244 8403 7'))).toBe(false);
    expect(isCompleteCode(digitsOf('5929 1244 8403 77'))).toBe(true);
  });

  test('keeps the cursor behind the digit that was typed, across the blanks', () => {
    expect(cursorAfter('5929')).toBe(4);
    expect(cursorAfter('5929 1')).toBe(6);
    expect(cursorAfter('59291')).toBe(6);
  });
});

describe('packages held and missing', () => {
  test('are told as offices write them', () => {
    const holds = [
      [1, 14],
      [16, 16],
    ] as const;
    expect(holdingsText({ holds, missing: [15] }, t)).toBe('已收 1–14、16，缺 15');
    expect(holdingsText({ holds: [[1, 3]], missing: [] }, t)).toBe('已收 1–3');
    expect(holdingsText({ holds: [], missing: [] }, t)).toBe('还没有收到过');
    expect(holdingsText({ holds: [], missing: [1, 2] }, t)).toBe('缺 1–2');
  });

  test('are gathered whatever order they are named in', () => {
    expect(gathered([5, 1, 2, 9, 3])).toEqual([
      [1, 3],
      [5, 5],
      [9, 9],
    ]);
  });

  test('a package that carries earlier ones again says which', () => {
    expect(roundsText({ from: 12, to: 12 }, t)).toBe('第 12 包');
    expect(roundsText({ from: 13, to: 15 }, t)).toBe('第 15 包（含 13–14）');
    expect(roundsText({ from: 13, to: 14 }, t)).toBe('第 14 包（含 13）');
  });
});

describe('what is about to leave', () => {
  const ledger = {
    ledger: 'person',
    label: '人口',
    created: 2,
    changed: 3,
    removed: 1,
    invalid: 1,
    isSensitive: false,
  };
  const preview: Preview = {
    from: 1,
    to: 1,
    ledgers: [
      ledger,
      { ...ledger, ledger: 'room', created: 0, changed: 0, removed: 0, invalid: 0 },
      { ...ledger, ledger: 'drug', isSensitive: true },
    ],
    attachments: 1,
    attachmentBytes: 1000,
    samples: [],
  };

  test('counts the general ledgers and keeps the sensitive ones apart', () => {
    const { general, sensitive } = splitLedgers(preview);
    expect(general.map((one) => one.ledger)).toEqual(['person']);
    expect(sensitive.map((one) => one.ledger)).toEqual(['drug']);
    expect(totals(general)).toEqual({ created: 2, changed: 3, removed: 1, invalid: 1, all: 6 });
  });

  test('is expected to be larger with the sensitive ledgers, and never smaller than its attachments', () => {
    expect(expectedBytes(preview, true)).toBeGreaterThan(expectedBytes(preview, false));
    expect(expectedBytes(preview, false)).toBeGreaterThan(preview.attachmentBytes);
  });
});

describe('a stick', () => {
  const stick: Drive = {
    id: 'a',
    label: '虎门-03',
    freeBytes: 1e9,
    totalBytes: 16e9,
    fileSystem: 'vfat',
    isReadOnly: false,
    stick: null,
  };
  const writing = { for: 'writing', neededBytes: 1e6 } as const;

  test('that is read-only or too full does not fit for writing, but can be read', () => {
    expect(fitnessOf({ ...stick, isReadOnly: true }, writing)).toEqual({ fits: false, why: 'read-only' });
    expect(fitnessOf({ ...stick, freeBytes: 2e6 }, writing)).toMatchObject({ fits: false, why: 'short' });
    expect(fitnessOf({ ...stick, isReadOnly: true, freeBytes: 0 }, { for: 'reading' })).toEqual({
      fits: true,
    });
  });

  test('is taken by itself only when it is the only one that fits', () => {
    const full = { ...stick, id: 'b', freeBytes: 0 };
    expect(firstChoice([stick, full], null, writing)).toBe('a');
    expect(firstChoice([stick, { ...stick, id: 'c' }], null, writing)).toBeNull();
    // One that was chosen and pulled out is not replaced by another behind the clerk's back.
    expect(firstChoice([stick], 'gone', writing)).toBe('gone');
  });
});

describe('files on a stick', () => {
  const file: FoundFile = {
    file: 'a.zwp',
    kind: 'increment',
    sender: '虎门镇',
    number: 1,
    writtenAt: null,
    bytes: 1,
    state: 'new',
    fingerprint: null,
    problem: null,
  };
  const request: FoundFile = { ...file, file: 'b.zwrequest', kind: 'request', fingerprint: '1234 5678' };

  test('new packages are ticked at first; requests never, and not what was taken in or cannot be read', () => {
    const files = [
      file,
      request,
      { ...file, file: 'c.zwp', state: 'taken' as const },
      { ...file, file: 'd.zwp', kind: 'unreadable' as const },
      { ...file, file: 'e.zwp', state: 'not-for-us' as const },
    ];
    expect(firstChosen(files)).toEqual(['a.zwp']);
  });

  test('a request is taken in only once its sender was called, whatever else is ticked', () => {
    expect(ready([file, request], { chosen: ['a.zwp', 'b.zwrequest'], called: [] })).toEqual(['a.zwp']);
    expect(ready([file, request], { chosen: [], called: ['b.zwrequest'] })).toEqual(['b.zwrequest']);
  });
});

describe('what became of a file', () => {
  const taken: TakenFile = {
    file: 'a.zwp',
    kind: 'increment',
    status: 'applied',
    sender: '虎门镇',
    from: 1,
    number: 1,
    accepted: 34,
    changed: 1,
    returned: 0,
    conflicts: 0,
    duplicates: 0,
    entered: 0,
    unfit: 0,
    missing: [],
    isRestored: false,
    alarm: null,
    released: [],
    wrote: null,
    problem: null,
  };

  test('is told in whole sentences, with what has to be done behind it', () => {
    expect(sentencesOf(taken, t)).toEqual(['已接收 34 条，其中 1 条有变化。']);
    expect(sentencesOf({ ...taken, status: 'held', missing: [[15, 15]] }, t)[0]).toContain('第 15 包');
    expect(sentencesOf({ ...taken, conflicts: 2, released: [16] }, t)).toHaveLength(3);
    expect(sentencesOf({ ...taken, kind: 'receipt', returned: 1 }, t).join('')).toContain('退回');
    expect(sentencesOf({ ...taken, entered: 2, unfit: 1 }, t).slice(1)).toEqual([
      '上级答复 2 件，已记入办理记录。',
      '上级答复 1 件与事项现在的状态不符，没有登记，请在“今日”的“缺材料”里查看。',
    ]);
  });

  test('a refusal says the reason of the data process and nothing else', () => {
    const refused = {
      ...taken,
      status: 'refused' as const,
      problem: { code: 'truncated', text: '数据包不完整' },
    };
    expect(sentencesOf(refused, t)).toEqual(['数据包不完整']);
    expect(toneOf(refused)).toBe('wrong');
  });

  test('is green only when nothing is left to do', () => {
    expect(toneOf(taken)).toBe('done');
    expect(toneOf({ ...taken, returned: 1 })).toBe('due');
    expect(toneOf({ ...taken, entered: 1 })).toBe('done');
    expect(toneOf({ ...taken, unfit: 1 })).toBe('due');
    expect(toneOf({ ...taken, status: 'fork' })).toBe('wrong');
  });
});

describe('the screen of the exchange', () => {
  test('opens at the part that navigation names, and at its own first part for anything else', () => {
    expect(placeOf('inbox.returned')).toEqual({ section: 'inbox', list: 'returned' });
    expect(placeOf('send')).toEqual({ section: 'send', list: '' });
    expect(placeOf('nowhere')).toBeNull();
    expect(placeOf(null)).toBeNull();
  });

  test('comes back to a package that is still being written', () => {
    const job = {
      id: 'j1',
      kind: 'package-export' as const,
      state: 'running' as const,
      done: 0,
      total: 0,
      phase: null,
      startedAt: '2026-11-24T00:00:00Z',
      result: null,
      failure: null,
    };
    expect(firstStage([job])).toMatchObject({ at: 'work', job: 'j1' });
    expect(firstStage([{ ...job, state: 'done' }])).toEqual({ at: 'check' });
  });
});

describe('numbers of the home page', () => {
  const peer = {
    node: 'n',
    unit: '441900',
    name: '东莞市',
    role: 'parent' as const,
    fingerprint: '',
    isRevoked: false,
    pending: 7,
    carried: 0,
    returned: 2,
    lastSentAt: null,
    lastReceiptAt: null,
    lastReceivedAt: null,
    holds: [],
    missing: [],
    forkedAt: null,
  };
  const overview = {
    self: null,
    role: 'town' as const,
    isPractice: false,
    enrolment: 'enrolled' as const,
    peers: [peer],
    conflicts: 0,
    twins: 0,
    returned: 2,
    waiting: 0,
    overdue: 1,
    isCalendarKnown: true,
  };

  test('a town sees what goes up, each number with the rows behind it', () => {
    const figures = homeFigures(overview);
    expect(figures.map(({ part, value }) => [part, value])).toEqual([
      ['send', 7],
      ['register.sent', 1],
      ['inbox.returned', 2],
      ['inbox.conflicts', 0],
      ['inbox.twins', 0],
    ]);
    for (const { part } of figures) expect(placeOf(part)).not.toBeNull();
    // Changes to be sent are the day's work and no alarm; what is late or came back is.
    expect(figures.filter(({ isWrong }) => isWrong).map(({ part }) => part)).toEqual([
      'register.sent',
      'inbox.returned',
    ]);
  });

  test('a city sees the offices with gaps and the rows that wait', () => {
    const child = { ...peer, role: 'child' as const, missing: [15] };
    const figures = homeFigures({ ...overview, role: 'city', peers: [child], waiting: 4 });
    expect(figures.map(({ part, value }) => [part, value])).toEqual([
      ['inbox.conflicts', 0],
      ['inbox.twins', 0],
      ['register.received', 1],
      ['inbox.waiting', 4],
    ]);
  });
});

describe('states of the rows of a list', () => {
  const state = (word: RowState['state']): RowState => ({ state: word, field: null, reason: null });

  test('each row is asked about once, until something changes', async () => {
    const ask = vi.fn(async (ids: readonly string[]) =>
      Object.fromEntries(ids.map((id) => [id, state('pending')])),
    );
    const states = createRowStates(ask);
    states.want(['a', 'b']);
    states.want(['b', 'c']);
    await vi.waitFor(() => expect(states.get('c')).toEqual(state('pending')));
    expect(ask.mock.calls.map(([ids]) => ids)).toEqual([['a', 'b'], ['c']]);

    states.stale(['c']);
    expect(states.get('c')).toEqual(state('pending'));
    await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(3));
    expect(ask.mock.lastCall?.[0]).toEqual(['c']);
  });

  test('rows that could not be asked about are asked again when they are seen again', async () => {
    const answers = [null, { a: state('accepted') }];
    const states = createRowStates(() => Promise.resolve(answers.shift() ?? null));
    states.want(['a']);
    await Promise.resolve();
    await Promise.resolve();
    expect(states.get('a')).toBeUndefined();
    states.want(['a']);
    await vi.waitFor(() => expect(states.get('a')).toEqual(state('accepted')));
  });
});

describe('answers about the exchange', () => {
  function counting() {
    const sent: string[] = [];
    const cache = createQueryCache((call) => {
      sent.push(call);
      return Promise.resolve({ ok: true, value: sent.length });
    });
    return { sent, cache };
  }

  test('are asked again once a package was written or taken in', () => {
    const { sent, cache } = counting();
    cache.watch('exchange.sent', {}, () => undefined);
    cache.watch('record.get', { ledger: 'person', id: 'a' }, () => undefined);
    cache.exchanged();
    expect(sent).toEqual(['exchange.sent', 'record.get', 'exchange.sent']);
  });

  test('wait while records change, and are renewed when they are seen again', () => {
    const { sent, cache } = counting();
    cache.watch('exchange.overview', {}, () => undefined);
    cache.renew('exchange.overview', {});
    cache.changed('person');
    expect(sent).toEqual(['exchange.overview']);
    cache.renew('exchange.overview', {});
    expect(sent).toEqual(['exchange.overview', 'exchange.overview']);
  });
});
