import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { duties, row, ruled, smallProblem } from '../../fixtures/small-rosters.ts';
import { rosterInput } from '../../../db/roster/roster.ts';
import { workFolder, zw } from './zw.ts';

const { folder, remove } = workFolder();
afterAll(remove);

function file(name: string, content: unknown): string {
  const place = path.join(folder, name);
  writeFileSync(place, typeof content === 'string' ? content : JSON.stringify(content));
  return place;
}

const problem = smallProblem({
  rules: [
    ruled({ kind: 'spacing', days: 2 }),
    ruled({ id: 'f', kind: 'fair', counter: 'total', strength: { weight: 10 } }),
  ],
});
const problemFile = file('problem.json', problem);
const good = file('good.json', { assignments: row('day', 'ABCDABC'), status: 'optimal' });
const bad = file('bad.json', { assignments: duties('day', { '2026-12-01': 'A', '2026-12-02': 'A' }) });

test('roster check finds nothing in a roster that holds, and counts it', async () => {
  const { code, json } = await zw(['roster', 'check', problemFile, good]);

  expect(code).toBe(0);
  expect(json).toMatchObject({
    ok: true,
    violations: [],
    holes: [],
    counts: [{ person: 'A', total: 2 }, { total: 2 }, { total: 2 }, { person: 'D', total: 1 }],
    costs: [{ rule: 'f', text: { zh: '值班次数人人均衡（尽量遵守，权重10）' } }],
  });
});

test('roster check names what is broken and left open, and still ends with 0', async () => {
  const { code, json } = await zw(['roster', 'check', problemFile, bad]);

  expect(code).toBe(0);
  expect(json).toMatchObject({
    ok: false,
    violations: [
      {
        fact: { kind: 'rule', id: 'r', person: 'A', date: '2026-12-02' },
        by: 2,
        text: { zh: '12月2日（周三）值班干部A：两次值班之间至少间隔2天，少间隔2天' },
      },
    ],
  });
  expect(json).toHaveProperty('holes.length', 5);
});

test('roster explain says why the one has the duty and the other has not', async () => {
  const seat = ['--date', '2026-12-02', '--post', 'day'];
  const why = await zw(['roster', 'explain', problemFile, good, ...seat]);
  const not = await zw(['roster', 'explain', problemFile, good, ...seat, '--person', 'A']);
  const whole = await zw(['roster', 'explain', problemFile, good]);

  expect([why.code, not.code, whole.code]).toEqual([0, 0, 0]);
  expect(why.json).toMatchObject({ seats: [{ person: 'B', others: [{}, {}, {}] }] });
  expect(not.json).toMatchObject({
    refusal: { person: 'A', instead: 'B', texts: [{ zh: '两次值班之间至少间隔2天，少间隔2天' }] },
  });
  expect(whole.json).toMatchObject({ costs: [{ rule: 'f' }], charges: [{}, {}, {}, {}] });
});

test('files that are no problem are refused with the place of the fault, wrong calls end with 2', async () => {
  const twice = file('twice.json', {
    ...problem,
    leaves: [{ id: 'l', person: 'X', from: '2026-12-02', to: '2026-12-01' }],
  });
  const shapeless = file('shapeless.json', { format: 'zhiwang-roster-problem/1' });
  const files = [twice, shapeless, file('text.json', 'no'), path.join(folder, 'none.json')];
  const calls = await Promise.all(files.map((name) => zw(['roster', 'check', name, good])));

  expect(calls.map(({ code }) => code)).toEqual([1, 1, 1, 1]);
  expect(calls[0]?.json).toMatchObject({
    error: {
      code: 'invalid',
      details: {
        faults: [
          { path: 'leaves[0].to', kind: 'backwards' },
          { path: 'leaves[0].person', kind: 'unknown', value: 'X' },
        ],
      },
    },
  });
  expect(calls.slice(1).map(({ json }) => json)).toMatchObject([
    { error: { code: 'invalid' } },
    { error: { code: 'bad-file' } },
    { error: { code: 'bad-file' } },
  ]);
  const wrong = [
    ['explain', problemFile, good, '--date', '2026-12-02', '--post', 'gate'],
    ['explain', problemFile, good, '--date', '2026-12-02'],
    ['check', problemFile],
  ];
  const codes = await Promise.all(wrong.map(async (args) => (await zw(['roster', ...args])).code));
  expect(codes).toEqual([2, 2, 2]);
});

test('roster solve plans the example of the documentation', async () => {
  const page = readFileSync(path.resolve(import.meta.dirname, '../../../docs/roster.md'), 'utf8');
  const example = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '';

  const { code, json } = await zw(['roster', 'solve', file('example.json', example)]);

  expect(code).toBe(0);
  expect(json).toMatchObject({
    status: 'optimal',
    gap: 0,
    holes: [],
    changed: [],
    core: [],
    stamp: { solver: 'highs 1.15.3' },
  });
  const { assignments } = rosterInput.parse(json);
  expect(assignments.filter(({ person }) => person === 'D')).toHaveLength(1);
  expect(assignments).toContainEqual({ date: '2026-12-13', post: 'officer', person: 'C' });
});

test('roster solve marks what cannot be filled, and that is an answer', async () => {
  const nobody = smallProblem({
    leaves: ['A', 'B', 'C', 'D'].map((person) => ({
      id: `leave-${person}`,
      person,
      from: '2026-12-01',
      to: '2026-12-01',
      kind: '',
    })),
  });

  const { code, json } = await zw(['roster', 'solve', file('nobody.json', nobody), '--budget', '5000']);

  expect(code).toBe(0);
  expect(json).toMatchObject({
    status: 'infeasible',
    holes: [{ date: '2026-12-01', post: 'day', missing: 1 }],
    stamp: { budget: 5000 },
  });
});

test('roster solve refuses a problem that names nobody it has, and a limit that is none', async () => {
  const unknown = { ...problem, pairs: [{ id: 'pair', a: 'A', b: 'Z', kind: 'apart' }] };

  const refused = await zw(['roster', 'solve', file('unknown.json', unknown)]);
  const wrong = await zw(['roster', 'solve', problemFile, '--limit', 'soon']);

  expect(refused.code).toBe(1);
  expect(refused.json).toMatchObject({
    error: { code: 'invalid', details: { faults: [{ path: 'pairs[0].b', kind: 'unknown', value: 'Z' }] } },
  });
  expect(wrong.code).toBe(2);
});
