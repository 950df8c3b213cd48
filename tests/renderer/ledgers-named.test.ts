import { describe, expect, test } from 'vitest';
import { ledgers } from '../../db/model/registry.ts';
import { ledgersNamed } from '../../renderer/app/search/ledgers-named.ts';
import { openLedgers } from '../../renderer/data/open-ledgers.ts';
import { isLedgerMatch, ledgerOptions } from '../../renderer/screens/import/ledger-options.ts';

const ids = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id);

describe('ledgers found by their name in the search box', () => {
  test('a part of the name offers the list, and behind it the lists of its parts', () => {
    expect(ids(ledgersNamed('执勤点', ledgers).byName)).toEqual(['watch_post', 'watch_member', 'watch_kit']);
  });

  test('the very name comes before names that only hold it', () => {
    expect(ids(ledgersNamed('网格', ledgers).byName)[0]).toBe('grid');
    expect(ids(ledgersNamed('  实有人口 ', ledgers).byName)).toEqual(['person']);
  });

  test('one character finds a ledger only when that is its whole name', () => {
    expect(ids(ledgersNamed('户', ledgers).byName)).toEqual(['household']);
    expect(ledgersNamed('人', ledgers).byName).toEqual([]);
  });

  test('pinyin initials are taken from three letters on, and kept apart, since people have them too', () => {
    expect(ids(ledgersNamed('jmlf', ledgers).byInitials)).toEqual(['watch_post']);
    expect(ledgersNamed('jm', ledgers)).toEqual({ byName: [], byInitials: [] });
  });

  test('what somebody is called finds no list', () => {
    for (const text of ['张伟', '1238', '', '新村路 12号'])
      expect(ledgersNamed(text, ledgers), text).toEqual({ byName: [], byInitials: [] });
  });
});

describe('ledgers to import into', () => {
  const options = ledgerOptions(openLedgers(true).wholeAreas, (words) => words.zh).flatMap(
    (area) => area.options,
  );
  const found = (typed: string) =>
    options.filter((option) => isLedgerMatch(typed, option)).map((o) => o.value);

  test('are all there, parts of other records too, since sheets come for those as well', () => {
    expect(options.map((option) => option.value).toSorted()).toEqual(ids(ledgers).toSorted());
    expect(options.find((option) => option.value === 'watch_kit')?.whole).toBe('警民联防执勤点');
  });

  test('are found by name, initials, area, or the record they are part of', () => {
    expect(found('装备')).toEqual(['watch_kit']);
    expect(found('jyyw')).toContain('courage_deed');
    expect(found('社会治安')).toContain('line_guard');
    expect(found('警民联防')).toEqual(['watch_post', 'watch_member', 'watch_kit']);
  });
});
