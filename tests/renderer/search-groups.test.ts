import { describe, expect, test } from 'vitest';
import { ledgers } from '../../db/model/registry.ts';
import { canFilterList, groupHits, optionsOf, whereOfMore } from '../../renderer/app/search/search-groups.ts';
import { searchKey } from '../../renderer/app/search/search-key.ts';

const hit = (ledger: string, id: string, matched = 'name') => ({
  ledger,
  id,
  title: id,
  subtitle: '',
  matched,
});

describe('results of the search box', () => {
  test('stand by ledger in the order of the navigation, whatever order they came in', () => {
    const found = { hits: [hit('unit', 'u'), hit('person', 'a'), hit('unit', 'v')], more: [], ms: 1 };
    const groups = groupHits({ text: '陈英', result: found }, ledgers);
    expect(groups.map((group) => [group.ledger.id, group.hits.length])).toEqual([
      ['person', 1],
      ['unit', 2],
    ]);
  });

  test('who is named so comes before who is named longer, and last who only mentions the name', () => {
    const named = (id: string, title: string, matched = 'name') => ({ ...hit('person', id, matched), title });
    const hits = [
      named('child', '李明', 'member_name'),
      named('longer', '陈英华'),
      named('first', '陈英'),
      named('second', '陈英'),
    ];
    const [group] = groupHits({ text: '陈英', result: { hits, more: [], ms: 1 } }, ledgers);
    expect(group?.hits.map(({ id }) => id)).toEqual(['first', 'second', 'longer', 'child']);
  });

  test('the arrows walk over hits, with "more" at the end of its group', () => {
    const found = { hits: [hit('person', 'a'), hit('unit', 'u')], more: ['person'], ms: 1 };
    expect(
      optionsOf(groupHits({ text: '陈英', result: found }, ledgers)).map((option) => option.key),
    ).toEqual(['person-a', 'person-more', 'unit-u']);
  });

  test('hits of a ledger this version does not know are left out', () => {
    const result = { hits: [hit('from_the_future', 'x')], more: [], ms: 1 };
    expect(groupHits({ text: 'x', result }, ledgers)).toEqual([]);
  });

  test('"more" filters the list by the field most hits matched in', () => {
    const found = {
      hits: [hit('person', 'a', 'phone'), hit('person', 'b'), hit('person', 'c', 'phone')],
      more: [],
      ms: 1,
    };
    const [group] = groupHits({ text: '陈英', result: found }, ledgers);
    expect(group && whereOfMore(group, ' 138 ')).toEqual({ phone: { contains: '138' } });
  });

  test('only text that stands in the field as typed can filter a list', () => {
    expect(canFilterList('新村路')).toBe(true);
    expect(canFilterList('1238')).toBe(true);
    expect(canFilterList('zw')).toBe(false);
    expect(canFilterList('张 1238')).toBe(false);
  });
});

describe('keys of the search box', () => {
  const at = (place: number, count = 3, isOpen = true) => ({ at: place, count, isOpen });

  test('the arrows go round', () => {
    expect(searchKey('ArrowDown', at(2))).toBe(0);
    expect(searchKey('ArrowUp', at(0))).toBe(2);
  });

  test('Enter chooses in an open list, also before its answer is there', () => {
    expect(searchKey('Enter', at(0))).toBe('choose');
    expect(searchKey('Enter', at(0, 0))).toBe('choose');
    expect(searchKey('Enter', at(0, 3, false))).toBeNull();
  });

  test('Esc always leaves', () => {
    expect(searchKey('Escape', at(0, 0, false))).toBe('close');
  });
});
