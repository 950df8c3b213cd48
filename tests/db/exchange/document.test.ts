import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { checkDigit } from '../../../db/model/fields/gb11643.ts';
import { ledgers } from '../../../db/model/registry.ts';
import { listDocument } from '../../../db/exchange/document/list-document.ts';
import { recordDocument } from '../../../db/exchange/document/record-document.ts';
import type { Caller } from '../../../db/store/index.ts';
import { scratchFolder } from './crafted-xlsx.ts';
import { clerk, ledgerNamed, now, stranger, townStore } from './town-store.ts';

const person = ledgerNamed('person');
const hostile = '<img src=http://x onerror=alert(1)>&"\'曾';
const idNumber = `99912319900101001${checkDigit('99912319900101001')}`;

function setUp() {
  const store = townStore(scratchFolder(onTestFinished), onTestFinished);
  const village =
    store.page({ ledger: 'division', where: { level: '5' }, limit: 1 }, clerk).rows[0]?.id ?? '';
  const id = randomUUID();
  const values = {
    name: hostile,
    doc_type: '111',
    doc_no: idNumber,
    person_kinds: ['02'],
    village,
    inflow_reason: '01',
    remark: '长'.repeat(300),
  };
  const outcome = store.write({
    writeId: randomUUID(),
    caller: clerk,
    writes: [{ ledger: 'person', id, op: 'create', values }],
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  const record = (caller: Caller, of: string = id, ledger = person) =>
    recordDocument({ store, ledger, id: of, caller, ledgers, now });
  return { store, id, village, record };
}

test("a record prints its sections with every value literal, in the caller's language", () => {
  const { record, store } = setUp();
  const document = record(clerk);
  expect(document?.title).toBe('实有人口登记表');
  const html = document?.html ?? '';
  expect(html).toContain('&lt;img src=http://x onerror=alert(1)&gt;&amp;&quot;&#39;曾');
  expect(html).not.toContain('<img');
  expect(html).not.toMatch(/<script|<link|url\(|http-equiv/i);
  expect(html).toContain(idNumber);
  expect(html).toContain('<h2>流动</h2>');
  expect(html).not.toContain('<h2>境外</h2>');
  expect(document?.footer).toContain(store.info.town.name);
  expect(document?.footer).toContain('2026-11-23 16:00');
  expect(record({ ...clerk, language: 'en' })?.html).toContain('<html lang="en">');
});

test('a record is masked on paper as on the screen', () => {
  const { record } = setUp();
  const html = record(stranger)?.html ?? '';
  expect(html).toContain('999123********');
  expect(html).not.toContain(idNumber);
});

test('a record prints only what is filled in, and says first whom it is about', () => {
  const { record } = setUp();
  const html = record(clerk)?.html ?? '';
  expect(html).toContain('>姓名</th>');
  expect(html).toContain('>备注</th>');
  for (const empty of ['曾用名', '籍贯', '照片', '登记日期']) expect(html).not.toContain(`>${empty}</th>`);
  expect(html).not.toContain('<td></td>');
  expect(html).toMatch(/<div class="subject">[^<]*曾　999123/);
});

test('a record shows what points to it, and a record that is not there prints nothing', () => {
  const { record, village } = setUp();
  const html = record(clerk, village, ledgerNamed('division'))?.html ?? '';
  expect(html).toContain('实有人口（所属村（社区））');
  expect(record(clerk, randomUUID())).toBeNull();
});

test('a list prints addresses from behind the town, which stands above it, and says so', () => {
  const { store } = setUp();
  const paths = ['广东省东莞市虎门镇新联社区二巷1号', '广东省湛江市双河镇东风村2号'];
  const writes = paths.map((full_path) => ({
    ledger: 'address',
    id: randomUUID(),
    op: 'create' as const,
    values: { full_path },
  }));
  expect(store.write({ writeId: randomUUID(), caller: clerk, writes }).ok).toBe(true);
  const { html } = listDocument({ store, ledger: ledgerNamed('address'), caller: clerk, now, where: {} });
  expect(html).toContain('<td>新联社区二巷1号</td>');
  expect(html).toContain('<td>广东省湛江市双河镇东风村2号</td>');
  expect(html).toContain('本镇街地址省略省、市、镇街名');
  expect(listDocument({ store, ledger: person, caller: clerk, now, where: {} }).html).not.toContain('省略');
});

test('a list prints its columns with a repeated head, the filter, the count, and turns when it is wide', () => {
  const { store } = setUp();
  const input = { store, ledger: person, caller: clerk, now };
  const narrow = listDocument({ ...input, where: { person_kinds: '02' }, fields: ['name', 'doc_no'] });
  expect(narrow.landscape).toBe(false);
  expect(narrow.html).toContain('A4 portrait');
  expect(narrow.html).toContain('人口类别为“流动人口”');
  expect(narrow.html).toContain('共 1 人');
  expect(narrow.html.match(/<thead>/g)).toHaveLength(1);
  expect(narrow.html).toContain('&lt;img');
  expect(narrow.html).not.toContain('<img');
  expect(listDocument({ ...input, where: {} }).html).toContain('A4 landscape');
  expect(listDocument({ ...input, where: { name: '无此人' } }).html).toContain('没有符合条件的记录');
});
