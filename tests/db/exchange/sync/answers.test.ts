import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Correction } from '../../../../db/city/api.ts';
import { previewPackage } from '../../../../db/exchange/sync/send.ts';
import type { Stored, Values } from '../../../../db/model/field-kind.ts';
import type { HandedUp } from '../../../../db/model/workflow/reply.ts';
import type { ReplyKind } from '../../../../db/model/workflow/workflow-spec.ts';
import type { CaseRequest, WriteOutcome } from '../../../../db/store/api.ts';
import { startPostgres, whyNoPostgres, type TestServer } from '../../city/start-postgres.ts';
import { clerk, townAndCity, type TownAndCity } from './town-and-city.ts';

interface Given {
  readonly number?: string;
  readonly content?: string;
  /** Attachments kept at the city. */
  readonly documents?: readonly string[];
}

describe.skipIf(whyNoPostgres() !== null).each(['sqlite', 'postgres'] as const)(
  'a hazard issue handed up to a city on %s',
  { timeout: 120_000 },
  (kind) => {
    let server: TestServer | null = null;
    let places: TownAndCity;
    beforeAll(async () => {
      if (kind === 'postgres') server = await startPostgres();
      places = await townAndCity(server?.newDatabase() ?? null);
    }, 120_000);
    afterAll(async () => {
      await places.close();
      await server?.stop();
    });

    const act = (id: string, action: string, more: Partial<CaseRequest> = {}): void => {
      const ids = { writeId: randomUUID(), stepId: randomUUID(), newId: randomUUID() };
      const asked = { ledger: 'issue', id, action, values: {}, opinion: '超出镇级权限', caller: clerk };
      const outcome = places.town.act({ ...asked, ...ids, ...more });
      if (!outcome.ok) throw new Error(`${action}: ${JSON.stringify(outcome.problem)}`);
    };
    /** A new issue with the city, as far as the town is concerned. */
    const handUp = (id: string): void => {
      places.save('issue', id, {
        title: `跨镇河涌堆放垃圾（${id}）`,
        category: '01',
        level: '01',
        issue_source: '01',
        reported_at: '2026-11-20T02:00:00.000Z',
        village: places.village,
        place_text: '河涌交界处',
        description: '两镇交界，需市级协调',
      });
      act(id, 'accept', { values: { category: '01', level: '01' } });
      act(id, 'to_city');
    };
    /** Codes of what the city was told against its answer; empty when it was given. */
    const answered = async (id: string, what: ReplyKind, given: Given = {}): Promise<readonly string[]> => {
      const { store, postgres } = places.city;
      const { number = null, content = null, documents = [] } = given;
      const of = { ledger: 'issue', id, kind: what, number, content, documents, replyId: randomUUID() };
      if (postgres !== null) {
        const outcome = await postgres.answerCase({ ...of, town: places.code, author: '王工' });
        return outcome.ok ? [] : outcome.findings.map(({ code }) => code);
      }
      return codesOf(store?.sync.replies.answer({ ...of, by: '王工', writeId: randomUUID(), caller: clerk }));
    };
    const waiting = async (): Promise<readonly HandedUp[]> =>
      (await places.city.postgres?.waiting()) ?? places.city.store?.sync.replies.waiting(clerk) ?? [];
    /** Codes of what is wrong with a correction of the city; empty when it was written. */
    const corrected = async (
      ledger: string,
      id: string,
      change: Pick<Correction, 'removal'> & { readonly values?: Readonly<Record<string, Stored>> },
    ): Promise<readonly string[]> => {
      const { store, postgres } = places.city;
      const { values = {}, removal } = change;
      if (postgres !== null) {
        const more = removal === undefined ? {} : { removal };
        const outcome = await postgres.correct({
          ledger,
          id,
          values,
          ...more,
          town: places.code,
          author: '王工',
        });
        return outcome.ok ? [] : outcome.findings.map(({ code }) => code);
      }
      const op = removal === undefined ? (store?.get(ledger, id, clerk) ? 'update' : 'create') : 'remove';
      const writes = [
        { ledger, id, op, values, ...(removal?.reason ? { reason: removal.reason } : {}) },
      ] as const;
      return codesOf(store?.write({ writeId: randomUUID(), caller: clerk, writes }));
    };
    /** Keeps a letter of reply at the city; its digest. */
    const letter = async (text: string): Promise<string> => {
      const content = Buffer.from(`%PDF-1.7 ${text}`);
      const { store, postgres } = places.city;
      const files = store?.sync.files ?? postgres?.files;
      if (files === undefined) throw new Error('a city that keeps no attachments');
      await files.keep(content, { name: `${text}.pdf`, mediaType: 'application/pdf' });
      return createHash('sha256').update(content).digest('hex');
    };
    const atTown = (hash: string): string | null =>
      Buffer.from(places.town.attachments.read(hash, clerk) ?? []).toString() || null;
    const issue = (id: string): Values => places.town.get('issue', id, clerk)?.values ?? {};
    const steps = (id: string) => places.town.caseState('issue', id, clerk)?.steps ?? [];
    const replies = (id: string) => places.town.sync.replies.of('issue', id, clerk);
    /** Values of the records of a ledger as the city holds them. */
    const atCity = async (ledger: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
      const { store, postgres } = places.city;
      const found = [];
      if (postgres !== null) for await (const row of postgres.dump(ledger)) found.push(row.values);
      if (store !== null) for (const row of store.sync.origins.rows(ledger, clerk)) found.push(row.values);
      return found;
    };

    it('is listed at the city, accepted with a number and handled, and both come back as steps', async () => {
      handUp('i-1');
      await places.up();
      expect(await waiting()).toMatchObject([
        { id: 'i-1', title: '跨镇河涌堆放垃圾（i-1）', since: issue('i-1')['sent_up_at'], replies: [] },
      ]);
      expect(await answered('i-1', 'accepted', { number: 'dg 20261127001' })).toEqual([]);
      expect(await answered('i-1', 'finished', { content: '市水务局已清运' })).toEqual([]);
      expect(await waiting()).toEqual([]);
      expect((await places.down())?.outcome?.replies).toEqual({ entered: 2, unfit: 0 });

      const [accepted, finished] = replies('i-1');
      expect(steps('i-1').slice(-2)).toMatchObject([
        { action: 'city_accept', from: '35', to: '35', actor: '东莞市', at: accepted?.at },
        { action: 'city_done', to: '60', actor: '东莞市', at: finished?.at, opinion: '市水务局已清运' },
      ]);
      expect(issue('i-1')).toMatchObject({
        status: '60',
        serial_no: 'DG20261127001',
        handling: '市水务局已清运',
        handled_at: finished?.at,
      });
      expect([accepted, finished]).toMatchObject([
        { kind: 'accepted', by: '王工', outcome: 'entered' },
        { kind: 'finished', by: '王工', outcome: 'entered' },
      ]);
    });

    it('tells the city with the next package what became of its answers', async () => {
      await places.up();
      expect((await atCity('issue_reply')).map(({ outcome }) => outcome)).toEqual(['01', '01']);
      expect((await atCity('issue_step')).map(({ action }) => action)).toContain('city_done');
      expect(await atCity('issue')).toMatchObject([{ status: '60' }]);
    });

    it('enters an answer once, however often and in whatever file it comes', async () => {
      handUp('i-2');
      await places.up();
      await answered('i-2', 'returned', { content: '请先由镇城管办核实' });
      const first = await places.written();
      // Not acknowledged by then, so the second file carries the same again.
      const second = await places.written();
      const files = [first, second, first].map(({ down }) => down?.sent.file ?? '');
      const taken = [];
      for (const file of files) taken.push(await places.take(file));

      expect(taken).toMatchObject([
        { status: 'applied', outcome: { replies: { entered: 1, unfit: 0 } } },
        { status: 'applied', outcome: { conflicts: 0 } },
        { status: 'repeated' },
      ]);
      expect(steps('i-2').map(({ action }) => action)).toEqual(['accept', 'to_city', 'city_back']);
      expect(issue('i-2')).toMatchObject({
        status: '20',
        city_reply: '请先由镇城管办核实',
        return_count: 1,
      });
    });

    it('is refused an answer at the city that does not fit the case there', async () => {
      await places.up();
      expect(await answered('i-2', 'accepted', { number: '9' })).toEqual(['workflow-state']);
      handUp('i-3');
      await places.up();
      expect(await answered('i-3', 'accepted')).toEqual(['required']);
      expect(await answered('i-3', 'returned', { content: ' ' })).toEqual(['required']);
      expect(await answered('i-3', 'accepted', { number: '长'.repeat(40) })).toEqual(['too-long']);
      expect(await answered('i-3', 'returned', { content: '材料不全' })).toEqual([]);
      expect(await answered('i-3', 'finished', { content: '办了' })).toEqual(['reply-given']);
      expect((await answered('i-99', 'finished', { content: '办了' })).length).toBe(1);
    });

    it('stays as it is when it was recalled; the answer is kept with the reason, and what was done is asked for', async () => {
      act('i-3', 'city_recall', { opinion: '镇里自行办理' });
      expect((await places.down())?.outcome?.replies).toEqual({ entered: 0, unfit: 1 });
      expect(steps('i-3').at(-1)?.action).toBe('city_recall');
      expect(replies('i-3')).toMatchObject([
        {
          content: '材料不全',
          outcome: 'unfit',
          reason: '现在是“已受理（立案）”，不能办理“登记市级退回”',
        },
      ]);
      const wants = places.town.dues.wants(clerk);
      expect(wants.find(({ ledger }) => ledger === 'issue_reply')?.shares).toMatchObject([{ missing: 1 }]);
      places.save('issue_reply', replies('i-3')[0]?.id ?? '', { follow_up: '已电话告知市里' });
      await places.up();
      expect(await atCity('issue_reply')).toContainEqual(
        expect.objectContaining({ outcome: '02', follow_up: '已电话告知市里' }),
      );
    });

    it('does not take an answer to an earlier hand-over for one to the present one', async () => {
      handUp('i-4');
      await places.up();
      await answered('i-4', 'finished', { content: '第一次上报已办结' });
      act('i-4', 'city_recall', { opinion: '补充材料' });
      act('i-4', 'to_city');
      expect((await places.down())?.outcome?.replies).toEqual({ entered: 0, unfit: 1 });
      expect(issue('i-4')['status']).toBe('35');
      await places.up();
      expect((await waiting()).map(({ id }) => id)).toEqual(['i-4']);
      await answered('i-4', 'finished', { content: '第二次上报已办结' });
      expect((await places.down())?.outcome?.replies).toEqual({ entered: 1, unfit: 0 });
      expect(issue('i-4')).toMatchObject({ status: '60', handling: '第二次上报已办结' });
    });

    it('may be answered on paper and entered by hand; what comes by package later does not fit', async () => {
      handUp('i-5');
      await places.up();
      await answered('i-5', 'returned', { content: '属镇级事权' });
      act('i-5', 'city_back', { values: { city_reply: '属镇级事权' } });
      expect((await places.down())?.outcome?.replies).toEqual({ entered: 0, unfit: 1 });
      expect(issue('i-5')).toMatchObject({ status: '20', return_count: 1 });
    });

    it('keeps its number when the city gives the one of another issue, and says so', async () => {
      handUp('i-6');
      await places.up();
      await answered('i-6', 'accepted', { number: 'DG20261127001' });
      expect((await places.down())?.outcome?.replies).toEqual({ entered: 0, unfit: 1 });
      expect(issue('i-6')['serial_no']).toBeNull();
      expect(replies('i-6')[0]?.reason).toBe('与已有记录重复：跨镇河涌堆放垃圾（i-1）');
    });

    it('is not answered by a file that was tampered with; the true one is taken', async () => {
      handUp('i-7');
      await places.up();
      await answered('i-7', 'returned', { content: '请补充照片' });
      const file = (await places.written()).down?.sent.file ?? '';
      const bytes = readFileSync(file);
      const middle = Math.floor(bytes.length / 2);
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      writeFileSync(`${file}.bad.zwp`, bytes);

      expect(await places.take(`${file}.bad.zwp`)).toMatchObject({ ok: false });
      expect(issue('i-7')['status']).toBe('35');
      expect(await places.take(file)).toMatchObject({ outcome: { replies: { entered: 1, unfit: 0 } } });
      expect(issue('i-7')['status']).toBe('20');
    });

    it('brings the letter of reply, kept with the step and named in what is waiting to go down', async () => {
      handUp('i-10');
      await places.up();
      const [reply, scan] = [await letter('市水务局复函'), await letter('盖章扫描件')];
      expect(await answered('i-10', 'finished', { content: '已清运', documents: ['c'.repeat(64)] })).toEqual([
        'not-attachment',
      ]);
      expect(await answered('i-10', 'finished', { content: '已清运', documents: [reply, scan] })).toEqual([]);
      const node = places.city.store?.sync ?? places.city.postgres;
      if (!node) throw new Error('no city');
      const preview = await previewPackage(node, { peer: places.town.sync.node, onlyNew: false });
      expect(preview).toMatchObject({ ok: true });
      const named = preview.ok ? preview.preview.attachments.map(({ hash }) => hash) : [];
      expect(named.toSorted()).toEqual([reply, scan].toSorted());

      expect((await places.down())?.outcome?.replies).toEqual({ entered: 1, unfit: 0 });
      expect(steps('i-10').at(-1)).toMatchObject({ action: 'city_done', documents: [reply, scan] });
      expect(replies('i-10')).toMatchObject([{ documents: [reply, scan] }]);
      expect([atTown(reply), atTown(scan)]).toEqual(['%PDF-1.7 市水务局复函', '%PDF-1.7 盖章扫描件']);
      expect(places.town.attachments.info(reply, clerk)).toMatchObject({
        name: '市水务局复函.pdf',
        mediaType: 'application/pdf',
      });
    });

    it('is answered although the letter has no room: it follows with the next package', async () => {
      handUp('i-11');
      await places.up();
      const reply = await letter('另附长函');
      await answered('i-11', 'returned', { content: '见函', documents: [reply] });
      expect((await places.down({ attachmentBudget_bytes: 3 }))?.outcome?.replies).toEqual({
        entered: 1,
        unfit: 0,
      });
      expect(steps('i-11').at(-1)).toMatchObject({ action: 'city_back', documents: [reply] });
      expect(atTown(reply)).toBeNull();
      await places.up();
      await places.down();
      expect(atTown(reply)).toBe('%PDF-1.7 另附长函');
      expect(steps('i-11').map(({ action }) => action)).toEqual(['accept', 'to_city', 'city_back']);
    });

    it('is not answered by a file whose letter was altered, wherever; the true one brings both', async () => {
      handUp('i-12');
      await places.up();
      const reply = await letter('勿改');
      await answered('i-12', 'returned', { content: '见函', documents: [reply] });
      const file = (await places.written()).down?.sent.file ?? '';
      const bytes = readFileSync(file);
      let refused = 0;
      for (let at = 40; at < bytes.length; at += Math.ceil(bytes.length / 12)) {
        const altered = Buffer.from(bytes);
        altered[at] = (altered[at] ?? 0) ^ 1;
        writeFileSync(`${file}.bad.zwp`, altered);
        expect(await places.take(`${file}.bad.zwp`)).toMatchObject({ ok: false });
        refused += 1;
      }
      expect(refused).toBeGreaterThan(8);
      expect([issue('i-12')['status'], atTown(reply)]).toEqual(['35', null]);
      expect(await places.take(file)).toMatchObject({ outcome: { replies: { entered: 1, unfit: 0 } } });
      expect([issue('i-12')['status'], atTown(reply)]).toEqual(['20', '%PDF-1.7 勿改']);
    });

    it('is not entered again behind the back of who took the step back', async () => {
      handUp('i-8');
      await places.up();
      await answered('i-8', 'returned', { content: '请补充照片' });
      await places.down();
      const [change] = places.town.history('issue', 'i-8', clerk);
      expect(places.town.undo(change?.change ?? '', randomUUID(), clerk).ok).toBe(true);
      expect(issue('i-8')['status']).toBe('35');
      await places.up();
      expect(await corrected('issue', 'i-8', { values: { remark: '催办' } })).toEqual([]);
      expect((await places.down())?.outcome?.replies).toEqual({ entered: 0, unfit: 1 });
      expect(issue('i-8')['status']).toBe('35');
      expect(replies('i-8')).toMatchObject([{ outcome: 'unfit', reason: '登记后已被撤销' }]);
    });

    it('is not moved by a correction of the city, nor are its steps and answers written by one', async () => {
      await places.up();
      expect(await corrected('issue', 'i-1', { values: { status: '70' } })).toEqual(['workflow-guarded']);
      expect(await corrected('issue', 'i-1', { removal: { reason: '重复' } })).toEqual(['workflow-removal']);
      const begun = {
        title: '市派',
        category: '01',
        issue_source: '01',
        status: '60',
        village: places.village,
      };
      const more = { reported_at: '2026-11-20T02:00:00.000Z', place_text: '某处', description: '某事' };
      expect(await corrected('issue', 'i-new', { values: { ...begun, ...more } })).toEqual([
        'workflow-begin',
      ]);
      const forged = { case_record: 'i-1', action: 'close', action_name: '结案', to_state: '70' };
      const acted = { acted_at: '2026-11-20T02:00:00.000Z', actor: '市' };
      expect(await corrected('issue_step', 's-x', { values: { ...forged, ...acted } })).toEqual([
        'workflow-step',
      ]);
      const reply = replies('i-1')[0]?.id ?? '';
      expect(await corrected('issue_reply', reply, { values: { content: '改口' } })).toEqual([
        'workflow-reply',
      ]);
      expect(await corrected('issue_reply', reply, { removal: { reason: '误发' } })).toEqual([
        'workflow-reply',
      ]);

      expect(await corrected('issue', 'i-1', { values: { remark: '市里已归档' } })).toEqual([]);
      await places.down();
      expect(issue('i-1')).toMatchObject({ status: '60', remark: '市里已归档' });
    });

    it('is not answered any more when the city takes its answer back before it leaves', async () => {
      handUp('i-9');
      await places.up();
      await answered('i-9', 'returned', { content: '写错了' });
      const [mistaken] = (await atCity('issue_reply')).length > 0 ? await lastReplies() : [];
      expect(await corrected('issue_reply', mistaken ?? '', { removal: { reason: '写错' } })).toEqual([]);
      expect((await waiting()).map(({ id }) => id)).toContain('i-9');
      await answered('i-9', 'finished', { content: '已办结' });
      expect((await places.down())?.outcome?.replies).toEqual({ entered: 1, unfit: 0 });
      expect(issue('i-9')['status']).toBe('60');
    });

    /** Ids of the answers the city wrote to `i-9`. */
    async function lastReplies(): Promise<readonly string[]> {
      const { store, postgres } = places.city;
      const ids: string[] = [];
      if (postgres !== null)
        for await (const { id, values } of postgres.dump('issue_reply'))
          if (values['case_record'] === 'i-9') ids.push(id);
      if (store !== null) ids.push(...store.sync.replies.of('issue', 'i-9', clerk).map(({ id }) => id));
      return ids;
    }
  },
);

const codesOf = (outcome: WriteOutcome | undefined): readonly string[] => {
  if (outcome === undefined) throw new Error('no city of this kind');
  if (outcome.ok) return [];
  return outcome.problem.code === 'invalid'
    ? outcome.problem.findings.map(({ code }) => code)
    : [outcome.problem.code];
};
