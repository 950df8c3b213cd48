import { isCalendarDay } from '../model/fields/calendar-day.ts';
import { words } from '../model/localized.ts';
import type { LookPlace, LookQuery } from '../model/looks.ts';
import type { Input } from './command.ts';
import { ledgerNamed } from './ledger-named.ts';
import { UsageError } from './refusal.ts';
import { wholeNumber } from './with-store.ts';

/** Options that choose lines of a log of looks. */
export const lookOptions = {
  from: { type: 'string', value: 'DAY', help: words('从哪天起', 'First day') },
  to: { type: 'string', value: 'DAY', help: words('到哪天止', 'Last day') },
  user: { type: 'string', value: 'ID', help: words('人员编号', 'Id of the person') },
  ledger: { type: 'string', value: 'LEDGER', help: words('台账', 'Ledger') },
  record: {
    type: 'string',
    value: 'ID',
    help: words('记录编号，须同时给出 --ledger', 'Record of --ledger'),
  },
  limit: { type: 'string', value: 'N', help: words('条数，默认 100', 'Lines; default 100') },
  before: {
    type: 'string',
    value: 'NEXT',
    help: words('接着上次的 next 往前', 'Go on behind the last `next`'),
  },
} as const;

/** The lines asked for, without the page. @throws UsageError */
export function lookFilterOf(input: Input): Omit<LookQuery, 'before' | 'limit'> {
  const { user, ledger, record } = input.options;
  if (record !== undefined && ledger === undefined)
    throw new UsageError(words('--record 须同时给出 --ledger', '--record needs --ledger'));
  return {
    ...dayOf(input, 'from'),
    ...dayOf(input, 'to'),
    ...(typeof user === 'string' ? { user } : {}),
    ...(typeof ledger === 'string' ? { ledger: ledgerNamed(ledger).id } : {}),
    ...(typeof record === 'string' ? { record } : {}),
  };
}

function dayOf({ options }: Input, name: 'from' | 'to'): { readonly from?: string; readonly to?: string } {
  const day = options[name];
  if (day === undefined) return {};
  if (typeof day === 'string' && isCalendarDay(day)) return { [name]: day };
  throw new UsageError(
    words(`--${name} 应为日期，如 2026-11-26`, `--${name} must be a day such as 2026-11-26`),
  );
}

/** Where a page goes on. */
function beforeOf({ options: { before } }: Input): { readonly before?: LookPlace } {
  if (typeof before !== 'string') return {};
  const [, at, no] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)\/(\d+)$/.exec(before) ?? [];
  if (at === undefined)
    throw new UsageError(
      words('--before 应为上次输出的 next', '--before takes the `next` of the last answer'),
    );
  return { before: { at, no: Number(no) } };
}

/** A page of the lines asked for. @throws UsageError */
export const lookQueryOf = (input: Input): LookQuery => ({
  ...lookFilterOf(input),
  ...beforeOf(input),
  limit: wholeNumber(input, 'limit', { fallback: 100, min: 1, max: 1000 }),
});

/** A page as it is printed. */
export const toldPage = <T extends LookPlace>({
  looks,
  next,
}: {
  readonly looks: readonly T[];
  readonly next: LookPlace | null;
}) => ({
  looks: looks.map(({ no: _no, ...look }) => look),
  next: next === null ? null : `${next.at}/${String(next.no)}`,
});
