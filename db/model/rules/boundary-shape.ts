import { z } from 'zod';
import type { AnyLedger } from '../define-ledger.ts';
import { words } from '../localized.ts';
import { broken } from './broken.ts';

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).rest(z.number());
/** A ring is closed and has at least four positions: RFC 7946, 3.1.6. */
const ring = z
  .array(position)
  .min(4)
  .refine((ps) => ps[0]?.[0] === ps.at(-1)?.[0] && ps[0]?.[1] === ps.at(-1)?.[1]);
const shape = z.union([
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
]);

const wrongShape = words(
  '边界应为 GeoJSON 的 Polygon 或 MultiPolygon，且首尾坐标相同',
  'A boundary is a GeoJSON Polygon or MultiPolygon whose rings are closed',
);

/** Rule: the text is a GeoJSON Polygon or MultiPolygon (RFC 7946) with closed rings. */
export function boundaryShape(field: string): AnyLedger['rules'][number] {
  return (row, context) => {
    const value = row[field];
    const fits = typeof value !== 'string' || shape.safeParse(parsed(value)).success;
    return fits ? [] : [broken(field, wrongShape, context)];
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Not JSON: the shape check refuses `undefined` as it refuses any other wrong value.
    return undefined;
  }
}
