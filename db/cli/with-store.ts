import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AnyLedger } from '../model/define-ledger.ts';
import { isCalendarDay } from '../model/fields/calendar-day.ts';
import { type Language, type Localized, words } from '../model/localized.ts';
import { type Finding, reasonText } from '../model/reasons.ts';
import type {
  Caller,
  OpenFailureKind,
  OpenOutcome,
  Store,
  WriteOutcome,
  WriteProblem,
  WrittenRecord,
} from '../store/api.ts';
import { openStore, practicePassphrase } from '../store/index.ts';
import { readKeyslots } from '../store/open/keyslots.ts';
import { placesOf } from '../store/open/places.ts';
import type { Command, CommandOption, Context, Input, StoreCommand } from './command.ts';
import { ledgerNamed } from './ledger-named.ts';
import { openingTold } from './opening-told.ts';
import { Refusal, UsageError } from './refusal.ts';

/** Options of every command that works on a database. */
export const storeOptions = {
  db: { type: 'string', value: 'F', required: true, help: words('数据库文件', 'Database file') },
  'passphrase-file': {
    type: 'string',
    value: 'FILE',
    help: words(
      '口令所在文件（首行），代替 ZW_PASSPHRASE',
      'File whose first line is the passphrase, instead of ZW_PASSPHRASE',
    ),
  },
} as const satisfies Record<string, CommandOption>;

/** Makes a command that opens the database named by `--db`, runs, and closes it whatever happens. */
export function storeCommand(spec: StoreCommand): Command {
  return {
    ...spec,
    options: { ...storeOptions, ...spec.options },
    run: async (input, context) => {
      // A mistyped ledger is told before anything is opened, and so is one the caller may not open.
      if (spec.positionals[0] === 'LEDGER') refuseClosed(ledgerNamed(input.positionals[0]), context);
      const store = openFor(input, context);
      try {
        return await spec.run(store, input, { ...context, caller: callerOf(context) });
      } finally {
        store.close();
      }
    },
  };
}

/** @throws Refusal for a sensitive ledger the caller may not open; the store would only answer with nothing. */
export function refuseClosed(ledger: AnyLedger, context: Context): void {
  if (ledger.sensitive && callerOf(context).seesSensitive === false)
    throw new Refusal(
      'not-allowed',
      words('您没有查看这类敏感台账的权限', 'You may not open this sensitive ledger'),
      { ledger: ledger.id },
    );
}

/** The file named by `--db` as an absolute path. */
export const databaseFile = (input: Input): string => path.resolve(String(input.options['db']));

/** Who calls, the local user unless another is named: who has the passphrase sees everything. */
export function callerOf(context: Context): Caller {
  return {
    user: 'local',
    name: context.language === 'en' ? 'Local user' : '本机用户',
    language: context.language,
    seesMasked: true,
    ...context.user,
  };
}

/** Passphrase from the file named, else from the environment. @throws Refusal when there is none. */
export function passphraseOf(input: Input, context: Context): string {
  const file = input.options['passphrase-file'];
  const passphrase =
    typeof file === 'string' ? readText(file).split(/\r?\n/)[0] : context.environment['ZW_PASSPHRASE'];
  if (passphrase !== undefined && passphrase !== '') return passphrase;
  throw new Refusal(
    'passphrase-needed',
    words(
      '请用 ZW_PASSPHRASE 或 --passphrase-file 给出口令',
      'Give the passphrase in ZW_PASSPHRASE or --passphrase-file',
    ),
  );
}

/** Passphrase of the file named by `--db`; practice files have a public one. @throws Refusal when there is none. */
export function passphraseFor(input: Input, context: Context): string {
  const { keys } = placesOf(databaseFile(input));
  return readKeyslots(keys)?.practice === true ? practicePassphrase : passphraseOf(input, context);
}

/** Text of a file the user named. @throws Refusal when it cannot be read. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Refusal('bad-file', words(`文件读不出：${file}`, `Cannot read the file ${file}`), { file });
  }
}

function openFor(input: Input, context: Context): Store {
  const file = databaseFile(input);
  const options = { file, passphrase: passphraseFor(input, context), now: context.now };
  const store = opened(openStore(options, openingTold(context)));
  for (const notice of store.notices) context.say(`${notice.code} ${JSON.stringify(notice.details)}`);
  return store;
}

const openFailures: Readonly<Record<OpenFailureKind, Localized>> = {
  'not-found': words('数据库文件不存在', 'There is no such database file'),
  'wrong-passphrase': words('口令不对', 'Wrong passphrase'),
  damaged: words(
    '数据库文件已损坏，可用 restore-backup 恢复备份',
    'The database file is damaged; restore a backup with restore-backup',
  ),
  'keyslots-missing': words(
    '缺少密钥文件（数据库旁的 .keys.json）',
    'The key file beside the database (.keys.json) is missing',
  ),
  locked: words(
    '数据库正被另一个程序使用，请先关闭它',
    'Another program is using the database; close it first',
  ),
  'from-newer-program': words(
    '数据库由更新版本的程序写成，请升级本程序',
    'The database was written by a newer version; update this program',
  ),
  'read-only': words('数据库所在文件夹不可写', 'The folder of the database cannot be written to'),
  'disk-full': words('磁盘已满', 'The disk is full'),
  'migration-failed': words(
    '数据库升级失败，原文件未动',
    'The database could not be upgraded; the file is unchanged',
  ),
  'not-a-database': words('这不是本程序的数据库文件', 'This is not a database of this program'),
  exists: words('文件已存在，不会覆盖', 'The file exists and is not overwritten'),
};

/** The opened store. @throws Refusal `open-failed` with the kind and the backups that could be restored. */
export function opened(outcome: OpenOutcome): Store {
  if (outcome.ok) return outcome.store;
  const { kind, details, backups } = outcome;
  throw new Refusal('open-failed', openFailures[kind], { kind, ...details, backups });
}

const problems: Readonly<Record<WriteProblem['code'], Localized>> = {
  invalid: words('有不符合要求的内容，未保存', 'Some values are not allowed; nothing was saved'),
  conflict: words('记录已被改动，未保存', 'The record was changed meanwhile; nothing was saved'),
  'key-taken': words('与已有记录重复，未保存', 'There is already such a record; nothing was saved'),
  'not-found': words('没有这条记录', 'There is no such record'),
  removed: words('记录已注销', 'The record was removed'),
  'later-changes': words(
    '之后又有改动，不能撤销',
    'Later changes touch the same fields; it cannot be taken back',
  ),
};

/** The records written. @throws Refusal with the store's reason, in words for each field. */
export function written(outcome: WriteOutcome): readonly WrittenRecord[] {
  if (outcome.ok) return outcome.records;
  const { problem } = outcome;
  if (problem.code === 'invalid') throw invalid(problem.findings, problem.index);
  const { code, ...details } = problem;
  throw new Refusal(code, problems[code], details);
}

/** The refusal of values that break rules. */
export function invalid(findings: readonly Finding[], index = 0): Refusal {
  const errors = findings.filter((finding) => finding.level === 'error');
  const line = (language: Language): string =>
    [
      problems.invalid[language],
      ...errors.map((f) => `${f.field ?? ''} ${reasonText(f.code, f.args, language)}`.trim()),
    ].join('\n');
  const told = findings.map((f) => ({
    ...f,
    reason: words(reasonText(f.code, f.args, 'zh'), reasonText(f.code, f.args, 'en')),
  }));
  return new Refusal('invalid', words(line('zh'), line('en')), { index, findings: told });
}

/** JSON given on the command line, as an object. @throws UsageError when it is none. */
export function jsonObject(text: string, name: string): Readonly<Record<string, unknown>> {
  const wrong = new UsageError(words(`${name} 应为 JSON 对象`, `${name} must be a JSON object`));
  try {
    // Notepad and PowerShell begin a UTF-8 file with a byte order mark.
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong;
    return { ...value };
  } catch {
    throw wrong;
  }
}

/** Whole number of an option, or its default. @throws UsageError outside the bounds. */
export function wholeNumber(
  input: Input,
  name: string,
  { fallback, min, max }: { readonly fallback: number; readonly min: number; readonly max: number },
): number {
  const text = input.options[name];
  if (text === undefined) return fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new UsageError(
    words(`--${name} 应为 ${min} 到 ${max} 的整数`, `--${name} must be a whole number from ${min} to ${max}`),
  );
}

/** The day of option `--day`, or its default. @throws UsageError when it is none */
export function dayOr({ options }: Input, fallback: string): string {
  const day = options['day'] ?? fallback;
  if (typeof day === 'string' && isCalendarDay(day)) return day;
  throw new UsageError(words('--day 应为日期，如 2026-11-26', '--day must be a day such as 2026-11-26'));
}
