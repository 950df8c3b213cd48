import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { scratchFolder } from '../exchange/crafted-xlsx.ts';
import { clerk, townStore } from '../exchange/town-store.ts';

test('a call and a lead from a watch post take over where it is, and leads are numbered by year', () => {
  const store = townStore(scratchFolder(onTestFinished), onTestFinished);
  const village = store.names('zh').linkOf('division', '大宁社区居民委员会');
  if (typeof village !== 'object') throw new Error('no village');
  const save = (ledger: string, id: string, values: Record<string, string>) =>
    expect(
      store.write({ writeId: randomUUID(), caller: clerk, writes: [{ ledger, id, op: 'create', values }] }),
    ).toMatchObject({ ok: true });
  save('watch_post', 'p1', {
    code: 'ZQ1',
    name: '大宁市场执勤点',
    kind: '05',
    village: village.id,
    place_text: '连升路1号',
  });
  save('call_out', 'c1', { called_at: '2026-11-20T02:00:00.000Z', reason: '01', post: 'p1' });
  expect(store.get('call_out', 'c1', clerk)?.values).toMatchObject({
    village: village.id,
    place_text: '连升路1号',
  });

  const lead = { found_on: '2026-11-20', kind: '02', clue_source: '01', content: '夜间聚赌', post: 'p1' };
  save('clue', 'l1', lead);
  save('clue', 'l2', { ...lead, found_on: '2027-01-03' });
  save('clue', 'l3', lead);
  const numbers = ['l1', 'l2', 'l3'].map((id) => store.get('clue', id, clerk)?.values);
  expect(numbers).toMatchObject([
    { clue_no: '线索〔2026〕0001号', village: village.id, handover_state: '01' },
    { clue_no: '线索〔2027〕0001号' },
    { clue_no: '线索〔2026〕0002号' },
  ]);
});
