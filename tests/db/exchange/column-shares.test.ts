import { describe, expect, test } from 'vitest';
import { columnShares } from '../../../db/exchange/document/column-shares.ts';

const column = (label: string, ...texts: string[]) => ({ label, texts });
const sum = (shares: readonly number[]) => shares.reduce((total, share) => total + share, 0);

describe('columns of a printed table', () => {
  test('share the whole width by what they hold, labels counted', () => {
    const shares = columnShares([column('性别', '男', '女'), column('地址', '新联社区二巷12号')], {
      room: 100,
    });

    expect(sum(shares)).toBeCloseTo(100);
    expect(shares[1]).toBeGreaterThan(2 * (shares[0] ?? 0));
  });

  test('are cut alike from the widest when they do not fit, and narrow ones keep their line', () => {
    const long = '广'.repeat(40);
    const [narrow = 0, first = 0, second = 0] = columnShares(
      [column('性别', '男'), column('甲', long), column('乙', `${long}${long}`)],
      { room: 60, whole: 95 },
    );

    expect(narrow).toBeCloseTo((95 * 3.2) / 60);
    expect(first).toBeCloseTo(second);
    expect(narrow + first + second).toBeCloseTo(95);
  });

  test('are not given the line of the one name of sixty characters among a hundred', () => {
    const names = [...Array.from({ length: 99 }, () => '蔡春霞'), '阿'.repeat(60)];
    const [name = 0, place = 0] = columnShares([column('姓名', ...names), column('住址', '新'.repeat(20))], {
      room: 57,
    });

    expect(name).toBeLessThan(place);
  });

  test('keep a number of eighteen digits on one line, however long the address beside it', () => {
    const room = 30;
    const [number = 0] = columnShares(
      [
        column('证件号码', '999018199001010012'),
        column('住址', '新'.repeat(80)),
        column('村', '广'.repeat(9)),
      ],
      { room },
    );

    expect((number / 100) * room).toBeGreaterThan(18 * 0.555);
  });
});
