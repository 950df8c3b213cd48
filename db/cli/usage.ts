import type { Language, Localized } from '../model/localized.ts';
import { words } from '../model/localized.ts';
import type { Command, CommandOption } from './command.ts';

const headings = {
  commands: words('命令', 'Commands'),
  options: words('选项', 'Options'),
  usage: words('用法', 'Usage'),
  prints: words('输出', 'Prints'),
  required: words('必填', 'required'),
  more: words('“zw 命令 --help”显示该命令的用法。', '"zw COMMAND --help" shows how a command is used.'),
  general: words(
    '标准输出只有一个 JSON 值，提示写到标准错误。退出码：0 完成，1 被拒绝，2 用法错误。\n' +
      '口令取自 ZW_PASSPHRASE 或 --passphrase-file，练习库不需要。ZW_LANG=en 用英文，ZW_NOW 设定时钟。',
    'Standard output holds one JSON value, messages go to standard error. Exit code: 0 done, 1 refused, 2 usage.\n' +
      'The passphrase comes from ZW_PASSPHRASE or --passphrase-file; practice databases need none. ' +
      'ZW_LANG=en speaks English, ZW_NOW sets the clock.',
  ),
} as const satisfies Record<string, Localized>;

/** The text of `zw --help`. */
export function generalHelp(commands: readonly Command[], language: Language): string {
  const width = Math.max(...commands.map((c) => c.name.length)) + 2;
  const lines = commands.map((c) => `  ${c.name.padEnd(width)}${c.summary[language]}`);
  const say = (key: keyof typeof headings): string => headings[key][language];
  return [
    `${say('usage')}: zw COMMAND [...]`,
    '',
    say('general'),
    '',
    `${say('commands')}:`,
    ...lines,
    '',
    say('more'),
    '',
  ].join('\n');
}

/** The text of `zw COMMAND --help`. */
export function commandHelp(command: Command, language: Language): string {
  const say = (key: keyof typeof headings): string => headings[key][language];
  const options = Object.entries(command.options);
  const width = Math.max(...options.map(([name, o]) => optionText(name, o).length), 4) + 2;
  const lines = options.map(([name, option]) => {
    const note = option.required === true ? ` (${say('required')})` : '';
    return `  ${optionText(name, option).padEnd(width)}${option.help[language]}${note}`;
  });
  return [
    `${say('usage')}: ${usageLine(command)}`,
    '',
    command.summary[language],
    '',
    `${say('prints')}: ${command.prints}`,
    ...(lines.length > 0 ? ['', `${say('options')}:`, ...lines] : []),
    '',
  ].join('\n');
}

/** One line: `zw import LEDGER FILE --db F [--dry-run]`. */
export function usageLine(command: Command): string {
  const firstOptional = command.positionals.length - (command.optionalPositionals ?? 0);
  const positionals = command.positionals.map((name, i) => {
    const repeated = command.repeats === true && i === command.positionals.length - 1 ? `${name}...` : name;
    return i < firstOptional ? repeated : `[${repeated}]`;
  });
  const options = Object.entries(command.options).map(([name, option]) =>
    option.required === true ? optionText(name, option) : `[${optionText(name, option)}]`,
  );
  return ['zw', command.name, ...positionals, ...options].join(' ');
}

const optionText = (name: string, option: CommandOption): string =>
  option.value === undefined ? `--${name}` : `--${name} ${option.value}`;
