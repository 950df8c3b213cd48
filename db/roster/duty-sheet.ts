import type { DayClass } from './problem.ts';

/**
 * A roster as it is printed, exported and shown to people: names instead of ids, one team, one range of days. Made by
 * `db/duty` of the ledgers, read by the documents and sheets of `db/exchange/duty`.
 */
export interface DutySheet {
  /** 虎门镇2026年12月值班表 */
  readonly title: string;
  /** The unit the seal is for. */
  readonly unit: string;
  readonly team: string;
  readonly kind: 'office' | 'patrol';
  readonly from: string;
  readonly to: string;
  readonly phone: string;
  readonly fax: string;
  /** Paragraphs at the foot: duty hours, how to report. */
  readonly notes: readonly string[];
  /** 制表人, 审核人, 签发; empty ones are lines to sign on. */
  readonly prepared: string;
  readonly reviewed: string;
  readonly issued: string;
  /** Diagonal grey text behind the page; empty: none. */
  readonly watermark: string;
  /** 草稿 until published. */
  readonly state: 'draft' | 'published' | 'locked';
  readonly days: readonly SheetDay[];
  readonly posts: readonly SheetPost[];
  readonly people: readonly SheetPerson[];
  readonly duties: readonly SheetDuty[];
}

export interface SheetDay {
  readonly date: string;
  readonly class: DayClass;
  /** 国庆节, or the holiday a working weekend makes up for; `null` on any other day. */
  readonly holiday: string | null;
  /** A Saturday or Sunday that is worked (调休上班). */
  readonly isMakeUp: boolean;
  readonly remark: string;
}

export interface SheetPost {
  readonly id: string;
  readonly name: string;
  /** Local time it begins (`08:30`) and how long it lasts, hours. */
  readonly start: string;
  readonly length_h: number;
  /** The same for people: 08:30–次日08:30. */
  readonly hours: string;
  readonly night: boolean;
  /** Name and code of the grid of a patrol post; `null` in an office. */
  readonly place: { readonly code: string; readonly name: string; readonly area: string } | null;
}

export interface SheetPerson {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly role: string;
}

export interface SheetDuty {
  readonly date: string;
  readonly post: string;
  readonly person: string;
  /** 调: somebody else than the plan's. */
  readonly isChanged: boolean;
}
