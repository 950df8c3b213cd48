import type { FormPlace } from '../../model/forms/form-mapping.ts';
import type { FormNames } from './form-names.ts';
import type { FormProblem } from './form-problem.ts';
import type { OfficeFile } from './package/office-file.ts';
import { checkWorkbook } from './workbook/fill-workbook.ts';

/** How many marks a form has and what is wrong with them. Nothing is filled while something is. */
export interface FormCheck {
  readonly marks: number;
  readonly problems: readonly FormProblem[];
}

/** Looks up every mark of a form: tokens of the file itself and those set by clicking. */
export async function checkForm(
  file: OfficeFile,
  places: readonly FormPlace[],
  names: FormNames,
): Promise<FormCheck> {
  if (file.kind === 'xlsx') return checkWorkbook(file, places, names);
  // The library for Word files is loaded with the first of them.
  const { checkDocument } = await import('./document/check-document.ts');
  return checkDocument(file, places, names);
}
