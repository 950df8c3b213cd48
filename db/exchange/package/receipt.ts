import { z } from 'zod';
import type { ReceiptFacts } from '../../model/sync/sync-node.ts';
import { timeShape } from './header.ts';

const count = z.int().nonnegative();
const id = z.string().min(1).max(64);
const series = z.string().min(1).max(64);
const tip = z.string().max(128);
const fieldName = z.string().min(1).max(64);

const holdingShape = z.object({
  series,
  holds: z.array(z.tuple([count, count])),
  missing: z.array(count),
  rounds: z.array(z.object({ series, number: count, tip })),
});
const returnedShape = z.object({
  ledger: fieldName,
  id,
  field: fieldName.nullable(),
  reason: z.string().min(1).max(64),
  args: z.record(z.string(), z.union([z.string(), z.number()])),
});
const duplicateShape = z.object({
  ledger: fieldName,
  id,
  otherId: id,
  otherUnit: z.object({ code: z.string().max(12), name: z.string().max(100) }),
});

/** Content of a receipt. Names a newer node adds are passed over, so that an old one still reads its receipts. */
const receiptShape = z.object({
  series,
  number: count,
  writtenAt: timeShape,
  packages: z.array(
    z.object({
      digest: z.string().regex(/^[0-9a-f]{64}$/),
      status: z.enum(['applied', 'held', 'fork']),
      accepted: count,
    }),
  ),
  holdings: z.array(holdingShape),
  returned: z.array(returnedShape),
  duplicates: z.array(duplicateShape),
});

/** Reads the line of a receipt; `undefined` when it is none. */
export function readReceipt(text: string): ReceiptFacts | undefined {
  try {
    const result = receiptShape.safeParse(JSON.parse(text));
    return result.success ? result.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}
