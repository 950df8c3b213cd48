import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endOfJob, newFolder, newId, openTown, startDesk, type Desk } from './data-process-fixture.ts';
import {
  addPerson,
  answerBack,
  changePerson,
  driveId,
  enrol,
  plugIn,
  sendUp,
  takeInAll,
  takeInFiles,
  townAndCity,
  type TestStick,
} from './exchange-fixture.ts';

describe('enrolling', () => {
  test('goes by card, request and certificate on one stick, with fingerprints to be compared', async () => {
    const stick = plugIn('登记盘');
    const city = await openTown(undefined, '441900000000');
    const town = await openTown();
    expect((await town.value('exchange.overview', {})).enrolment).toBe('none');

    const card = await city.value('exchange.writeCard', { drive: await driveId(city, stick), what: 'card' });
    const found = await town.value('exchange.scan', { drive: await driveId(town, stick) });
    expect(found).toMatchObject([
      { kind: 'card', sender: '东莞市', state: 'new', fingerprint: card.fingerprint, problem: null },
    ]);

    const [taken] = await takeInAll(town, stick);
    expect(taken).toMatchObject({ status: 'accepted', wrote: '虎门镇_登记申请.zwrequest' });
    expect((await town.value('exchange.overview', {})).enrolment).toBe('requested');
    expect(await takeInAll(city, stick)).toMatchObject([
      { status: 'accepted', kind: 'request', sender: '虎门镇', wrote: '虎门镇_登记证书.zwcert' },
    ]);
    expect(await takeInAll(town, stick)).toMatchObject([{ status: 'accepted', kind: 'certificate' }]);

    const overview = await town.value('exchange.overview', {});
    expect(overview).toMatchObject({
      enrolment: 'enrolled',
      self: { role: 'town', unit: '441900121' },
      peers: [{ role: 'parent', name: '东莞市', fingerprint: card.fingerprint }],
    });
    expect(overview.peers[0]?.pending).toBeGreaterThan(20);
    expect((await city.value('exchange.overview', {})).peers).toMatchObject([
      { role: 'child', name: '虎门镇' },
    ]);
    // Everything on the stick is now either taken or nobody's business here.
    const again = await town.value('exchange.scan', { drive: await driveId(town, stick) });
    expect(again.filter(({ state }) => state === 'new')).toEqual([]);
    await Promise.all([city.close(), town.close()]);
  });

  test('a village is enrolled with its town, which goes on to the city', async () => {
    const { town, city, stick } = await townAndCity('三级');
    const villages = await town.value('session.towns', { within: '441900121000' });
    const village = await openTown(undefined, villages[0]?.code ?? '');
    await enrol(village, town, stick);
    const id = await addPerson(village, { name: '村里的人' });
    await sendUp(village, stick);
    await takeInAll(town, stick);
    stick.clear();
    await sendUp(town, stick);
    await takeInAll(city, stick);

    expect((await city.value('record.get', { ledger: 'person', id }))?.title).toContain('村里的人');
    await answerBack(city, town, stick);
    await answerBack(town, village, stick);
    const states = await village.value('record.states', { ledger: 'person', ids: [id] });
    expect(states[id]).toMatchObject({ state: 'accepted' });
    await Promise.all([village.close(), town.close(), city.close()]);
  });

  test('a forged card of the enrolled parent is refused, with a sentence', async () => {
    const { town, city, stick } = await townAndCity('假名片');
    const impostor = await openTown(undefined, '441900000000');
    await impostor.value('exchange.writeCard', { drive: await driveId(impostor, stick), what: 'card' });
    const [refused] = await takeInFiles(town, stick, stick.files());

    expect(refused).toMatchObject({ status: 'refused', problem: { code: 'enrolled-elsewhere' } });
    expect(refused?.problem?.text).toContain('东莞市');
    await Promise.all([town.close(), city.close(), impostor.close()]);
  });

  test('practice data are refused at every door', async () => {
    const stick = plugIn('练习');
    const desk = await startDesk();
    const { job } = await desk.value('session.openPractice', { people: 1000, seed: 4 });
    await endOfJob(desk, job ?? '');
    const drive = await driveId(desk, stick);
    const reply = await desk.ask('exchange.writeCard', { drive, what: 'card' });

    expect(await desk.value('exchange.overview', {})).toMatchObject({ isPractice: true, enrolment: 'none' });
    expect(reply).toMatchObject({ ok: false, failure: { code: 'exchange', kind: 'practice' } });
    expect(stick.files()).toEqual([]);
    await desk.close();
  });
});

describe('changing keys', () => {
  test('of a town: packages under way stay readable, and the certificate for the new keys comes by stick', async () => {
    const { town, city, stick } = await townAndCity('换密钥');
    const id = await addPerson(town, { name: '换密钥前' });
    await sendUp(town, stick);
    const before = await selfOf(town);

    // The city has not heard of the change when it takes this package in and answers it.
    const others = plugIn('申请盘');
    const changed = await town.value('exchange.rotate', { drive: await driveId(town, others) });
    expect(changed.file).toBe('虎门镇_登记申请.zwrequest');
    expect(changed.fingerprint).not.toBe(before.fingerprint);
    expect(await selfOf(town)).toMatchObject({ fingerprint: changed.fingerprint, isRenewing: true });
    expect(await takeInAll(city, stick)).toMatchObject([{ status: 'applied' }]);
    expect(await outcomes(answerBack(city, town, stick))).toContain('receipt applied');
    expect((await town.value('record.states', { ledger: 'person', ids: [id] }))[id]).toMatchObject({
      state: 'accepted',
    });
    stick.clear();
    await addPerson(town, { name: '等证书时' });
    await sendUp(town, stick);
    expect(await takeInAll(city, stick)).toMatchObject([{ status: 'applied' }]);

    // Asked again the keys stay, so a lost request is written again and fits the same certificate.
    others.clear();
    expect(await town.value('exchange.rotate', { drive: await driveId(town, others) })).toEqual(changed);
    expect(await takeInFiles(city, others, [changed.file ?? ''])).toMatchObject([
      { status: 'accepted', wrote: '虎门镇_登记证书.zwcert' },
    ]);
    expect(await takeInAll(town, others)).toMatchObject([{ status: 'accepted', kind: 'certificate' }]);
    expect(await selfOf(town)).toMatchObject({ fingerprint: changed.fingerprint, isRenewing: false });
    stick.clear();
    await addPerson(town, { name: '换密钥后' });
    await sendUp(town, stick);
    expect(await takeInAll(city, stick)).toMatchObject([{ status: 'applied' }]);
    await Promise.all([town.close(), city.close()]);
  });

  test('of the offices above: those below follow with each receipt, as often as it happens', async () => {
    const { town, city, stick } = await townAndCity('换上级');
    const villages = await town.value('session.towns', { within: '441900121000' });
    const village = await openTown(undefined, villages[0]?.code ?? '');
    await enrol(village, town, stick);
    const requests = plugIn('镇申请盘');
    for (const round of ['甲', '乙', '丙']) {
      stick.clear();
      await addPerson(village, { name: `村里${round}` });
      await sendUp(village, stick);
      expect(await city.value('exchange.rotate', { drive: null })).toMatchObject({ file: null });
      await town.value('exchange.rotate', { drive: await driveId(town, requests) });
      expect(await takeInAll(town, stick)).toMatchObject([{ status: 'applied' }]);
      expect(await outcomes(answerBack(town, village, stick))).toContain('receipt applied');
      stick.clear();
      await sendUp(town, stick);
      expect(await takeInAll(city, stick)).toMatchObject([{ status: 'applied' }]);
      expect(await outcomes(answerBack(city, town, stick))).toContain('receipt applied');
      expect(await takeInAll(city, requests)).toMatchObject([{ status: 'accepted' }]);
      expect(await takeInAll(town, requests)).toMatchObject([{ status: 'accepted' }]);
      requests.clear();
      expect(await outcomes(answerBack(town, village, stick))).toContain('receipt applied');
      const [above] = (await village.value('exchange.overview', {})).peers;
      expect(above?.fingerprint).toBe((await selfOf(town)).fingerprint);
    }
    await Promise.all([village.close(), town.close(), city.close()]);
  });

  test('waits for the enrolment, and enrols nobody while its own certificate is under way', async () => {
    const { town, city, stick } = await townAndCity('换密钥等');
    const villages = await town.value('session.towns', { within: '441900121000' });
    const village = await openTown(undefined, villages[1]?.code ?? '');
    expect(await village.ask('exchange.rotate', { drive: null })).toMatchObject({
      ok: false,
      failure: { code: 'exchange', kind: 'not-enrolled' },
    });
    await town.value('exchange.writeCard', { drive: await driveId(town, stick), what: 'card' });
    await takeInAll(village, stick);
    await town.value('exchange.rotate', { drive: null });
    const [refused] = await takeInAll(town, stick);

    expect(refused).toMatchObject({ status: 'refused', problem: { code: 'keys-not-certified' } });
    expect(stick.files().filter((file) => file.endsWith('.zwcert'))).toEqual([]);
    await Promise.all([village.close(), town.close(), city.close()]);
  });
});

/** What became of the files of a stick; none of them was refused. */
async function outcomes(taken: ReturnType<typeof takeInAll>): Promise<readonly string[]> {
  const told = (await taken).map(({ kind, status }) => `${kind} ${status}`);
  expect(told.filter((one) => one.endsWith('refused'))).toEqual([]);
  return told;
}

async function selfOf(desk: Desk) {
  const { self } = await desk.value('exchange.overview', {});
  if (self === null) throw new Error('the office has no keys');
  return self;
}

describe('a package', () => {
  let town: Desk;
  let city: Desk;
  let stick: TestStick;
  let id: string;
  beforeAll(async () => {
    ({ town, city, stick } = await townAndCity('数据盘'));
    id = await addPerson(town, { name: '往返甲' });
  });
  afterAll(async () => {
    await Promise.all([town.close(), city.close()]);
  });

  test('is previewed by ledger with names of some records', async () => {
    const peer = (await town.value('exchange.overview', {})).peers[0]?.node ?? '';
    const preview = await town.value('exchange.preview', { peer, onlyNew: false });

    expect(preview).toMatchObject({ from: 1, to: 1, attachments: 0 });
    expect(preview.ledgers).toContainEqual(
      expect.objectContaining({ ledger: 'person', created: 1, changed: 0, invalid: 0, isSensitive: false }),
    );
    expect(preview.samples.map(({ title }) => title).join()).toContain('往返甲');
  });

  test('is written, read back, taken in and answered, and its row goes from pending to accepted', async () => {
    const stateOf = async () =>
      (await town.value('record.states', { ledger: 'person', ids: [id] }))[id]?.state ?? null;
    expect(await stateOf()).toBe('pending');

    const sent = await sendUp(town, stick);
    expect(sent).toMatchObject({ number: 1, from: 1, isSafeToRemove: true, leftOut: 0 });
    expect(stick.files()).toEqual([sent.file]);
    expect(sent.counts['person']).toBe(1);
    expect(await stateOf()).toBe('carried');
    const job = (await town.value('job.list', {})).find(({ kind }) => kind === 'package-export');
    expect(job).toMatchObject({ phase: 'reading-back' });
    expect(JSON.stringify(job)).not.toContain(stick.folder);

    const before = city.events.length;
    const [taken] = await takeInAll(city, stick);
    expect(taken).toMatchObject({
      status: 'applied',
      sender: '虎门镇',
      number: 1,
      returned: 0,
      conflicts: 0,
    });
    expect(city.events.slice(before)).toContainEqual(
      expect.objectContaining({ topic: 'changed', payload: { ledger: 'person', ids: [] } }),
    );
    expect((await city.value('record.get', { ledger: 'person', id }))?.title).toContain('往返甲');

    await answerBack(city, town, stick);
    expect(await stateOf()).toBe('accepted');
    expect(await town.value('exchange.sent', {})).toMatchObject([
      { number: 1, state: 'acknowledged', peerName: '东莞市', approvedBy: '陈主任', dueDay: null },
    ]);
    expect((await town.value('exchange.overview', {})).peers[0]).toMatchObject({ pending: 0, carried: 0 });
    expect((await town.value('session.status', {})).pending).toBe(0);
  });

  test('taken in a second time changes nothing and says so', async () => {
    stick.clear();
    await changePerson(town, id, { name: '往返乙' });
    const { file } = await sendUp(town, stick);
    await takeInAll(city, stick);
    const [again] = await takeInFiles(city, stick, [file]);

    expect(again).toMatchObject({ status: 'repeated', changed: 0 });
  });

  test('whose stick is lost travels with the next one, and the loss is in the register', async () => {
    stick.clear();
    await town.value('exchange.registerStick', { drive: await driveId(town, stick), stick: '01 号' });
    await changePerson(town, id, { name: '丢失之后' });
    const lost = await sendUp(town, stick);
    expect(await town.value('exchange.sticks', {})).toMatchObject([
      { stick: '01 号', state: 'in-use', usedAt: '2026-11-23T08:00:00.000Z' },
    ]);
    await town.value('exchange.markLost', { digest: lost.digest });
    expect(await town.value('exchange.sticks', {})).toMatchObject([{ stick: '01 号', state: 'lost' }]);
    stick.clear();
    const next = await sendUp(town, stick);
    await takeInAll(city, stick);

    expect(next.counts['person']).toBe(1);
    expect((await city.value('record.get', { ledger: 'person', id }))?.title).toContain('丢失之后');
    expect(
      (await town.value('exchange.sent', {})).find(({ digest }) => digest === lost.digest),
    ).toMatchObject({
      state: 'lost',
      stick: '01 号',
    });
  });

  test('is confirmed by a code over the telephone, and a mistyped one is told', async () => {
    const received = await city.value('exchange.received', {});
    const digest = received[0]?.digest ?? '';
    const { code } = await city.value('exchange.phoneCode', { digest });

    expect(await town.value('exchange.confirmByPhone', { digest, code })).toEqual({ ok: true });
    const wrong = code.startsWith('0') ? `1${code.slice(1)}` : `0${code.slice(1)}`;
    expect(await town.ask('exchange.confirmByPhone', { digest, code: wrong })).toMatchObject({
      ok: false,
      failure: {
        code: 'exchange',
        kind: 'code-mistyped',
        details: { text: expect.stringContaining('回执码') },
      },
    });
  });

  test('that comes early waits, names what is missing, and follows when it comes', async () => {
    await answerBack(city, town, stick);
    stick.clear();
    await changePerson(town, id, { name: '第一步' });
    const first = await sendUp(town, stick, { onlyNew: true });
    await changePerson(town, id, { name: '第二步' });
    const second = await sendUp(town, stick, { onlyNew: true });
    const [held] = await takeInFiles(city, stick, [second.file]);
    expect(held).toMatchObject({ status: 'held', missing: [[first.number, first.number]] });

    const [came] = await takeInFiles(city, stick, [first.file]);
    expect(came).toMatchObject({ status: 'applied', released: [second.number] });
    expect((await city.value('record.get', { ledger: 'person', id }))?.title).toContain('第二步');
  });

  test('and others are taken in by number, whatever the order they are named in', async () => {
    await answerBack(city, town, stick);
    stick.clear();
    const files = [];
    for (const name of ['甲一', '甲二', '甲三']) {
      await changePerson(town, id, { name });
      files.push((await sendUp(town, stick, { onlyNew: true })).file);
    }
    const results = await takeInFiles(city, stick, files.toReversed());

    expect(results.map(({ file }) => file)).toEqual(files);
    expect(results.map(({ status }) => status)).toEqual(['applied', 'applied', 'applied']);
  });

  test('is refused when a bit of it changed, and the others are taken in all the same', async () => {
    stick.clear();
    await changePerson(town, id, { name: '好的包' });
    const good = await sendUp(town, stick, { onlyNew: true });
    const bytes = readFileSync(path.join(stick.folder, good.file));
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
    writeFileSync(path.join(stick.folder, 'a.zwp'), bytes);
    const results = await takeInFiles(city, stick, ['a.zwp', good.file]);

    expect(results.find(({ file }) => file === 'a.zwp')).toMatchObject({
      status: 'refused',
      problem: { code: expect.stringMatching(/damaged|altered|wrong|canonical|invalid/) },
    });
    expect(results.find(({ file }) => file === good.file)).toMatchObject({ status: 'applied' });
  });

  test('cancelled leaves nothing on the stick, and the next one carries everything', async () => {
    stick.clear();
    await changePerson(town, id, { name: '取消之后' });
    const peer = (await town.value('exchange.overview', {})).peers[0]?.node ?? '';
    const { job } = await town.value('exchange.export', {
      peer,
      drive: await driveId(town, stick),
      onlyNew: false,
      sensitive: false,
      approvedBy: '',
    });
    await town.value('job.cancel', { job });
    const end = await endOfJob(town, job);

    expect(end.state).toBe('cancelled');
    expect(stick.files()).toEqual([]);
    expect((await sendUp(town, stick)).counts['person']).toBe(1);
  });

  test('has a slip with its number, digest in groups and lines to sign', async () => {
    const [sent] = await town.value('exchange.sent', {});
    const slip = await town.value('exchange.slip', { digest: sent?.digest ?? '' });

    expect(slip.html).toContain((sent?.digest ?? '').replace(/(.{4})(?=.)/g, '$1 '));
    for (const text of [
      '交接单',
      `第 ${String(sent?.number)} 包`,
      '交件人',
      '收件人',
      '签名',
      '陈主任',
      '人口',
    ])
      expect(slip.html).toContain(text);
    expect(slip.html).not.toContain(stick.folder);
  });
});

describe('late receipts', () => {
  test('are told after three Chinese working days, holidays not counted', async () => {
    let now = new Date('2026-09-30T08:00:00Z');
    const stick = plugIn('逾期');
    const city = await openTown(undefined, '441900000000');
    const town = await startDesk(newFolder(), null, { now: () => now });
    await town.value('session.create', { town: '441900121000', passphrase: '一个足够长的口令 2026' });
    await enrol(town, city, stick);
    await sendUp(town, stick);
    // National Day lasts to 7 October; the 8th, the 9th and Saturday the 10th are worked.
    expect((await town.value('exchange.sent', {}))[0]).toMatchObject({
      dueDay: '2026-10-10',
      isOverdue: false,
    });
    now = new Date('2026-10-10T15:59:00Z');
    expect((await town.value('exchange.overview', {})).overdue).toBe(0);

    now = new Date('2026-10-10T16:01:00Z');
    expect(await town.value('exchange.overview', {})).toMatchObject({ overdue: 1, isCalendarKnown: true });
    expect((await town.value('exchange.sent', {}))[0]).toMatchObject({ isOverdue: true });
    await Promise.all([town.close(), city.close()]);
  });
});

test('the history of a record names the office each change was made in', async () => {
  const { town, city, stick } = await townAndCity('更正盘');
  const id = await addPerson(town, { name: '待更正' });
  await sendUp(town, stick);
  await takeInAll(city, stick);
  await changePerson(city, id, { workplace: '市里更正的单位' });
  await answerBack(city, town, stick);
  const unitsAt = async (desk: Desk) =>
    (await desk.value('record.history', { ledger: 'person', id })).map(({ op, unit }) => [op, unit]);

  expect(await unitsAt(town)).toEqual([
    ['update', '东莞市'],
    ['create', ''],
  ]);
  expect(await unitsAt(city)).toEqual([
    ['update', ''],
    ['create', '虎门镇'],
  ]);
  await Promise.all([town.close(), city.close()]);
});

describe('changes on both sides', () => {
  test('are listed with both values, authors and offices, and the choice travels', async () => {
    const { town, city, stick } = await townAndCity('冲突');
    const id = await addPerson(town, { name: '冲突甲' });
    await sendUp(town, stick);
    await takeInAll(city, stick);
    await answerBack(city, town, stick);
    await changePerson(town, id, { name: '镇里改的' });
    await changePerson(city, id, { name: '市里改的' });
    stick.clear();
    await sendUp(town, stick);
    const [taken] = await takeInAll(city, stick);
    expect(taken).toMatchObject({ conflicts: 1 });

    const [conflict] = await city.value('conflict.list', { settled: false });
    expect(conflict).toMatchObject({ kind: 'field', field: 'name', label: '姓名', state: 'open' });
    const units = new Set([conflict?.stands.unit, conflict?.other.unit]);
    expect(units).toEqual(new Set(['东莞市', '虎门镇']));
    await city.value('conflict.resolve', {
      writeId: newId(),
      id: conflict?.id ?? '',
      choice: 'typed',
      value: '商定的名字',
    });

    expect(await city.value('conflict.list', { settled: false })).toEqual([]);
    expect(await city.value('conflict.list', { settled: true })).toMatchObject([{ state: 'settled' }]);
    await answerBack(city, town, stick);
    expect((await town.value('record.get', { ledger: 'person', id }))?.title).toContain('商定的名字');
    expect((await town.value('exchange.overview', {})).conflicts).toBe(0);
    await Promise.all([town.close(), city.close()]);
  });

  test('records of one person made twice are merged, links and missing values taken over, and parted again', async () => {
    const { town, city, stick } = await townAndCity('重复');
    const doc_no = '440301198001010018';
    const older = await addPerson(city, { name: '同一人', doc_no });
    const younger = await addPerson(town, { name: '同一人', doc_no, phone: '13800138000' });
    await sendUp(town, stick);
    await takeInAll(city, stick);
    const [twin] = await city.value('twin.list', {});
    expect(twin?.records.map(({ id }) => id).toSorted()).toEqual([older, younger].toSorted());
    expect(twin?.differences.map(({ field }) => field)).toContain('phone');

    const wrong = { writeId: newId(), id: twin?.id ?? '', keep: newId() };
    expect(await city.ask('twin.merge', wrong)).toMatchObject({ failure: { kind: 'not-a-twin' } });
    await city.value('twin.merge', { writeId: newId(), id: twin?.id ?? '', keep: older });
    expect((await city.value('record.get', { ledger: 'person', id: younger }))?.removedAt).not.toBeNull();
    const phone = await city.value('record.reveal', { ledger: 'person', id: older, field: 'phone' });
    expect(phone.value).toBe('13800138000');
    expect(await city.value('twin.list', {})).toMatchObject([{ state: 'merged' }]);

    expect(await city.ask('twin.part', { writeId: newId(), id: '999' })).toMatchObject({
      failure: { kind: 'twin' },
    });
    await city.value('twin.part', { writeId: newId(), id: twin?.id ?? '' });
    expect(await city.value('twin.list', {})).toMatchObject([{ state: 'open' }]);
    expect((await city.value('record.get', { ledger: 'person', id: younger }))?.removedAt).toBeNull();
    await Promise.all([town.close(), city.close()]);
  });
});

describe('a stick', () => {
  let town: Desk;
  let stick: TestStick;
  beforeAll(async () => {
    stick = plugIn('登记册');
    town = await openTown();
  });
  afterAll(async () => {
    await town.close();
  });

  test('is listed without a path, and bears the number it was given', async () => {
    const drive = await driveId(town, stick);
    await town.value('exchange.registerStick', { drive, stick: '03 号' });
    const drives = await town.value('exchange.drives', {});

    expect(drives.find(({ id }) => id === drive)).toMatchObject({ label: '登记册', stick: '03 号' });
    expect(JSON.stringify(drives)).not.toContain(path.dirname(stick.folder));
    expect(await town.value('exchange.sticks', {})).toMatchObject([{ stick: '03 号', state: 'in-use' }]);
  });

  test('of another number cannot take this one', async () => {
    const other = plugIn('另一只');
    const reply = await town.ask('exchange.registerStick', {
      drive: await driveId(town, other),
      stick: '03 号',
    });
    expect(reply).toMatchObject({ failure: { code: 'conflict', kind: 'stick-number-taken' } });
  });

  test('that is not there is refused', async () => {
    for (const drive of ['', '/tmp', `folder:${stick.folder}`, '../..']) {
      const reply = await town.ask('exchange.scan', { drive });
      expect(reply.ok, drive).toBe(false);
    }
  });

  test('full of traps is listed without following, opening or waiting for any of them', async () => {
    const outside = path.join(newFolder(), 'secret.zwcard');
    writeFileSync(outside, 'outside');
    symlinkSync(outside, path.join(stick.folder, 'link.zwcard'));
    mkdirSync(path.join(stick.folder, 'folder.zwp'));
    writeFileSync(path.join(stick.folder, 'empty.zwp'), '');
    writeFileSync(path.join(stick.folder, 'text.zwp'), 'not a package');
    writeFileSync(path.join(stick.folder, 'huge.zwcert'), Buffer.alloc(5_000_000, 0x7b));
    writeFileSync(path.join(stick.folder, 'nested.zwrequest'), '['.repeat(100_000));
    copyFileSync(path.join(stick.folder, 'text.zwp'), path.join(stick.folder, '大写.ZWP'));
    const drive = await driveId(town, stick);
    const found = await town.value('exchange.scan', { drive });

    expect(found.map(({ file }) => file).toSorted()).toEqual(
      ['empty.zwp', 'huge.zwcert', 'nested.zwrequest', 'text.zwp', '大写.ZWP'].toSorted(),
    );
    for (const one of found) {
      expect(one).toMatchObject({ kind: 'unreadable', state: 'not-for-us' });
      expect(one.problem?.text).not.toBe('');
    }
  });

  test('gives nothing for names that lead out of it', async () => {
    const names = ['../secret.zwcard', '/etc/passwd', 'link.zwcard', 'folder.zwp', 'C:x.zwp', 'gone.zwp'];
    const results = await takeInFiles(town, stick, names);

    expect(results).toHaveLength(names.length);
    for (const one of results)
      expect(one).toMatchObject({ status: 'refused', kind: 'unreadable', problem: { code: 'file-gone' } });
  });
});

test('two jobs of the exchange do not run at once', async () => {
  const { town, city, stick } = await townAndCity('并行');
  const peer = (await town.value('exchange.overview', {})).peers[0]?.node ?? '';
  const order = { peer, drive: await driveId(town, stick), onlyNew: false, sensitive: false, approvedBy: '' };
  const [first, second] = await Promise.all([
    town.ask('exchange.export', order),
    town.ask('exchange.export', order),
  ]);
  const jobs = [first, second].flatMap((reply) => (reply.ok ? [reply.value.job] : []));

  expect(jobs).toHaveLength(1);
  expect([first, second].find((reply) => !reply.ok)).toMatchObject({ failure: { kind: 'busy' } });
  await endOfJob(town, jobs[0] ?? '');
  await Promise.all([town.close(), city.close()]);
});
