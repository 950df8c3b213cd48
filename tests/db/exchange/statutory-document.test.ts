import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { documentData } from '../../../db/exchange/document/statutory/document-data.ts';
import {
  documentKinds,
  statutoryDocument,
} from '../../../db/exchange/document/statutory/statutory-document.ts';
import { scratchFolder } from './crafted-xlsx.ts';
import { clerk, ledgerNamed, now, stranger, townStore } from './town-store.ts';

const issue = ledgerNamed('issue');
const phone = '13800131234';

function setUp() {
  const store = townStore(scratchFolder(onTestFinished), onTestFinished);
  const village =
    store.page({ ledger: 'division', where: { level: '5' }, limit: 1 }, clerk).rows[0]?.id ?? '';
  const id = randomUUID();
  const values = {
    title: '消防通道堆放<杂物>',
    description: '第一段\n第二段',
    village,
    reported_at: '2026-11-22T16:30:00.000Z',
    reporter_contact: phone,
    category: '01',
    place_text: '太沙路1号',
    issue_source: '01',
  };
  const outcome = store.write({
    writeId: randomUUID(),
    caller: clerk,
    writes: [{ ledger: 'issue', id, op: 'create', values }],
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return { store, id, base: { store, ledger: 'issue', id, now } };
}

test('the choice of a record names its documents in the language of the caller', () => {
  const { base } = setUp();
  const labelIn = (language: 'zh' | 'en') =>
    documentKinds({ ...base, caller: { ...clerk, language } }).find(({ id }) => id === 'dispatch-slip')
      ?.label;
  expect(labelIn('zh')).toBe('问题隐患任务分派单');
  expect(labelIn('en')).toBe('Task slip of an issue');
  expect(documentKinds({ ...base, id: randomUUID(), caller: clerk })).toEqual([]);
});

test('a document is made of the record, in Chinese whatever the caller speaks, and marked as practice', () => {
  const { base } = setUp();
  const document = statutoryDocument({ ...base, caller: { ...clerk, language: 'en' } }, 'dispatch-slip');
  expect(document?.title).toBe('问题隐患任务分派单　消防通道堆放<杂物>');
  expect(document?.html).toContain('虎门镇网格问题隐患任务分派单');
  expect(document?.html).toContain('消防通道堆放&lt;杂物&gt;');
  expect(document?.html).toContain(phone);
  expect(document?.html).toContain('练习数据');
});

test('a document is masked as the screen is, and there is none of a record or kind that is not there', () => {
  const { base } = setUp();
  const masked = statutoryDocument({ ...base, caller: stranger }, 'dispatch-slip')?.html ?? '';
  expect(masked).toContain('138****1234');
  expect(masked).not.toContain(phone);
  expect(statutoryDocument({ ...base, id: randomUUID(), caller: clerk }, 'dispatch-slip')).toBeNull();
  expect(statutoryDocument({ ...base, caller: clerk }, 'no-such')).toBeNull();
});

test('days are of China, choices come with the one chosen, links with their record, and wrong names throw', () => {
  const { store, id } = setUp();
  const data = documentData({ store, caller: clerk, now: now() }, issue, id);
  const record = data?.record;
  expect(record?.day('reported_at')).toBe('2026年11月23日');
  expect(record?.moment('reported_at')).toBe('2026年11月23日 0时30分');
  expect(record?.day('handled_at')).toBe('');
  const chosen = record?.choices('issue_source').filter(({ isChosen }) => isChosen);
  expect(chosen).toHaveLength(1);
  expect(record?.linked('village')?.text('name')).not.toBe('');
  expect(record?.linked('object_unit')).toBeNull();
  expect(() => record?.text('nothing')).toThrow('issue has no field nothing');
  expect(() => data?.parts('person')).toThrow('person is no part of issue');
});
