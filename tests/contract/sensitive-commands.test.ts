import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { commands } from '../../db/cli/registry.ts';
import { run } from '../../db/cli/run.ts';
import { passphrase } from '../electron/data-process-fixture.ts';
import { looksIn, plantedFile } from './sensitive-town.ts';

type Town = Awaited<ReturnType<typeof plantedFile>>;

/** How a command of `zw` is asked about sensitive records; as in `sensitive-calls.test.ts`. */
type Way =
  | { readonly shows: (town: Town) => readonly string[] }
  | { readonly refuses: (town: Town) => readonly string[] }
  | { readonly hides: (town: Town) => readonly string[] }
  | { readonly aside: string };

const files = 'makes, opens, copies, checks files; no record is shown';
const above =
  'the office above: its own file, asked through the same store (tests/db/store/sensitive.test.ts)';
const sealed = 'packages, keys and registers of the exchange';
const rosters = 'duty rosters: their ledgers are not sensitive';
const out = (town: Town, name: string): string => path.join(town.folder, name);

/** Every command; one that is not named here fails the test. */
const ways: Readonly<Record<string, Way>> = {
  ...Object.fromEntries(
    ['init', 'practice', 'unlock', 'check', 'backup', 'backups', 'restore-backup', 'bench', 'simulate'].map(
      (name) => [name, { aside: files }],
    ),
  ),
  ...Object.fromEntries(
    commands.filter(({ name }) => name.startsWith('roster ')).map(({ name }) => [name, { aside: rosters }]),
  ),
  ...Object.fromEntries(
    commands.filter(({ name }) => name.startsWith('node ')).map(({ name }) => [name, { aside: sealed }]),
  ),
  ...Object.fromEntries(
    [
      'accept',
      'answer',
      'card',
      'cases',
      'correct',
      'dump',
      'inbox',
      'looks',
      'ingest',
      'init',
      'receipt',
      'resolve',
      'status',
    ].map((name) => [`city ${name}`, { aside: above }]),
  ),
  ...Object.fromEntries(
    ['confirm', 'export', 'import', 'lost', 'verify'].map((name) => [`package ${name}`, { aside: sealed }]),
  ),
  'package status': { shows: () => [] },
  ledgers: { aside: 'definitions' },
  describe: { aside: 'definitions' },
  template: { aside: 'an empty sheet' },
  codes: { aside: 'code tables' },
  'code-save': { aside: 'code tables' },
  attach: { aside: 'takes a file in' },
  attachment: { shows: (town) => [town.hash, out(town, `file-${String(count())}`)] },

  list: { shows: () => ['care_guardian'] },
  get: { shows: ({ guardian }) => ['care_guardian', guardian] },
  history: { shows: ({ guardian }) => ['care_guardian', guardian] },
  related: { shows: ({ person }) => ['person', person] },
  looks: { shows: () => [] },
  search: { shows: () => ['某涉密标记某'] },
  suggest: { hides: () => ['care_guardian', 'agreement_no', '某'] },
  // Only ledgers with a workflow have such deadlines, and none of them is sensitive.
  deadlines: { hides: () => [] },
  reckon: { refuses: () => ['care_visit_rule'] },
  due: { shows: () => ['--rows'] },
  figures: { hides: () => ['care_label', '--by', 'kind'] },
  'report month': { hides: () => ['2026-11'] },
  case: { aside: 'no sensitive ledger has a workflow; the store’s own test covers one that has' },
  act: { aside: 'as case' },

  save: { refuses: ({ person }) => ['care_guardian', JSON.stringify({ person, name: '新人' })] },
  remove: { refuses: ({ guardian }) => ['care_guardian', guardian, '--reason', 'x'] },
  'restore-record': { refuses: ({ guardian }) => ['care_guardian', guardian] },
  undo: { refuses: ({ change }) => [change] },
  move: {
    refuses: ({ person }) => [
      'care_label',
      'change',
      JSON.stringify({ person, level: '02', from_day: '2026-11-22' }),
    ],
  },
  'batch-change': { hides: () => ['care_guardian', '{}', '{"agreement_no":"x"}', '--dry-run'] },
  batches: { hides: () => [] },
  import: { refuses: ({ sheet }) => ['clue', sheet] },
  'undo-import': { refuses: ({ batch }) => [batch] },
  export: { refuses: (town) => ['care_guardian', out(town, 'x.csv')] },
  'sqlcipher-copy': {
    refuses: (town) => [out(town, 'copy.db'), '--copy-passphrase-file', town.sheet],
  },
  'print-html': { shows: (town) => ['care_guardian', out(town, `page-${String(count())}.html`)] },
  'document html': { refuses: ({ guardian }) => ['care_guardian', guardian, 'any'] },
  'document workbook': {
    refuses: (town) => ['care_guardian', town.guardian, 'any', out(town, 'table.xlsx')],
  },
  'document kinds': { hides: ({ guardian }) => ['care_guardian', guardian] },
  dossier: { aside: 'of mediation cases' },
  'reward month': { aside: 'reward sheets are not sensitive; asked in the name of the caller' },
  'form add': { aside: 'takes a file in' },
  'form check': { aside: 'sensitive ledgers go into no form, whoever asks' },
  'form fill': { aside: 'as form check' },
  'form list': { aside: 'as form check' },

  'conflicts list': { shows: () => [] },
  'conflicts resolve': { refuses: ({ conflict }) => [conflict, '--choose', 'kept'] },
  'conflicts merge': { refuses: ({ twins }) => [twins] },
  'conflicts part': { refuses: ({ twins }) => [twins] },
  'conflicts renumber': { refuses: ({ twins }) => [twins] },
  'conflicts apart': { refuses: ({ twins }) => [twins] },
  'conflicts retry': { hides: () => [] },
};

const asked = Object.entries(ways).flatMap(([name, way]) => ('aside' in way ? [] : [[name, way] as const]));

let calls = 0;
const count = (): number => (calls += 1);
let town: Town;

beforeAll(async () => {
  town = await plantedFile();
}, 120_000);

/** One call of `zw` in this process, in somebody's name. */
async function zw(name: string, way: Way, user: { user: string; seesSensitive: boolean }) {
  const args: readonly string[] = Object.values(way)[0]?.(town) ?? [];
  let printed = '';
  const code = await run([...name.split(' '), ...args, '--db', town.file], {
    environment: { ZW_PASSPHRASE: passphrase, ZW_NOW: '2026-11-23T08:00:00Z' },
    isInteractive: false,
    user: { seesMasked: true, ...user },
    out: (text) => (printed += text),
    error: (text) => (printed += text),
    readStdin: () => '',
  });
  const written = args.filter((arg) => path.isAbsolute(arg) && existsSync(arg) && arg !== town.sheet);
  return { code, text: [printed, ...written.map((file) => readFileSync(file, 'utf8'))].join('\n') };
}

const secretsIn = (text: string, args: readonly string[]): readonly string[] =>
  town.secrets.filter((secret) => !args.includes(secret) && text.includes(secret));

test('every command is said to show, refuse or hide sensitive records, or to have nothing to do with them', () => {
  expect(Object.keys(ways).toSorted()).toEqual(commands.map(({ name }) => name).toSorted());
  expect(asked.length).toBeGreaterThan(30);
});

test.each(asked)('zw %s gives nothing of a sensitive ledger to who may not open it', async (name, way) => {
  const { code, text } = await zw(name, way, { user: `barred ${name}`, seesSensitive: false });
  // What was typed may come back in a refusal.
  const typed = Object.values(way)[0]?.(town) ?? [];
  expect({ name, secrets: secretsIn(text, typed) }).toEqual({ name, secrets: [] });
  if ('refuses' in way) expect({ name, code, text }).toMatchObject({ name, code: 1 });
});

test.each(asked.filter(([, way]) => 'shows' in way))(
  'zw %s shows sensitive records to who may open them',
  async (name, way) => {
    const { code, text } = await zw(name, way, { user: `open ${name}`, seesSensitive: true });
    expect({ name, code, isShown: secretsIn(text, []).length > 0, text }).toMatchObject({
      name,
      code: 0,
      isShown: true,
    });
  },
);

test('what was shown stands in the log under the name of who saw it', () => {
  const users = new Set(looksIn(town.file).map(({ user }) => user));
  const shown = asked.filter(([, way]) => 'shows' in way).map(([name]) => `open ${name}`);
  expect(shown.length).toBeGreaterThan(8);
  expect(shown.filter((user) => !users.has(user))).toEqual([]);
  expect([...users].filter((user) => user.startsWith('barred'))).toEqual([]);
});
