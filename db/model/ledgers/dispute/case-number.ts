/** What the number of a mediation case says. */
export interface CaseNumber {
  /** Mark of the organisation: 虎. */
  readonly sign: string;
  readonly year: number;
  /** From 1 within organisation and year. */
  readonly serial: number;
}

/** `（2026）虎人调字第12号`: number format of 司法部人民调解文书格式. */
export const caseNumber = ({ sign, year, serial }: CaseNumber): string =>
  `（${String(year)}）${sign}人调字第${String(serial)}号`;

/** Reads a number as offices write it, with brackets of any width and blanks; `null` for other texts. */
export function readCaseNumber(text: string): CaseNumber | null {
  const [, year, sign, serial] =
    /^[（(〔[]\s*(\d{4})\s*[）)〕\]]\s*(\S{0,10}?)\s*人调字第\s*(\d{1,6})\s*号$/.exec(text.trim()) ?? [];
  return year === undefined || serial === undefined
    ? null
    : { sign: sign ?? '', year: Number(year), serial: Number(serial) };
}
