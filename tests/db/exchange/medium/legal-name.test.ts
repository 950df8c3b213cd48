import { fc } from '../../../fixtures/fc.ts';
import { describe, expect, test } from 'vitest';
import { legalName, nameProblem, sameNameKey } from '../../../../db/exchange/medium/legal-name.ts';

describe('a name for a medium', () => {
  test.each([
    '虎门镇_第0123包_2026-11-23.zwp',
    '𠮷野村（东）.zwp',
    'a b.zwp',
    'console.zwp',
    'com10.zwp',
    '第1包，补.zwp',
  ])('%s is legal', (name) => {
    expect(nameProblem(name)).toBeNull();
  });

  test.each([
    ['', 'empty'],
    ['a:b.zwp', 'character'],
    ['第1包?.zwp', 'character'],
    ['../虎门.zwp', 'character'],
    ['a\\b.zwp', 'character'],
    ['a\u0000.zwp', 'character'],
    ['a\nb.zwp', 'character'],
    ['\u202Epwz.exe.zwp', 'character'],
    ['half \uD842.zwp', 'character'],
    ['..', 'edge'],
    ['.zwp', 'edge'],
    ['虎门.', 'edge'],
    ['虎门 ', 'edge'],
    ['\u3000虎门.zwp', 'edge'],
    ['con', 'reserved'],
    ['NUL.zwp', 'reserved'],
    ['Com1.包.zwp', 'reserved'],
    ['lpt².zwp', 'reserved'],
    ['虎门.EXE', 'executable'],
    ['autorun.inf', 'executable'],
    ['说明.lnk', 'executable'],
    ['x'.repeat(201), 'too-long'],
    ['镇'.repeat(67), 'too-long'],
  ])('%j is refused: %s', (name, problem) => {
    expect(nameProblem(name)).toBe(problem);
  });

  test('any text becomes a legal name that keeps its ending', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (stem) => {
        const name = legalName(stem, '.zwp');
        expect(nameProblem(name)).toBeNull();
        expect(name.endsWith('.zwp')).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('a legal stem is kept as it is, a long one is cut between characters', () => {
    expect(legalName('虎门镇_第0123包', '.zwp')).toBe('虎门镇_第0123包.zwp');
    expect(legalName('镇'.repeat(100), '.zwp')).toBe(`${'镇'.repeat(65)}.zwp`);
    expect(legalName('NUL', '.zwp')).toBe('_NUL.zwp');
    expect(legalName('...', '.zwp')).toBe('_.zwp');
  });

  test('an ending that would run is refused at once', () => {
    expect(() => legalName('虎门', '.exe')).toThrow('executable');
  });

  test('names that a stick takes for one are found to be one', () => {
    expect(sameNameKey('A包.ZWP')).toBe(sameNameKey('a包.zwp'));
    expect(sameNameKey('é.zwp')).toBe(sameNameKey('e\u0301.zwp'));
  });
});
