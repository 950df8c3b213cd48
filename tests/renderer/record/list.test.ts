import { describe, expect, test } from 'vitest';
import { ledgerOf, ledgers } from '../../../db/model/registry.ts';
import { columnWidth } from '../../../renderer/record/list/column-width.ts';
import { tabSeparated } from '../../../renderer/record/list/copy-text.ts';
import { describeFilter } from '../../../renderer/record/list/describe-filter.ts';
import { describeLinked } from '../../../renderer/record/list/describe-linked.ts';
import { gridColumns } from '../../../renderer/record/list/grid-columns.ts';
import { firstView, readView, viewKey } from '../../../renderer/record/list/saved-view.ts';
import { shownText } from '../../../renderer/record/shown-text.ts';
import { namesOf } from '../../../renderer/widgets/codes.ts';
import type { AnyField } from '../../../db/model/define-ledger.ts';

const person = ledgerOf('person');

function fieldOf(name: string): AnyField {
  const field = person.fields[name];
  if (field === undefined) throw new Error(`no field ${name}`);
  return field;
}

describe('copied rows', () => {
  test('are tab-separated lines in which breaks and tabs have become blanks', () => {
    expect(
      tabSeparated([
        ['姓名', '地址'],
        ['张伟', '一街\t2号\n三楼'],
      ]),
    ).toBe('姓名\t地址\r\n张伟\t一街 2号 三楼');
  });
});

describe('quantities in lists and pages', () => {
  test('have their thousands separated; years, numbers of things and masked texts are left alone', () => {
    const shown = (ledger: string, name: string, text: string): string => {
      const field = ledgerOf(ledger).fields[name];
      if (field === undefined) throw new Error(`no field ${name}`);
      return shownText(field, text);
    };
    expect(shown('legal_adviser', 'fee', '10000.00')).toBe('10,000.00');
    expect(shown('unit', 'area', '4001.25')).toBe('4,001.25');
    expect(shown('outside_indicator', 'value', '61558.00')).toBe('61,558');
    expect(shown('outside_indicator', 'value', '95.98')).toBe('95.98');
    expect(shown('responsibility_measure', 'year', '2026')).toBe('2026');
    expect(shown('building', 'built_year', '1987')).toBe('1987');
    expect(shown('building', 'people', '1987')).toBe('1,987');
    expect(shown('legal_adviser', 'licence_no', '99999202')).toBe('99999202');
    expect(shown('legal_adviser', 'fee', '***')).toBe('***');
  });
});

describe('saved views', () => {
  test('come back as they were saved', () => {
    const view = {
      columns: [{ field: 'name', width: 200 }, { field: 'sex' }],
      where: { sex: ['1'], 'grid_staff.person': { some: { state: ['01'] } } },
      sort: '-name',
      isDefault: true,
    };
    expect(readView(person, JSON.parse(JSON.stringify(view)))).toEqual(view);
  });

  test('drop fields that no longer exist and fall back to the list of the ledger', () => {
    expect(
      readView(person, {
        columns: [{ field: 'gone' }],
        where: { gone: 1, 'gone.person': { some: {} } },
        sort: 'gone',
      }),
    ).toEqual(firstView(person));
    for (const broken of [null, 'x', [], { columns: 'x' }])
      expect(readView(person, broken)).toEqual(firstView(person));
  });

  test('every ledger has a first view with at least one column, and keys keep ledgers apart', () => {
    expect(ledgers.length).toBeGreaterThan(5);
    for (const ledger of ledgers) expect(firstView(ledger).columns.length).toBeGreaterThan(0);
    expect(viewKey('person', '我的')).toBe('view.person.我的');
  });
});

describe('filter chips', () => {
  const table = fieldOf('sex').table ?? '';
  const names = namesOf(
    [
      {
        id: table,
        label: '性别',
        standard: '',
        confidence: 'high',
        editable: false,
        items: [{ code: '1', name: '男性' }],
      },
    ],
    'zh',
  );
  const t = (key: string, args?: Readonly<Record<string, string | number>>): string =>
    [key, ...Object.values(args ?? {})].join(' ');
  const words = { t, names, labelOf: (name: string) => name };

  test('name codes by their words', () => {
    expect(describeFilter(fieldOf('sex'), ['1'], words)).toBe('男性');
  });

  test('tell contains, ranges, one day and blanks apart', () => {
    const day = fieldOf('birth_date');
    expect(describeFilter(fieldOf('name'), { contains: '陈' }, words)).toBe('record.chipContains 陈');
    expect(describeFilter(day, { from: '2026-01-01', to: '2026-12-31' }, words)).toContain('2026-12-31');
    expect(describeFilter(day, { from: '2026-01-01', to: '2026-01-01' }, words)).not.toContain('chipBetween');
    expect(describeFilter(day, { from: '2026-01-01' }, words)).toContain('chipFrom');
    expect(describeFilter(day, { blank: true }, words)).toBe('widget.blank');
  });

  test('say what is asked of the records that link here', () => {
    const wording = { t, names, label: ({ zh }: { readonly zh: string }) => zh };
    const staff = ledgerOf('grid_staff');
    expect(describeLinked(staff, { some: { sex: ['1'] } }, wording)).toBe(
      'record.chipLinked record.chipSome 性别record.colon男性',
    );
    expect(describeLinked(staff, { none: {} }, wording)).toBe('record.chipNone');
  });
});

describe('columns of a list', () => {
  const columnsOf = (id: string, room: number) => {
    const ledger = ledgerOf(id);
    return gridColumns({ ledger, columns: firstView(ledger).columns, language: 'zh', room });
  };
  const free = (columns: ReturnType<typeof columnsOf>) => columns.filter((column) => column.pinned === null);

  test('fill a wide window in every ledger, so that the actions stand beside the last of them', () => {
    expect(ledgers.length).toBeGreaterThan(5);
    for (const { id } of ledgers)
      expect(
        free(columnsOf(id, 1700)).some((column) => (column.flex ?? 0) > 0),
        id,
      ).toBe(true);
  });

  test('keep the title in sight only where they have to be scrolled', () => {
    const pinned = (room: number) =>
      columnsOf('person', room)
        .filter((column) => column.pinned === 'left')
        .map((column) => column.colId);
    expect(pinned(900)).toEqual(['name']);
    expect(pinned(4000)).toEqual([]);
  });

  test('stay as wide as they were left, and the last one too', () => {
    const columns = [{ field: 'sex' }, { field: 'birth_date', width: 333 }];
    const [, day] = gridColumns({ ledger: person, columns, language: 'zh', room: 1700 });
    expect(day).toMatchObject({ width: 333, flex: null });
  });

  test('are wide enough for their head in both languages', () => {
    const head = (label: string) => [...label].length * 8;
    for (const ledger of ledgers)
      for (const name of ledger.list) {
        const field = ledger.fields[name];
        if (field === undefined) throw new Error(`${ledger.id}.${name}`);
        expect(columnWidth(field, { field: name }, 'en').width).toBeGreaterThan(head(field.label.en) + 50);
      }
  });

  test('give a name of a person less room than a name of a unit, and a sex the least', () => {
    const width = (ledger: string, name: string) => {
      const field = ledgerOf(ledger).fields[name];
      if (field === undefined) throw new Error(`${ledger}.${name}`);
      return columnWidth(field, { field: name }, 'zh').width;
    };
    expect(width('person', 'name')).toBeLessThan(width('unit', 'name'));
    expect(width('person', 'sex')).toBeLessThan(110);
    expect(width('issue', 'serial_no')).toBeGreaterThan(18 * 8);
  });
});
