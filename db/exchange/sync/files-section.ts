import { z } from 'zod';
import type { SyncRecord } from '../../model/sync/sync-record.ts';

/**
 * Heading of the records that name attachments: id is the digest, values are `name` and `media_type`. They are no
 * records of anybody's: the receiver keeps them with the content.
 */
export const filesSection = { ledger: '$files', revision: 1 } as const;

const shape = z.object({ name: z.string().min(1).max(255), media_type: z.string().min(1).max(100) });

/** Name and media type of an attachment as its package gives them. */
export interface FileName {
  readonly name: string;
  readonly mediaType: string;
}

/** What a record of the section says; `null` when it is not spelled as one. */
export function fileNameIn({ values }: SyncRecord): FileName | null {
  const parsed = shape.safeParse(values);
  return parsed.success ? { name: parsed.data.name, mediaType: parsed.data.media_type } : null;
}

/** What an attachment is called whose name did not come. */
export const unnamedFile: FileName = { name: '附件', mediaType: 'application/octet-stream' };
