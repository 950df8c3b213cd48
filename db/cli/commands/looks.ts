import path from 'node:path';
import { writeLookSheet } from '../../exchange/looks/look-sheet.ts';
import { isCalendarDay } from '../../model/fields/calendar-day.ts';
import { words } from '../../model/localized.ts';
import type { LookPlace, LookQuery } from '../../store/api.ts';
import type { Input } from '../command.ts';
import { ledgerNamed } from '../ledger-named.ts';
import { UsageError } from '../refusal.ts';
import { storeCommand, wholeNumber } from '../with-store.ts';

/** `zw looks`: the log of looks at sensitive records and withheld values, newest first. */
export const looksCommand = storeCommand({
  name: 'looks',
  summary: words(
    '查看日志：谁在什么时候怎样看过敏感台账的记录和遮住的内容',
    'Who looked at sensitive records and withheld values, when and how',
  ),
  positionals: [],
  options: {
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
    xlsx: { type: 'string', value: 'OUT', help: words('另存为 Excel 工作簿', 'Write a workbook instead') },
  },
  prints: '{looks:[{at, user, name, ledger, record, title, way, field}], next} | {rows, file}',
  run: async (store, input, { caller, now }) => {
    const query = filterOf(input);
    const out = input.options['xlsx'];
    if (typeof out === 'string') {
      const file = path.resolve(out);
      return { rows: await writeLookSheet(file, { store, caller, query, now: now() }), file };
    }
    const limit = wholeNumber(input, 'limit', { fallback: 100, min: 1, max: 1000 });
    const { looks, next } = store.looks.page({ ...query, ...beforeOf(input), limit }, caller);
    return {
      looks: looks.map(({ no: _no, ...look }) => look),
      next: next === null ? null : `${next.at}/${String(next.no)}`,
    };
  },
});

function filterOf(input: Input): Omit<LookQuery, 'before' | 'limit'> {
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

function beforeOf({ options: { before } }: Input): { readonly before?: LookPlace } {
  if (typeof before !== 'string') return {};
  const [, at, no] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)\/(\d+)$/.exec(before) ?? [];
  if (at === undefined)
    throw new UsageError(
      words('--before 应为上次输出的 next', '--before takes the `next` of the last answer'),
    );
  return { before: { at, no: Number(no) } };
}
