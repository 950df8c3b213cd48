/** The days a sheet may speak of. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/**
 * The day a cell means, within a range: `2026-12-05`, `2026/12/5`, `2026年12月5日`, `12月5日（星期六）`, `12.5`, `12-5`,
 * `5日`, `5`. What has no month or year takes it from the range; `null` when it names no day of the range or two.
 */
export function dayOfCell(text: string, { from, to }: DayRange): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[（(].*$/, '')
    .replace(/(星期|周)[一二三四五六日天].*$/, '')
    .trim();
  const [year, month, day] = partsOf(plain);
  if (day === undefined) return null;
  const hits = monthsOf({ from, to })
    .filter(([y, m]) => (year === undefined || y === year) && (month === undefined || m === month))
    .map(([y, m]) => isoDay(y, m, day))
    .filter((date): date is string => date !== null && date >= from && date <= to);
  return hits.length === 1 ? (hits[0] ?? null) : null;
}

type Parts = readonly [year: number | undefined, month: number | undefined, day: number | undefined];

const forms: readonly RegExp[] = [
  /^(?<y>\d{4})[-/.年](?<m>\d{1,2})[-/.月](?<d>\d{1,2})日?(?:[ T]00:00(?::00)?)?$/,
  /^(?<m>\d{1,2})[-/.月](?<d>\d{1,2})[日号]?$/,
  /^(?<d>\d{1,2})[日号]?$/,
];

function partsOf(text: string): Parts {
  for (const form of forms) {
    const groups = form.exec(text)?.groups;
    if (groups === undefined) continue;
    const number = (name: string): number | undefined =>
      groups[name] === undefined ? undefined : Number(groups[name]);
    return [number('y'), number('m'), number('d')];
  }
  return [undefined, undefined, undefined];
}

/** Years and months a range touches. */
function monthsOf({ from, to }: DayRange): readonly (readonly [year: number, month: number])[] {
  const months: [number, number][] = [];
  let [year = 0, month = 0] = from.split('-').map(Number);
  const [lastYear = 0, lastMonth = 0] = to.split('-').map(Number);
  while (year < lastYear || (year === lastYear && month <= lastMonth)) {
    months.push([year, month]);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  return months;
}

function isoDay(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null;
  return at.toISOString().slice(0, 10);
}
