import { expect, test } from 'vitest';
import { words, type Localized } from '../../db/model/localized.ts';
import { workName } from '../../renderer/screens/home/due-words.ts';

const work = (ledger: Localized, label: Localized) =>
  ({ area: 'safety', ledger, label, field: 'x' }) as const;
const [zh, en] = [(text: Localized) => text.zh, (text: Localized) => text.en];

test('a bare verb is said with its ledger, work that speaks of it stands alone', () => {
  expect(workName(work(words('出租屋', 'Rented houses'), words('检查', 'Inspection')), zh)).toBe(
    '出租屋 · 检查',
  );
  expect(workName(work(words('楼栋长', 'Heads'), words('任期届满', 'Term ends')), zh)).toBe(
    '楼栋长 · 任期届满',
  );
  expect(workName(work(words('平安细胞', 'Cells'), words('平安细胞复审', 'Review')), zh)).toBe(
    '平安细胞复审',
  );
  expect(workName(work(words('走访记录', 'Visits'), words('走访', 'Visit')), zh)).toBe('走访记录 · 走访');
});

test('English work is said with its ledger, as its words are short', () => {
  expect(workName(work(words('平安细胞', 'Cells'), words('平安细胞复审', 'Review')), en)).toBe(
    'Cells · Review',
  );
});
