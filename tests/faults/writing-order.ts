import type { MediumProgress } from '../../db/exchange/medium/write-to-medium.ts';

/** What `writing-process.ts` shall do. */
export interface WritingOrder {
  /** `textbook` is the negative control. */
  readonly recipe: 'ours' | 'textbook';
  readonly folder: string;
  readonly name: string;
  /** What the order says, and what the source has; they differ where the source must not even be asked. */
  readonly size_bytes: number;
  readonly content_bytes: number;
  readonly patience_ms: number;
  /** A shell command at a point of the write. The textbook has no other phases than these two. */
  readonly fault: {
    readonly phase: MediumProgress['phase'];
    readonly done_bytes: number;
    readonly command: string;
  } | null;
}

/** What came of it, as far as tests look at it. */
export interface WritingResult {
  readonly ok: boolean;
  readonly problem?: string;
  readonly verified?: string;
  readonly sha256?: string;
  readonly detail?: { readonly step: string; readonly code: string | null };
  /** How much of the source was asked for. */
  readonly asked_bytes: number;
}

const MEGABYTE = 1024 * 1024;

/** An order for 8 MiB by our recipe, without a fault; a test names what is different. */
export function orderWith(different: Partial<WritingOrder> & Pick<WritingOrder, 'folder'>): WritingOrder {
  return {
    recipe: 'ours',
    name: 'package.zwp',
    size_bytes: 8 * MEGABYTE,
    content_bytes: 8 * MEGABYTE,
    patience_ms: 1000,
    fault: null,
    ...different,
  };
}

/** The outcome in the output of `writing-process.ts`, `null` where there is none. */
export function resultIn(output: string): WritingResult | null {
  const line = /^OUTCOME ([\w+/=]+)\r?$/m.exec(output)?.[1];
  if (line === undefined) return null;
  // Our own process wrote it.
  return JSON.parse(Buffer.from(line, 'base64').toString('utf8')) as WritingResult;
}
