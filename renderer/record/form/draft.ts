import type { FormValues } from '../definition.ts';

/** What was typed and not saved, kept through a crash. */
export interface Draft {
  /** Version the entries were based on; 0 = a new record. */
  readonly base: number;
  /** Changed fields only. */
  readonly values: FormValues;
  /** When it was kept, UTC. */
  readonly at: string;
}

/** Preference key of a draft; new records of a ledger share one. */
export const draftKey = (ledger: string, id: string | null): string => `draft.${ledger}.${id ?? 'new'}`;

/** Reads a draft back; `null` when there is none, when it is empty or when it cannot be read. */
export function readDraft(saved: unknown): Draft | null {
  if (
    typeof saved !== 'object' ||
    saved === null ||
    !('values' in saved) ||
    !('base' in saved) ||
    !('at' in saved)
  )
    return null;
  const { values, base, at } = saved;
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return null;
  if (typeof base !== 'number' || typeof at !== 'string' || Object.keys(values).length === 0) return null;
  // Drafts are written by `useDraft` alone and hold form values; the data process checks them again on saving.
  return { base, at, values: values as FormValues };
}
