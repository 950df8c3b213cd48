import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { failureCodes } from '../../electron/contract/failure.ts';
import { withoutTown } from '../../db/model/derive/place.ts';
import { ledgers } from '../../db/model/registry.ts';
import { en } from '../../renderer/text/en.ts';
import { failureText } from '../../renderer/text/failure-text.ts';
import { oneOf } from '../../renderer/text/one-of.ts';
import { startTexts } from '../../renderer/text/start-texts.ts';
import { sayWith } from '../../renderer/text/say.ts';
import { zh } from '../../renderer/text/zh.ts';

/** Measure words and the verb before 原因 have no place in the English sentence. */
const onlyInChinese = new Set<string | undefined>(['counter', 'verb']);
const renderer = path.resolve(import.meta.dirname, '../../renderer');
const zhKeys = Object.keys(zh);
const zhTexts: Readonly<Record<string, string>> = zh;

interface SourceFile {
  readonly name: string;
  readonly code: string;
}

function sources(extension: RegExp): readonly SourceFile[] {
  return readdirSync(renderer, { recursive: true })
    .map(String)
    .filter((name) => extension.test(name) && !name.startsWith('text'))
    .map((name) => ({ name, code: withoutComments(readFileSync(path.join(renderer, name), 'utf8')) }));
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1');
}

const code = sources(/\.tsx?$/);

describe('texts of the window', () => {
  test('Chinese and English have the same keys, English singulars apart', () => {
    const english = Object.keys(en).filter((key) => !(key.endsWith('_one') && !(key in zh)));
    expect(english.toSorted()).toEqual(zhKeys.toSorted());
    expect(zhKeys.length).toBeGreaterThan(300);
  });

  test('an English singular stands beside a text that counts', () => {
    const singulars = Object.keys(en).filter((key) => key.endsWith('_one') && !(key in zh));
    expect(singulars.length).toBeGreaterThan(0);
    for (const key of singulars) expect(zhTexts[key.slice(0, -4)], key).toContain('{{count}}');
  });

  test('an English text that counts things has a singular', () => {
    const english: Readonly<Record<string, string>> = en;
    const counting = Object.entries(english).filter(([, text]) =>
      /\{\{count\}\} (?:more )?[a-z]+[^s\W]s\b/.test(text),
    );
    expect(counting.length).toBeGreaterThan(20);
    expect(counting.filter(([key]) => !(`${key}_one` in english)).map(([key]) => key)).toEqual([]);
  });

  test('no text stands in two files, where one would silently win', () => {
    const keys = readdirSync(path.join(renderer, 'text'))
      .filter((name) => name.endsWith('-zh.ts'))
      .flatMap((name) => {
        const text = readFileSync(path.join(renderer, 'text', name), 'utf8');
        return [...text.matchAll(/^ {2}'([^']+)':/gm)].map((match) => match[1]);
      });
    expect(keys.length).toBe(zhKeys.length);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  test('what a Chinese text is told, the English text tells too, words of Chinese grammar apart', () => {
    const places = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]);
    const english: Readonly<Record<string, string>> = en;
    for (const [key, text] of Object.entries(zh)) {
      const filled = places(english[key] ?? '');
      const lost = places(text).filter((place) => !onlyInChinese.has(place) && !filled.includes(place));
      expect(lost, key).toEqual([]);
    }
  });

  test('every key a component names exists', () => {
    const named = code.flatMap(({ name, code: text }) =>
      [...text.matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => ({ name, key: match[1] ?? '' })),
    );
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter(({ key }) => !(key in zh))).toEqual([]);
  });

  test('no text is left that nothing shows', () => {
    const all = code.map((file) => file.code).join('\n');
    const prefixes = [...all.matchAll(/`([a-z][\w.-]*\.)\$\{/g)].map((match) => match[1] ?? '');
    const dead = zhKeys.filter(
      (key) =>
        !all.includes(`'${key}'`) &&
        !all.includes(`"${key}"`) &&
        !key.startsWith('failure.') &&
        !prefixes.some((p) => key.startsWith(p)),
    );
    expect(dead).toEqual([]);
  });

  test('no component holds Chinese words of its own', () => {
    const components = sources(/\.tsx$/);
    expect(components.length).toBeGreaterThan(30);
    expect(components.filter((file) => /\p{Script=Han}/u.test(file.code)).map((file) => file.name)).toEqual(
      [],
    );
  });

  test('no text shouts', () => {
    for (const [key, text] of [...Object.entries(zh), ...Object.entries(en)])
      expect(text, key).not.toMatch(/[!！]/);
  });
});

describe('sentences of failures', () => {
  const say = sayWith(startTexts('zh'));

  test('every code has a sentence for kinds without one of their own', () => {
    for (const failureCode of failureCodes) {
      const text = failureText({ code: failureCode, kind: 'never-heard-of', details: {} }, say);
      expect(text).toBe(zhTexts[`failure.${failureCode}.other`]);
    }
  });

  test('details fill the places of the sentence', () => {
    const text = failureText(
      { code: 'conflict', kind: 'key-taken', details: { title: '张伟', nested: {} } },
      say,
    );
    expect(text).toContain('张伟');
    expect(text).not.toContain('{{');
  });

  test('English counts one in the singular', () => {
    const english = sayWith(startTexts('en'));
    expect(english('import.start', { count: 1 })).toBe('Import 1 row');
    expect(english('import.start', { count: 20_113 })).toBe('Import 20,113 rows');
  });
});

describe('one of what a ledger holds', () => {
  const one = (en: string) => oneOf({ zh: '', en }, 'en');

  test('is the English singular without a capital, and the Chinese label as it is', () => {
    expect(['Residents', 'Standard addresses', 'Rental houses', 'Facilities', 'Grid staff'].map(one)).toEqual(
      ['resident', 'standard address', 'rental house', 'facility', 'grid staff'],
    );
    expect(oneOf({ zh: '实有人口', en: 'Residents' }, 'zh')).toBe('实有人口');
  });

  test('is no plural for any ledger there is', () => {
    expect(ledgers.length).toBeGreaterThan(5);
    for (const { label } of ledgers) expect(one(label.en)).not.toMatch(/[^s]s$/);
  });
});

describe('an address in a list', () => {
  const town = '虎门镇';

  test('begins behind the own town, which every row would repeat', () => {
    expect(withoutTown('广东省东莞市虎门镇新联社区二巷1002号', town)).toBe('新联社区二巷1002号');
    expect(withoutTown('东莞市虎门镇则徐社区', town)).toBe('则徐社区');
  });

  test('stays whole elsewhere, without a city before the town, and when nothing would be left', () => {
    for (const whole of [
      '广东省湛江市双河镇东风村11组31号',
      '虎门镇政府大院',
      '新联社区虎门镇路3号',
      '广东省东莞市虎门镇',
      '',
    ])
      expect(withoutTown(whole, town)).toBe(whole);
    expect(withoutTown('广东省东莞市虎门镇新联社区', '')).toBe('广东省东莞市虎门镇新联社区');
  });
});
