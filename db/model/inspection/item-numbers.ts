/** Highest number an item of a check list can have. */
export const mostItems = 200;

/**
 * Numbers of check items as offices write them: `1-9、11` (also with `,` `，` `~` `至` or blanks), ascending and each once;
 * `null` when the text says something else. An empty text is no number.
 */
export function readItemNumbers(text: string): readonly number[] | null {
  const parts = text
    .normalize('NFKC')
    .split(/[、,;\s]+/)
    .filter((part) => part !== '');
  const ranges = parts.map(rangeOf);
  const numbers = ranges.flatMap((range) => range ?? []);
  return ranges.includes(null) ? null : [...new Set(numbers)].toSorted((a, b) => a - b);
}

function rangeOf(part: string): readonly number[] | null {
  const found = /^第?(\d{1,3})(?:[-–—~至](\d{1,3}))?项?$/.exec(part);
  const first = Number(found?.[1]);
  const last = Number(found?.[2] ?? found?.[1]);
  if (found === null || first < 1 || last < first || last > mostItems) return null;
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** `1-9、11`: runs of three and more as a range; `null` for no number at all. */
export function writeItemNumbers(numbers: readonly number[]): string | null {
  const sorted = [...new Set(numbers)].toSorted((a, b) => a - b);
  const runs: number[][] = [];
  for (const n of sorted) {
    const run = runs.at(-1);
    if (run?.at(-1) === n - 1) run.push(n);
    else runs.push([n]);
  }
  const texts = runs.flatMap((run) => (run.length > 2 ? [`${run[0]}-${run.at(-1)}`] : run.map(String)));
  return texts.length === 0 ? null : texts.join('、');
}
