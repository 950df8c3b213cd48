import { z } from 'zod';

/**
 * What a form is filled with: one record; or a list, whose rows are repeated. Codes of the table `form_kind`.
 */
export const formKinds = ['record', 'list'] as const;
export type FormKind = (typeof formKinds)[number];

/** A place of a file with the text that is to stand in it, tokens included: the marks set by clicking. */
export interface FormPlace {
  /** `工作表!B3` of a workbook; `word/document.xml#12` = the paragraph counted from 0 in its part. */
  readonly at: string;
  readonly text: string;
}

/** Places that can be marked by hand; a form with more is better marked in the file itself. */
const MOST_PLACES = 500;

/** Shape of the marks as kept in a form (JSON). */
export const formPlacesShape = z
  .array(z.strictObject({ at: z.string().min(1).max(200), text: z.string().max(2000) }))
  .max(MOST_PLACES);

/** The marks kept in a form; `null` when the text is not what this program writes. Empty text: no marks. */
export function readPlaces(json: string | null): readonly FormPlace[] | null {
  if (json === null || json.trim() === '') return [];
  try {
    const parsed = formPlacesShape.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** The marks as kept; `null` when there are none. */
export const writePlaces = (places: readonly FormPlace[]): string | null =>
  places.length === 0 ? null : JSON.stringify(places.map(({ at, text }) => ({ at, text })));
