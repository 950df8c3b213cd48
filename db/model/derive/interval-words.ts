import type { AnyLedger } from '../define-ledger.ts';
import type { Names, Values } from '../field-kind.ts';
import { fieldText } from './field-text.ts';
import type { MoveCase } from './interval-case.ts';

/** Stands for a place without a name. */
const UNKNOWN = '…';

/** Texts that name the place of an interval, best first; of parallel histories also which one. Masked fields stay masked. */
export function placeTexts(ledger: AnyLedger, row: Values, names: Names): readonly string[] {
  const textsOf = (fields: readonly string[]): readonly string[] =>
    fields.map((name) => fieldText(ledger, name, { row, names, masked: true })).filter((text) => text !== '');
  const places = textsOf(ledger.interval?.words ?? []);
  const history = textsOf(ledger.interval?.within ?? []).join(' ');
  if (history === '') return places;
  return places.length === 0 ? [history] : places.map((text) => `${history} ${text}`);
}

/** What a move means, in one sentence: `2026-11-24 从 A 迁往 B`. Empty while the day is not known. */
export function moveSentence({ ledger, interval, ...of }: MoveCase): string {
  const { action } = of.move;
  const { names } = of.facts;
  const template = of.isCorrection ? interval.correction : interval.actions[action]?.sentence;
  if (of.day === null || template === undefined) return '';
  const place = (row: Values): string => placeTexts(ledger, row, names)[0] ?? UNKNOWN;
  const parts: Readonly<Record<string, string>> = {
    day: of.day,
    old: place(of.current?.values ?? {}),
    new: place(of.values),
  };
  const text = template[names.language].replace(/\{(\w+)\}/g, (whole, name: string) => parts[name] ?? whole);
  const reason = interval.reason
    ? fieldText(ledger, interval.reason.field, { row: of.values, names, masked: true })
    : '';
  if (reason === '') return text;
  return names.language === 'zh' ? `${text}（${reason}）` : `${text} (${reason})`;
}
