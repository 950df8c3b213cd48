import { z } from 'zod';
import { field, type FieldOptions } from '../define-ledger.ts';
import type { FieldKind } from '../field-kind.ts';
import { toHalfWidth } from './clean-text.ts';
import { once } from '../once.ts';

/** Bounds of China with its sea, degrees; a point outside is a slip of the pen. */
const bounds = { lng: [73, 136], lat: [3, 54] } as const;

/** A place as `lng,lat` in degrees with 6 decimals, CGCS2000 (not GCJ-02: shift it before it is entered). */
export function point<const O extends FieldOptions>(options: O): FieldKind<string> & O {
  const kind: FieldKind<string> = {
    kind: 'point',
    storage: 'TEXT',
    check: once(() => z.string('bad-point').refine((value) => readPoint(value) === value, 'bad-point')),
    encode: (value) => value,
    decode: String,
    toText: (value) => value,
    fromText: (cell) => {
      if (cell.trim() === '') return { ok: true, value: null };
      const value = readPoint(cell);
      return value === null ? { ok: false, code: 'bad-point' } : { ok: true, value };
    },
    merge: 'newest',
    totals: 'none',
    numeric: false,
  };
  return field(kind, options);
}

/** Reads `113.752,23.021`, with blanks, brackets, E/N marks or degree signs; puts a swapped pair right. */
function readPoint(cell: string): string | null {
  const text = toHalfWidth(cell)
    .replace(/[()（）[\]°ENen东经北纬经纬度：:]/g, ' ')
    .trim();
  const parts = /^(\d{1,3}(?:\.\d+)?)\s*[,，;；、\s]\s*(\d{1,3}(?:\.\d+)?)$/.exec(text);
  if (!parts) return null;
  const [first, second] = [Number(parts[1]), Number(parts[2])];
  if (isInside(first, second)) return `${first.toFixed(6)},${second.toFixed(6)}`;
  return isInside(second, first) ? `${second.toFixed(6)},${first.toFixed(6)}` : null;
}

const isInside = (lng: number, lat: number): boolean =>
  lng >= bounds.lng[0] && lng <= bounds.lng[1] && lat >= bounds.lat[0] && lat <= bounds.lat[1];
