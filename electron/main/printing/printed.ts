import { randomUUID } from 'node:crypto';
import type { PaperDocument } from './paper.ts';

/** A document that was laid out, with its PDF. */
interface Printed extends PaperDocument {
  readonly pdf: Uint8Array;
}

/** Laid-out documents by token. They stay in memory: a PDF of residents' data is never left in a temporary folder. */
export interface PrintedDocuments {
  keep(printed: Printed): string;
  get(token: string): Printed | null;
  clear(): void;
}

/** A preview, the one before it, and two more for windows the user still has open. */
const MOST_KEPT = 4;

/** An empty shelf; the oldest document makes room for a new one. */
export function createPrintedDocuments(): PrintedDocuments {
  const documents = new Map<string, Printed>();
  return {
    keep(printed) {
      const token = randomUUID();
      documents.set(token, printed);
      const [oldest] = documents.keys();
      if (documents.size > MOST_KEPT && oldest !== undefined) documents.delete(oldest);
      return token;
    },
    get: (token) => documents.get(token) ?? null,
    clear: () => {
      documents.clear();
    },
  };
}
