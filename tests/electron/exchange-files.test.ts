import { createHash, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId, type Desk } from './data-process-fixture.ts';
import { addPerson, answerBack, sendUp, takeInAll, townAndCity, type TestStick } from './exchange-fixture.ts';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A picture of so many bytes. */
function addPicture(desk: Desk, name: string, bytes = 5000): Promise<{ hash: string }> {
  const file = path.join(desk.folder, name);
  writeFileSync(file, Buffer.concat([PNG, randomBytes(bytes)]));
  return desk.value('attachment.add', { file });
}

describe('attachments', () => {
  let town: Desk;
  let city: Desk;
  let stick: TestStick;
  beforeAll(async () => {
    ({ town, city, stick } = await townAndCity('照片盘'));
  });
  afterAll(async () => {
    await Promise.all([town.close(), city.close()]);
  });

  async function personWithPhotos(name: string, count: number): Promise<string[]> {
    const hashes = [];
    for (let i = 0; i < count; i += 1) hashes.push((await addPicture(town, `${name}-${String(i)}.png`)).hash);
    await addPerson(town, { name, photo: hashes });
    return hashes;
  }

  test('travel with the record that names them, under their own names', async () => {
    const [hash = ''] = await personWithPhotos('有照片', 1);
    const peer = (await town.value('exchange.overview', {})).peers[0]?.node ?? '';
    const preview = await town.value('exchange.preview', { peer, onlyNew: false });
    expect(preview).toMatchObject({ attachments: 1, attachmentBytes: 5008 });
    const sent = await sendUp(town, stick);
    expect(sent).toMatchObject({ leftOut: 0, counts: { $files: 1 } });
    await takeInAll(city, stick);

    const arrived = await city.value('attachment.read', { hash });
    expect(arrived).toMatchObject({ name: '有照片-0.png', mediaType: 'image/png' });
    expect(createHash('sha256').update(arrived.bytes).digest('hex')).toBe(hash);
    await answerBack(city, town, stick);
    stick.clear();
  });

  test('of a lost stick travel again with the next', async () => {
    const [hash = ''] = await personWithPhotos('丢了的', 1);
    const lost = await sendUp(town, stick);
    await town.value('exchange.markLost', { digest: lost.digest });
    stick.clear();
    expect((await sendUp(town, stick)).counts['$files']).toBe(1);
    await takeInAll(city, stick);
    expect((await city.ask('attachment.read', { hash })).ok).toBe(true);
    await answerBack(city, town, stick);
    stick.clear();
  });

  test('named by a record but kept nowhere here do not stop the records', async () => {
    const missing = createHash('sha256').update(newId()).digest('hex');
    const id = await addPerson(town, { name: '照片已失', photo: [missing] });
    const sent = await sendUp(town, stick);
    expect(sent.leftOut).toBe(1);
    await takeInAll(city, stick);
    expect((await city.value('record.get', { ledger: 'person', id }))?.title).toContain('照片已失');
    await answerBack(city, town, stick);
    stick.clear();
  });
});
