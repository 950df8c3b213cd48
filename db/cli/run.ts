import { parseArgs } from 'node:util';
import { createClock, type Clock } from '../model/clock.ts';
import type { Language } from '../model/localized.ts';
import { words } from '../model/localized.ts';
import type { Command, Context, Input, ZwUser } from './command.ts';
import { Refusal, RefusedInPart, UsageError } from './refusal.ts';
import { commands } from './registry.ts';
import { commandHelp, generalHelp, usageLine } from './usage.ts';

/** What `zw` reaches of the process it runs in; tests and the entry hand it in. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isInteractive: boolean;
  /** Who calls; the local user unless somebody else is named. */
  readonly user?: ZwUser;
  /** scrypt cost of new databases; the store's own unless a test that opens one a hundred times says otherwise. */
  readonly kdfCost?: number;
  out(text: string): void;
  error(text: string): void;
  readStdin(): string;
}

/** Exit codes of `zw` (docs/cli.md). */
const exitCodes = { done: 0, refused: 1, usage: 2 } as const;

/**
 * Runs one call of `zw` and returns its exit code. Prints exactly one JSON value on stdout, or the help text.
 * Unexpected errors are refusals with code `failed` too: a script always finds JSON.
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const language: Language = terminal.environment['ZW_LANG'] === 'en' ? 'en' : 'zh';
  const [name] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    terminal.out(generalHelp(commands, language));
    return exitCodes.done;
  }
  const { command, rest } = commandOf(args);
  if (command !== undefined && (rest.includes('--help') || rest.includes('-h'))) {
    terminal.out(commandHelp(command, language));
    return exitCodes.done;
  }
  try {
    if (name === undefined)
      throw new UsageError(words('请写命令，见 zw --help', 'Name a command; see zw --help'));
    if (command === undefined) {
      throw new UsageError(
        words(`没有“${name}”这个命令，见 zw --help`, `There is no command "${name}"; see zw --help`),
      );
    }
    const value = await command.run(parse(command, rest), contextOf(terminal, language));
    terminal.out(`${toJson(value)}\n`);
    return exitCodes.done;
  } catch (error) {
    return answerError(error, command, { terminal, language });
  }
}

/** The command a call names, by one word (`list`) or two (`package export`), and what follows it. */
function commandOf(args: readonly string[]): { command: Command | undefined; rest: readonly string[] } {
  const pair = commands.find((c) => c.name === args.slice(0, 2).join(' ') && c.name.includes(' '));
  if (pair !== undefined) return { command: pair, rest: args.slice(2) };
  return { command: commands.find((c) => c.name === args[0]), rest: args.slice(1) };
}

/** Arrays of objects get one line per entry, so that both JSON readers and line tools take them. */
function toJson(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((item: unknown) => JSON.stringify(item)).join(',\n')}\n]`;
}

function answerError(
  error: unknown,
  command: Command | undefined,
  { terminal, language }: { readonly terminal: Terminal; readonly language: Language },
): number {
  if (error instanceof UsageError) {
    const usage = command === undefined ? '' : `\n${usageLine(command)}`;
    terminal.error(`${error.text[language]}${usage}\n`);
    terminal.out(`${JSON.stringify({ error: { code: 'usage', message: error.text[language] } })}\n`);
    return exitCodes.usage;
  }
  if (error instanceof RefusedInPart) {
    terminal.out(`${toJson(error.value)}\n`);
    return exitCodes.refused;
  }
  if (error instanceof Refusal) {
    const message = error.text[language];
    terminal.error(`${message}\n`);
    terminal.out(`${JSON.stringify({ error: { code: error.code, message, details: error.details } })}\n`);
    return exitCodes.refused;
  }
  const message = error instanceof Error ? error.message : String(error);
  terminal.error(`${error instanceof Error ? (error.stack ?? message) : message}\n`);
  terminal.out(`${JSON.stringify({ error: { code: 'failed', message, details: {} } })}\n`);
  return exitCodes.refused;
}

function parse(command: Command, args: readonly string[]): Input {
  const { values, positionals } = parseOptions(command, args);
  const missing = Object.entries(command.options).find(
    ([name, o]) => o.required === true && values[name] === undefined,
  );
  if (missing !== undefined)
    throw new UsageError(words(`缺少选项 --${missing[0]}`, `Option --${missing[0]} is missing`));
  const least = command.positionals.length - (command.optionalPositionals ?? 0);
  if (positionals.length < least) {
    const name = command.positionals[positionals.length] ?? '';
    throw new UsageError(words(`缺少参数 ${name}`, `Argument ${name} is missing`));
  }
  if (positionals.length > command.positionals.length && command.repeats !== true) {
    const extra = positionals[command.positionals.length] ?? '';
    throw new UsageError(words(`多余的参数：${extra}`, `Too many arguments: ${extra}`));
  }
  return { positionals, options: values };
}

function parseOptions(
  command: Command,
  args: readonly string[],
): { values: Record<string, string | boolean | undefined>; positionals: string[] } {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { type }]) => [name, { type }]),
  );
  try {
    const { values, positionals } = parseArgs({
      args: withJoinedValues(command, args),
      options,
      allowPositionals: true,
      strict: true,
    });
    return { values: { ...values }, positionals };
  } catch (error) {
    // parseArgs throws for the caller's mistakes only, always with an ERR_PARSE_ARGS_* code.
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(words(`选项有误：${message}`, message));
  }
}

/**
 * `--sort -field` as `--sort=-field`: parseArgs takes a value that begins with a minus for another option. No option of
 * `zw` has a short form but `-h`, which is answered before.
 */
function withJoinedValues(command: Command, args: readonly string[]): string[] {
  const joined: string[] = [];
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? '';
    if (arg === '--') return [...joined, ...args.slice(i)];
    const takesValue = arg.startsWith('--') && command.options[arg.slice(2)]?.type === 'string';
    const value = args[i + 1] ?? '';
    if (takesValue && /^-[a-z_]/i.test(value)) {
      joined.push(`${arg}=${value}`);
      i += 1;
    } else joined.push(arg);
  }
  return joined;
}

function contextOf(terminal: Terminal, language: Language): Context {
  let saidAt_ms = 0;
  return {
    language,
    ...(terminal.user === undefined ? {} : { user: terminal.user }),
    ...(terminal.kdfCost === undefined ? {} : { kdfCost: terminal.kdfCost }),
    environment: terminal.environment,
    now: clockOf(terminal.environment['ZW_NOW']),
    say: (line) => terminal.error(`${line}\n`),
    progress: (done, total) => {
      const now_ms = performance.now();
      if (!terminal.isInteractive || now_ms - saidAt_ms < 250) return;
      saidAt_ms = now_ms;
      terminal.error(`${done}${total > 0 ? `/${total}` : ''}\r`);
    },
    readStdin: () => terminal.readStdin(),
  };
}

function clockOf(setting: string | undefined): Clock {
  const clock = createClock(setting);
  if (clock !== null) return clock;
  throw new UsageError(words(`ZW_NOW 不是时间：${setting}`, `ZW_NOW is not an instant: ${setting}`));
}
