import { describe, expect, test } from 'vitest';
import { ledgers } from '../../../db/model/registry.ts';
import { choicesOf, isChoiceMatch } from '../../../renderer/widgets/choices.ts';
import { dayWords, instantWords } from '../../../renderer/widgets/day-words.ts';
import { asCriterion, asValues, compact } from '../../../renderer/widgets/filter-entry.ts';
import { pinyinInitials } from '../../../renderer/text/pinyin-initials.ts';
import { widgetOf } from '../../../renderer/widgets/registry.ts';

describe('widgets', () => {
  test('every field of every ledger has an input, and a filter unless it is computed', () => {
    const fields = ledgers.flatMap((ledger) => Object.values(ledger.fields));
    expect(fields.length).toBeGreaterThan(100);
    for (const field of fields) {
      const widget = widgetOf(field.kind);
      expect(widget.Input, field.kind).toBeTypeOf('function');
      if (field.storage !== null) expect(widget.Filter, field.kind).toBeTypeOf('function');
    }
  });

  test('pinyin initials follow the common reading and keep letters and digits', () => {
    expect(pinyinInitials('居民身份证')).toBe('jmsfz');
    expect(pinyinInitials('A股（2）')).toBe('ag2');
  });

  test('a choice is found by part of its name, head of its code and head of its initials', () => {
    const [choice] = choicesOf([{ code: '111', name: '居民身份证' }], {
      language: 'zh',
      today: '2026-11-23',
      kept: [],
    });
    if (choice === undefined) throw new Error('no choice');
    expect(['身份', '11', 'JMS'].map((typed) => isChoiceMatch(choice, typed))).toEqual([true, true, true]);
    expect(['户口', '2', 'sfz'].map((typed) => isChoiceMatch(choice, typed))).toEqual([false, false, false]);
  });

  test('a code out of use is offered only where a record already holds it', () => {
    const items = [{ code: '1', name: '旧', valid_to: '2020-12-31' }];
    const at = { language: 'zh', today: '2026-11-23' } as const;
    expect(choicesOf(items, { ...at, kept: [] })).toEqual([]);
    expect(choicesOf(items, { ...at, kept: ['1'] }).map((choice) => choice.value)).toEqual(['1']);
  });

  test('words for days become written days, other texts stay', () => {
    expect(['今天', '昨天', ' 明天 ', '20261123'].map((text) => dayWords(text, '2026-03-01'))).toEqual([
      '2026-03-01',
      '2026-02-28',
      '2026-03-02',
      '20261123',
    ]);
  });

  test('words for moments become written moments in China time, other texts stay', () => {
    const now = new Date('2026-03-01T00:30:00.000Z');
    expect(['现在', '今天', '昨天 8:30', '2026-02-01 9:00'].map((text) => instantWords(text, now))).toEqual([
      '2026-03-01 08:30',
      '2026-03-01 08:30',
      '2026-02-28 8:30',
      '2026-02-01 9:00',
    ]);
  });

  test('an emptied range clears the filter, and values are no criterion', () => {
    expect(compact({ from: undefined, to: undefined })).toBeUndefined();
    expect(compact({ from: '2026-01-01', to: undefined })).toEqual({ from: '2026-01-01' });
    expect(asCriterion(['a'])).toEqual({});
    expect(asValues({ contains: 'a' })).toEqual([]);
  });
});
