import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { codeTableById } from '../../../db/model/codes/code-tables.ts';
import { indicatorsOf, type Indicator } from '../../../db/model/figures/indicators.ts';
import { measuresOf } from '../../../db/model/figures/number-where.ts';
import { periodAfter, periodOf, yearBefore } from '../../../db/model/figures/period.ts';
import { ledgerOf, registry } from '../../../db/model/registry.ts';
import { clerk, newStore } from './fixture.ts';

const ledger = ledgerOf('outside_indicator');
const named = (): readonly Indicator[] => indicatorsOf(ledger).filter(({ id }) => id.startsWith('kind_'));

test('a figure of the police stands beside that of the month and of the year before', () => {
  const { store } = newStore({ registry });
  const town = { code: '441900121000', name: '虎门镇', level: '4' };
  const figure = (month: string, kind: string, value: number) => ({
    ledger: 'outside_indicator',
    id: randomUUID(),
    op: 'create' as const,
    values: { month, village: 'v0', kind, value },
  });
  const saved = store.write({
    writeId: randomUUID(),
    caller: clerk,
    writes: [
      { ledger: 'division', id: 'v0', op: 'create', values: town },
      figure('2026-10', '0201', 180_00),
      figure('2026-09', '0201', 200_00),
      figure('2025-10', '0201', 198_00),
      figure('2026-10', '0601', 95_98),
    ],
  });
  expect(saved.ok).toBe(true);
  const month = periodOf('2026-10');
  if (month === null) throw new Error('no month');
  const spans = [month, periodAfter(month, -1), yearBefore(month)];
  const measures = measuresOf(ledger, '2026-10-31').filter(({ id }) => id === 'kind_0201');
  const { total } = store.figures({ ledger: ledger.id, where: {}, by: null, spans, measures });
  expect(total).toEqual([[180_00], [200_00], [198_00]]);
});

test('only what adds up over months is added up, and each says its unit', () => {
  const labels = named().map(({ label }) => label.zh);
  expect(labels).toEqual(expect.arrayContaining(['刑事立案', '命案', '火灾宗数', '集体总收入']));
  for (const standing of ['集体净资产', '在校生人数', '市场主体总数', '执结率', '网上立案率'])
    expect(labels).not.toContain(standing);
  for (const { definition } of named()) expect(definition?.zh).toMatch(/（(宗|人|件|万元)）/);
  expect(labels.length).toBeLessThan(codeTableById.get('outside_indicator_kind')?.items.length ?? 0);
});
