import { defineConfig, type OxlintOverride } from 'oxlint';
import { guardedPackages, innerRooms, type Room, rooms } from './build/rooms.ts';

function wallOf(place: Room): OxlintOverride {
  return {
    files: [`${place.path}/**`],
    rules: { 'eslint/no-restricted-imports': ['error', forbidden(place)] },
  };
}

/** What a room may not import, as options of `no-restricted-imports`. */
function forbidden(place: Room) {
  const message = `Not allowed in ${place.path}, see build/rooms.ts.`;
  const packages = guardedPackages.filter((name) => !place.packages.includes(name));
  const patterns = [
    ...packages.map((name) => ({ group: [name, `${name}/**`], message })),
    ...rooms.filter((room) => isForbidden(place, room)).map((room) => ({ regex: importsOf(room), message })),
  ];
  return { patterns: place.hasNode ? patterns : [...patterns, { regex: '^node:', message }] };
}

function isForbidden(place: Room, room: Room): boolean {
  return !place.rooms.includes(room.path) && !`${place.path}/`.startsWith(`${room.path}/`);
}

/** Imports between rooms are relative: `../../db/model/x.ts`, or `../model/x.ts` under the same roof. */
function importsOf(room: Room): string {
  const parts = room.path.split('/');
  const name = parts.pop() ?? '';
  return `^(\\.\\./)+${parts.map((part) => `(${part}/)?`).join('')}${name}/`;
}

const oneSeed = 'Take it from tests/fixtures/fc.ts, where every run has the same seed.';

export default defineConfig({
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'promise'],
  categories: { correctness: 'error' },
  options: { typeAware: true, reportUnusedDisableDirectives: 'error' },
  ignorePatterns: ['out/**', 'dist/**', '.cache/**', 'test-results/**', 'node_modules/**'],
  rules: {
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    // Chinese text is counted in code points, as GB/T 31000 field lengths are.
    'typescript/no-misused-spread': ['error', { allow: ['string'] }],
    'typescript/no-namespace': 'error',
    'typescript/ban-ts-comment': 'error',
    'typescript/consistent-type-imports': 'error',
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    // TypeScript knows better which packages have a default export.
    'import/default': 'off',
    'unicorn/filename-case': ['error', { cases: { kebabCase: true } }],
    'eslint/eqeqeq': 'error',
    'eslint/no-param-reassign': 'error',
    'eslint/max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    'eslint/max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    'eslint/complexity': ['error', { max: 12 }],
    'eslint/max-params': ['error', { max: 3 }],
  },
  overrides: [
    {
      files: ['renderer/**/*.tsx'],
      plugins: ['react', 'jsx-a11y'],
      rules: {
        'unicorn/filename-case': ['error', { cases: { kebabCase: true, pascalCase: true } }],
        'eslint/max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }],
        // A filter or dialog that opens takes the focus, so that the keyboard alone is enough.
        'jsx-a11y/no-autofocus': 'off',
        'jsx-a11y/prefer-tag-over-role': 'off',
        'react/rules-of-hooks': 'error',
        'react/exhaustive-deps': 'error',
      },
    },
    {
      files: ['db/model/ledgers/**', 'db/model/codes/**', 'renderer/text/**'],
      rules: { 'eslint/max-lines': 'off' },
    },
    {
      files: ['tests/**'],
      rules: { 'eslint/max-lines': 'off', 'eslint/max-lines-per-function': 'off' },
    },
    {
      files: ['tests/**'],
      rules: {
        'eslint/no-restricted-imports': ['error', { paths: [{ name: 'fast-check', message: oneSeed }] }],
      },
    },
    { files: ['tests/fixtures/fc.ts'], rules: { 'eslint/no-restricted-imports': 'off' } },
    { files: ['*.config.ts'], rules: { 'import/no-default-export': 'off' } },
    ...[...rooms, ...innerRooms].map(wallOf),
  ],
});
