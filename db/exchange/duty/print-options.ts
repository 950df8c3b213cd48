import type { DutyLayout, PhonePlace } from '../../roster/duty-paper.ts';
import type { Language } from '../../model/localized.ts';

/** How a roster is laid out. */
export interface DutyPrintOptions {
  readonly layout: DutyLayout;
  readonly paper: 'A4' | 'A3';
  /** Absent: as suits the layout. */
  readonly landscape?: boolean;
  readonly phones: PhonePlace;
  /** Name of the holiday; only of layout `holiday`. Absent: the first of the sheet. */
  readonly holiday?: string;
  readonly language: Language;
  /** 打印 2026-11-23 08:30 张三, for the foot of each page. */
  readonly printed: string;
  readonly isPractice: boolean;
}

/** Options with nothing left open. */
export interface SetOptions extends DutyPrintOptions {
  readonly landscape: boolean;
  readonly phones: Exclude<PhonePlace, 'auto'>;
}

/** What a layout takes when it may choose, best first. */
export interface Preferences {
  readonly landscape: readonly boolean[];
  readonly phones: readonly SetOptions['phones'][];
}

/** Every way to set a sheet that the options allow, best first: phones go before the way the paper lies. */
export function waysToSet(options: DutyPrintOptions, prefer: Preferences): readonly SetOptions[] {
  const phones = options.phones === 'auto' ? prefer.phones : [options.phones];
  const ways = options.landscape === undefined ? prefer.landscape : [options.landscape];
  return phones.flatMap((place) => ways.map((landscape) => ({ ...options, phones: place, landscape })));
}

/** Room of a page between its margins, millimetres. */
export interface PageRoom {
  readonly width: number;
  readonly height: number;
}

const papers = { A4: { short: 210, long: 297 }, A3: { short: 297, long: 420 } } as const;
/** The margins of `duty-page.ts`, both sides together. */
const ACROSS = 28;
const DOWN = 32;

/** What is left of a sheet of paper for the document. */
export function pageRoom(paper: DutyPrintOptions['paper'], isLandscape: boolean): PageRoom {
  const { short, long } = papers[paper];
  return isLandscape
    ? { width: long - ACROSS, height: short - DOWN }
    : { width: short - ACROSS, height: long - DOWN };
}
