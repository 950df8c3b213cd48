import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { fileShelf } from '../../../db/exchange/document/statutory/file-shelf.ts';
import { dossierDocument } from '../../../db/exchange/document/dossier/dossier-document.ts';
import { printKinds } from '../../../db/exchange/document/dossier/document-kinds.ts';
import type { Values } from '../../../db/model/field-kind.ts';
import { scratchFolder } from './crafted-xlsx.ts';
import { clerk, now, townStore } from './town-store.ts';

const png = Buffer.from('89504e470d0a1a0a', 'hex');

function setUp(values: Values = {}) {
  const store = townStore(scratchFolder(onTestFinished), onTestFinished);
  const village =
    store.page({ ledger: 'division', where: { level: '5' }, limit: 1 }, clerk).rows[0]?.id ?? '';
  const put = (ledger: string, row: Values): string => {
    const id = randomUUID();
    const written = store.write({
      writeId: randomUUID(),
      caller: clerk,
      writes: [{ ledger, id, op: 'create', values: row }],
    });
    if (!written.ok) throw new Error(`${ledger}: ${JSON.stringify(written.problem)}`);
    return id;
  };
  const org = put('mediation_org', { name: '虎门镇人民调解委员会', sign: '虎', kind: '02', village });
  const id = put('mediation_case', {
    org,
    case_name: '张三与李四邻里纠纷',
    registered_on: '2026-11-02',
    source: '10',
    kind: '02',
    village,
    summary: '楼上漏水。',
    ...values,
  });
  const add = (ledger: string, row: Values): string => put(ledger, { med_case: id, ...row });
  const input = { store, ledger: 'mediation_case', id, caller: clerk, now };
  return { store, id, add, input };
}

const states = (input: ReturnType<typeof setUp>['input']) =>
  Object.fromEntries((dossierDocument(input)?.items ?? []).map(({ label, state }) => [label, state]));

test('a dossier has 13 places in the order of the regulation, and names what a case must have and has not', () => {
  const { input } = setUp();
  const found = dossierDocument(input)?.items ?? [];
  expect(found.map(({ label }) => label)).toEqual([
    '人民调解申请书',
    '人民调解权利义务告知书',
    '身份证明',
    '授权委托书',
    '人民调解调查记录',
    '证据材料',
    '人民调解记录',
    '人民调解协议书',
    '履行凭证',
    '人民调解回访记录',
    '司法确认材料',
    '人民调解结案报告表',
    '卷宗情况说明',
  ]);
  const missing = found.filter(({ state }) => state === 'missing').map(({ label }) => label);
  expect(missing).toEqual([
    '人民调解申请书',
    '人民调解权利义务告知书',
    '身份证明',
    '人民调解记录',
    '人民调解结案报告表',
  ]);
  expect(printKinds(input).at(-1)).toMatchObject({ id: 'dossier', kind: 'dossier', isReady: false, missing });
  const html = dossierDocument(input)?.html ?? '';
  expect(html).toContain('草稿：材料未齐，缺人民调解申请书、');
});

test('a case with an agreement must have it and a return visit; one that failed need not', () => {
  const agreed = setUp({
    accepted_on: '2026-11-03',
    result: '1',
    result_on: '2026-11-10',
    agreement_form: '2',
  });
  expect(states(agreed.input)).toMatchObject({ 人民调解协议书: 'missing', 人民调解回访记录: 'missing' });
  const failed = setUp({ accepted_on: '2026-11-03', result: '2', result_on: '2026-11-10' });
  expect(states(failed.input)).toMatchObject({ 人民调解协议书: 'absent', 人民调解回访记录: 'absent' });
  const oral = setUp({
    accepted_on: '2026-11-03',
    result: '1',
    result_on: '2026-11-10',
    agreement_form: '1',
  });
  expect(states(oral.input)).toMatchObject({ 人民调解口头协议登记表: 'missing' });
});

test('an agent makes the authority required; parts and files fill their places', () => {
  const { store, add, input } = setUp({ rights_told_on: '2026-11-03', closed_on: '2026-11-20' });
  const hash = store.attachments.put(png, '身份证.png', 'image/png').hash;
  const paper = store.attachments.put(Buffer.from('%PDF-1.4'), '合同.pdf', 'application/pdf').hash;
  add('mediation_party', { role: '1', kind: '1', name: '张三', agent: '王五' });
  add('mediation_party', { role: '2', kind: '1', name: '李四' });
  add('mediation_session', { held_at: '2026-11-05T02:00:00.000Z', content: '双方陈述。', result: '3' });
  const base = store.get('mediation_case', input.id, clerk)?.version ?? 0;
  const files = { id_files: [hash], evidence_files: [paper] };
  store.write({
    writeId: randomUUID(),
    caller: clerk,
    writes: [{ ledger: 'mediation_case', id: input.id, op: 'update', base, values: files }],
  });
  expect(states(input)).toMatchObject({
    人民调解申请书: 'ready',
    身份证明: 'ready',
    授权委托书: 'missing',
    证据材料: 'ready',
    人民调解记录: 'ready',
  });
  const html = dossierDocument(input)?.html ?? '';
  expect(html).toContain(`<img class="scan" src="data:image/png;base64,${png.toString('base64')}"`);
  expect(html).toContain('合同.pdf');
  expect(html).not.toContain('application/pdf');
});

test('a case takes its number, parties, sessions and dues from its body and its parts', () => {
  const { store, id, add } = setUp({ accepted_on: '2026-11-03', perform_by: '2026-12-01' });
  add('mediation_party', { role: '2', kind: '2', name: '宏达厂' });
  add('mediation_party', { role: '1', kind: '1', name: '张三' });
  for (const day of ['05', '12'])
    add('mediation_session', { held_at: `2026-11-${day}T02:00:00.000Z`, content: '双方陈述。', result: '3' });
  expect(store.get('mediation_case', id, clerk)?.values).toMatchObject({
    case_no: '（2026）虎人调字第1号',
    parties: '张三、宏达厂',
    party_count: 2,
    subjects: '2',
    session_count: 2,
    last_session_on: '2026-11-12',
    perform_due: '2026-12-01',
  });
  add('mediation_performance', { noted_on: '2026-11-20', state: '1' });
  expect(store.get('mediation_case', id, clerk)?.values).toMatchObject({
    performance: '1',
    perform_due: null,
  });
});

test('a record that is not there has no dossier, nor has a ledger without one', () => {
  const { input } = setUp();
  expect(dossierDocument({ ...input, id: randomUUID() })).toBeNull();
  expect(dossierDocument({ ...input, ledger: 'person' })).toBeNull();
});

test('what a masked caller prints in full is told value by value, also of the parts', () => {
  const { add, input } = setUp();
  const party = add('mediation_party', { role: '1', kind: '1', name: '张三', phone: '13800131234' });
  const seen: unknown[] = [];
  const told = { onRevealed: (value: unknown) => seen.push(value) };
  const masked = dossierDocument({ ...input, ...told, caller: { ...clerk, seesMasked: false } });
  expect(masked?.html).not.toContain('13800131234');
  expect(seen).toEqual([]);
  expect(dossierDocument({ ...input, ...told })?.html).toContain('13800131234');
  expect(seen).toContainEqual({ ledger: 'mediation_party', id: party, field: 'phone' });
});

test('pictures that would make a document too large to be laid out stay beside the paper', () => {
  const read: string[] = [];
  const shelf = fileShelf(
    {
      attachments: {
        put: () => ({ hash: '', name: '', mediaType: '', bytes: 0 }),
        info: (hash) => ({ hash, name: `${hash}.jpg`, mediaType: 'image/jpeg', bytes: 20_000_000 }),
        read: (hash) => {
          read.push(hash);
          return png;
        },
      },
    },
    clerk,
  );
  expect(shelf.file('a')?.picture).not.toBeNull();
  expect(shelf.file('b')).toEqual({ name: 'b.jpg', picture: null });
  expect(shelf.file('a')?.picture).not.toBeNull();
  expect(read).toEqual(['a']);
});
